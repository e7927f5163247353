internal import Files

/// RFC 2045's quoted-printable, which vCard 2.1 writes names in.
enum QuotedPrintable {
  /// `=C3=A9` becomes two bytes; a `=` that begins nothing stays as it is.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    var at = bytes.startIndex
    while at < bytes.endIndex {
      if bytes[at] == UInt8(ascii: "="), at + 2 < bytes.endIndex,
        let high = Hexadecimal.value(of: bytes[at + 1]),
        let low = Hexadecimal.value(of: bytes[at + 2])
      {
        plain.append(high << 4 | low)
        at += 3
      } else {
        plain.append(bytes[at])
        at += 1
      }
    }
    return plain
  }
}
