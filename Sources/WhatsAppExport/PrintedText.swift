/// A message's text, and the words that phones print beside it or in its place.
package enum PrintedText {
  /// What its author wrote, where the text of an inbox that took a phone's words for somebody's own also has the words by which
  /// phones name a file or say that they left it out, in any language; empty where they are all there is, nil where there are
  /// none.
  package static func caption(of text: [UInt8]) -> [UInt8]? {
    var reader = BodyReader(platform: .unknown)
    let body = reader.read(text.span, extent(of: text.span), media: MediaNames([]))
    guard body.media != nil else { return nil }
    return if case .built = body.words { reader.words } else { [] }
  }

  /// Whether a text in an iPhone's export is imported as it is, as what somebody wrote: whether nothing in it makes it a line
  /// of the app, shows a file or is taken away. What says that a file was left out stays as it is printed.
  package static func staysAsItIs(_ text: String) -> Bool { staysAsItIs(Array(text.utf8)) }

  private static func staysAsItIs(_ text: [UInt8]) -> Bool {
    if text.isEmpty { return true }
    var extent = extent(of: text.span)
    extent.isFirst = true
    var reader = BodyReader(platform: .ios)
    let body = reader.read(text.span, extent, media: MediaNames([]))
    if body.isSystem || body.isEdited || body.hasUnknownWords || text.last == UInt8(ascii: "\n") {
      return false
    }
    switch body.media {
    case .omitted: return true
    case .named: return false
    case nil: return if case .verbatim(0, text.count) = body.words { true } else { false }
    }
  }

  /// The text with word joiners, which show nothing, at as few of its ends as make it stay; as it is where it stays, or where
  /// none do.
  package static func guarded(_ text: String) -> String {
    if staysAsItIs(text) { return text }
    let joiner = "\u{2060}"
    // Not `Character` by `Character`: CR LF is one of these.
    let lines = Array(text.utf8).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).map { String(decoding: $0, as: UTF8.self) }
    let candidates = [
      joiner + text, text + joiner, joiner + text + joiner,
      lines.map { joiner + $0 + joiner }.joined(separator: "\n"),
    ]
    return candidates.first(where: staysAsItIs) ?? text
  }

  private static func extent(of bytes: Span<UInt8>) -> BodyReader.Extent {
    let feed = TextWindow.lineFeed(bytes, from: 0)
    var firstLineEnd = feed ?? bytes.count
    if feed != nil, firstLineEnd > 0, bytes[firstLineEnd - 1] == 0x0D { firstLineEnd -= 1 }
    let hasAngle = bytes.indices.contains { bytes[$0] == UInt8(ascii: ">") }
    return BodyReader.Extent(
      from: 0, firstLineEnd: firstLineEnd, to: bytes.count, hasAngle: hasAngle)
  }
}
