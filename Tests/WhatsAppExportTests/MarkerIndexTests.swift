import Testing

@testable import WhatsAppExport

@Suite struct MarkerIndexTests {
  /// A row that nothing was made of is a mistake in the data.
  @Test func makesSomethingOfEveryRow() {
    for row in MarkerTable.rows {
      var build = MarkerIndexBuilder()
      build.add(row)
      let entries =
        build.phrases.count + build.patterns.count + build.tagHeads.count + build.tagTails.count
        + build.wordTags.count + build.nameTails.count + build.nameHeads.count
        + build.locationLabels.count + build.pollHeads.count + build.pollOptions.count
        + build.eventHeads.count
      let isElsewhere =
        [.zipname, .pages].contains(row.category) || row.what.hasPrefix("venue")
        || row.pattern == "null"
      #expect(entries == 1 || isElsewhere, "\(row)")
    }
  }

  /// The app's own words with every placeholder filled are found again.
  @Test func findsEveryWordingOfTheAppAgain() {
    let index = MarkerIndex.shared
    for row in MarkerTable.rows where row.category == .system || row.category == .deleted {
      var text = String(row.pattern)
      for place in ["{}", "{1}", "{2}", "{3}"] { text = text.replacing(place, with: "Zoé Q7") }
      if text.hasSuffix("…") { text = text.dropLast() + " and so on" }
      let folded = TextFold.folded(text)
      let isFound =
        index.phrases[folded] != nil
        || index.pattern(folded, in: [.system, .deleted]) != nil
      #expect(isFound, "\(row.language) \(row.pattern)")
    }
  }

  @Test func knowsTheOldNoticeOfGroups() {
    let index = MarkerIndex.shared
    for about in ["group", "group and calls"] {
      let words =
        "Messages to this \(about) are now secured with end-to-end encryption. Tap for more info."
      #expect(index.phrases[TextFold.folded(words)]?.what == "e2e_group_old")
    }
  }

  @Test(arguments: [
    ("Hello\u{A0}World.", "hello world"), ("\u{200E}<Médias\u{202F}omis>", "<médias omis>"),
    ("ÄÖÜ ЖЁ ΣΩ Ő", "äöü жё σω ő"), ("  a. b. ", "a. b"), ("完了。", "完了"), ("…", "…"),
  ])
  func folds(text: String, folded: String) {
    #expect(String(decoding: TextFold.folded(text), as: UTF8.self) == folded)
  }

  @Test func tellsTheLanguagesOfAText() {
    func languages(_ text: String) -> [String] { HeadLanguages.find(in: Array(text.utf8).span) }
    #expect(
      languages(
        android(["A: <Medien weggelassen>", "A: <Media omitted>", "B: <Medien weggelassen>"])
      ).first == "de")
    #expect(languages(android(["A: IMG-1.jpg (fichier joint)"])) == ["fr"])
    #expect(languages(ios(["A: \u{200F}<מצורף: 1.jpg>"])) == ["he"])
    #expect(languages(ios(["A: \u{200E}<1.jpg eklendi>"])) == ["tr"])
    #expect(languages(android(["A: just text"])).isEmpty)
  }
}
