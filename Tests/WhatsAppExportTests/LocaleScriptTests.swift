import Testing

@testable import WhatsAppExport

struct LocaleScriptTests {
  @Test(
    arguments: [
      ("ص", "ar", true), ("ص", "fa", true), ("ص", "ar_EG", true), ("ص", "he", false),
      ("ص", "en", false),
      ("ص", "uz_Arab", true), ("ص", "uz", false), ("午", "ja", true), ("午", "zh_Hant_HK", true),
      ("午", "ko", true), ("오", "ko", true), ("オ", "ja", true), ("オ", "zh", false),
      ("п", "sr", true),
      ("п", "sr_Latn", false), ("a", "en", true), ("a", "ar", false), (".", "ar", true),
      ("\u{0650}", "he", true),
    ] as [(Character, String, Bool)])
  func tellsWhichLocalesWriteALetter(letter: Character, locale: String, isWritten: Bool) {
    #expect(ICU.writes(letter.unicodeScalars.first?.value ?? 0, in: locale) == isWritten)
  }

  /// Locales are passed over by their script when a word is looked for: none has a word that it does not write.
  @Test func everyLocaleWritesItsOwnWords() {
    for locale in ICU.locales {
      var words = HeaderWords()
      words.add([locale])
      for word in words.tables[1].meanings.keys {
        let letters = word.unicodeScalars.map(\.value)
        if letters.contains(where: { ICU.writes($0, in: "en") }) { continue }
        #expect(letters.contains { ICU.writes($0, in: locale) }, "\(locale): \(word)")
      }
    }
  }
}
