/// A message's text as an inbox keeps it that took a phone's words for somebody's own.
package enum PrintedText {
  /// What its author wrote, where the text also has the words by which phones name a file or say that they left it out,
  /// in any language; empty where they are all there is, nil where there are none.
  package static func caption(of text: [UInt8]) -> [UInt8]? {
    let bytes = text.span
    let feed = TextWindow.lineFeed(bytes, from: 0)
    var firstLineEnd = feed ?? bytes.count
    if feed != nil, firstLineEnd > 0, bytes[firstLineEnd - 1] == 0x0D { firstLineEnd -= 1 }
    let extent = BodyReader.Extent(
      from: 0, firstLineEnd: firstLineEnd, to: bytes.count,
      hasAngle: text.contains(UInt8(ascii: ">")))
    var reader = BodyReader(platform: .unknown)
    let body = reader.read(bytes, extent, media: MediaNames([]))
    guard body.media != nil else { return nil }
    return if case .built = body.words { reader.words } else { [] }
  }
}
