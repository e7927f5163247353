/// One entry of a zip archive, as its directory has it and its own header confirms.
struct ZipEntry: Sendable {
  /// The name's bytes as stored.
  let storedName: [UInt8]
  /// The name in UTF-8, from the extra field that carries it; nil for none.
  let unicodeName: [UInt8]?
  /// Whether bit 11 says that `storedName` is UTF-8.
  let isMarkedUTF8: Bool
  let isFolder: Bool
  /// Whether the sizes stand behind the data (bit 3 of the own header), as streaming writers do it.
  var hasDescriptor = false
  /// How the data are packed: `stored` or `deflated`.
  let method: UInt16
  let checksum: UInt32
  let packedSize: Int64
  let size: Int64
  /// Where the own header begins.
  let offset: Int64
  /// Where the packed data ends.
  var dataEnd: Int64 = 0

  /// The methods that are read (APPNOTE.TXT, 4.4.5).
  static let stored: UInt16 = 0
  static let deflated: UInt16 = 8

  /// Stored bytes that are UTF-8 are taken so, whether marked or not; others are read in the zip format's first
  /// code page, 437 (APPNOTE.TXT, D.1).
  var name: String {
    if let unicodeName, let name = String(validating: unicodeName, as: UTF8.self) { return name }
    return String(validating: storedName, as: UTF8.self) ?? CodePage437.decode(storedName)
  }

  /// Whether the name is one that some system cannot keep, or that was not written in UTF-8.
  var isOddlyNamed: Bool {
    if unicodeName == nil && String(validating: storedName, as: UTF8.self) == nil { return true }
    return ZipName.isOdd(name)
  }
}

/// The first IBM PC's characters.
enum CodePage437 {
  private static let upper = Array(
    """
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
    αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}
    """.unicodeScalars)

  static func decode(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      text.append(byte < 0x80 ? Unicode.Scalar(byte) : upper[Int(byte) - 0x80])
    }
    return String(text)
  }
}
