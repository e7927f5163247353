internal import ChatRecords

/// Places, polls and events.
extension BodyReader {
  private static let mapHosts = [
    "maps.google.", "www.google.com/maps", "google.com/maps", "maps.apple.com", "goo.gl/maps",
    "maps.app.goo.gl",
  ].map { Array($0.utf8) }
  static let venue = Array("https://foursquare.com/v/".utf8)

  /// `Location: https://maps.google.com/?q=51.5,-0.1`, or a venue's name, address and link.
  mutating func location(
    _ bytes: Span<UInt8>, _ extent: Extent, _ start: Int
  ) -> MessageBody? {
    if isOnOneLine(extent),
      let colon = colonEnd(bytes, from: start, to: min(extent.to, start + 64)),
      fold(bytes, from: start, to: colon), index.locationLabels[folded] != nil,
      let link = trimmed(bytes, colon..<extent.to), isMapLink(bytes, link)
    {
      return printed(.location, bytes, extent)
    }
    let floor = max(start, extent.to - 160)
    var at = extent.to - Self.venue.count
    while at >= floor {
      if bytes[at] == Self.venue[0], stands(Self.venue, bytes, at: at, to: extent.to) {
        let isAfterBreak = at > start && bytes[at - 1] == 0x0A
        let isAfterColon =
          at >= start + 2 && bytes[at - 1] == 0x20 && bytes[at - 2] == UInt8(ascii: ":")
        guard isAfterBreak || isAfterColon,
          !(at..<extent.to).contains(where: { bytes[$0] <= 0x20 })
        else { return nil }
        return printed(.location, bytes, extent)
      }
      at -= 1
    }
    return nil
  }

  func stands(_ words: [UInt8], _ bytes: Span<UInt8>, at start: Int, to end: Int) -> Bool {
    guard start >= 0, start + words.count <= end else { return false }
    for offset in 0..<words.count where bytes[start + offset] != words[offset] { return false }
    return true
  }

  private func isMapLink(_ bytes: Span<UInt8>, _ link: Range<Int>) -> Bool {
    var host = link.lowerBound
    for scheme in ["https://", "http://"] {
      let scheme = Array(scheme.utf8)
      if stands(scheme, bytes, at: host, to: link.upperBound) { host += scheme.count }
    }
    guard host > link.lowerBound, !link.contains(where: { bytes[$0] <= 0x20 }) else { return false }
    return Self.mapHosts.contains { stands($0, bytes, at: host, to: link.upperBound) }
  }

  /// `POLL:`, a question and `OPTION: … (2 votes)` lines, or all of it on one line.
  mutating func poll(
    _ bytes: Span<UInt8>, _ extent: Extent, _ start: Int
  ) -> MessageBody? {
    guard let colon = colonEnd(bytes, from: start, to: min(extent.firstLineEnd, start + 40)),
      fold(bytes, from: start, to: colon), index.pollHeads[folded] != nil
    else { return nil }
    if colon == extent.firstLineEnd {
      return isOnOneLine(extent) ? nil : printed(.poll, bytes, extent)
    }
    var end = min(extent.to, colon + 4096)
    while end < extent.to, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    folded.removeAll(keepingCapacity: true)
    TextFold.append(bytes, from: colon, to: end, to: &folded)
    let hasOption = index.pollOptions.contains { option in
      folded.indices.contains { folded[$0...].starts(with: option) }
    }
    return hasOption ? printed(.poll, bytes, extent) : nil
  }

  /// `EVENT: title` with the mark of the app's own words. The record has no kind for events: it is text.
  mutating func event(
    _ bytes: Span<UInt8>, _ extent: Extent, _ start: Int, isLed: Bool
  ) -> MessageBody? {
    guard isLed, let colon = colonEnd(bytes, from: start, to: min(extent.firstLineEnd, start + 40)),
      fold(bytes, from: start, to: colon), index.eventHeads[folded] != nil
    else { return nil }
    return printed(.text, bytes, extent)
  }
}
