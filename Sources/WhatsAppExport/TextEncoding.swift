/// How the bytes of a chat text stand for characters.
enum TextEncoding: Sendable {
  case utf8, utf16LittleEndian, utf16BigEndian

  /// How much of the start is looked at.
  static let sampleSize = 1024

  /// What the first bytes of a text tell: its encoding, and how many of them are a byte order mark.
  static func of(_ head: [UInt8]) -> (encoding: TextEncoding, markLength: Int) {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if head.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if head.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    // Spaces, digits and line breaks have a zero high byte in every language; a zero low byte is rare.
    var zeros = (even: 0, odd: 0)
    let units = min(head.count, sampleSize) / 2
    for unit in 0..<units {
      if head[2 * unit] == 0 { zeros.even += 1 }
      if head[2 * unit + 1] == 0 { zeros.odd += 1 }
    }
    guard units >= 4 else { return (.utf8, 0) }
    if zeros.odd * 8 >= units && zeros.even * 16 <= units { return (.utf16LittleEndian, 0) }
    if zeros.even * 8 >= units && zeros.odd * 16 <= units { return (.utf16BigEndian, 0) }
    return (.utf8, 0)
  }
}
