internal import Files

/// Paths and parameters as they stand in URLs.
enum URLText {
  /// A path with its parameters, both escaped.
  static func reference(path: String, _ query: [(name: String, value: String)]) -> String {
    let path = escape(path, keeping: "/-._~!$&'()*+,;=:@")
    if query.isEmpty { return path }
    let pairs = query.map { "\(escape($0.name))=\(escape($0.value))" }
    return path + "?" + pairs.joined(separator: "&")
  }

  private static func escape(_ text: String, keeping kept: String = "-._~") -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122: bytes.append(byte)
      case byte where kept.utf8.contains(byte): bytes.append(byte)
      default:
        bytes.append(UInt8(ascii: "%"))
        for digit in [byte >> 4, byte & 15] { bytes.append(digit < 10 ? digit + 48 : digit + 55) }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
