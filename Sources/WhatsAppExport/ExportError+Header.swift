/// What a line looks like without what it says: letters as `a`, digits as `0`, cut after 40 characters.
package struct LineOutline: Sendable, Equatable {
  /// Counted from 1.
  package let line: Int
  package let outline: String

  package init(line: Int, outline: String) {
    self.line = line
    self.outline = outline
  }
}

extension ExportError {
  /// Code and text of the errors about headers, locales and zones; nil for every other case.
  var headerWords: (code: String, description: String)? {
    switch self {
    case .headerUnknown(let outlines):
      let shown = outlines.map { "line \($0.line): “\($0.outline)”" }.joined(separator: ", ")
      return (
        "header-unknown",
        """
        no line begins with a date and a time as phones write them (letters as a, digits as 0: \(shown)); \
        check that this is the text of a WhatsApp chat export, and give --locale for an unusual phone language
        """
      )
    case .localeUnknown(let name):
      return (
        "locale-unknown",
        "locale “\(name)” is unknown; give a BCP 47 tag such as en-GB, pt-BR or ar-EG"
      )
    case .zoneUnknown(let name, let suggestion):
      let hint = suggestion.map { "did you mean \($0)?" } ?? "give a name such as Europe/London"
      return (
        "zone-unknown",
        "time zone “\(name)” is not in the time zone database; \(hint) (or --utc-offset ±HH:MM)"
      )
    case .offsetOutOfRange(let minutes):
      return (
        "zone-unknown",
        "offset of \(minutes) minutes from UTC is impossible; give one between -18:00 and +18:00"
      )
    case .textUnreadable(let reason):
      return (
        "archive-damaged",
        "the chat text cannot be read to its end (\(reason)); export the chat again"
      )
    default:
      return nil
    }
  }
}
