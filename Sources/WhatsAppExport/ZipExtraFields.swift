/// The extra fields of one header (APPNOTE.TXT, 4.5) that matter here.
struct ZipExtraFields {
  /// The content of the zip64 field.
  var zip64: Range<Int>?
  /// The name in UTF-8 (field 0x7075); believed only where it agrees with the header's.
  var unicodeName: [UInt8]?
  /// Whether an AES field (0x9901) is there.
  var isEncrypted = false
  /// The file type bits of an ASi Unix field (0x756E); 0 for none.
  var fileType: UInt16 = 0

  /// - Parameter range: where the fields are in `bytes`.
  init(_ bytes: Span<UInt8>, in range: Range<Int>) throws(ZipFault) {
    var at = range.lowerBound
    while at < range.upperBound {
      guard range.upperBound - at >= 4 else {
        // Padding of up to three zeros is met in the wild.
        for index in at..<range.upperBound where bytes[index] != 0 { throw .extraFieldWrong }
        return
      }
      let id = bytes.littleEndian16(at: at)
      let count = Int(bytes.littleEndian16(at: at + 2))
      at += 4
      guard count <= range.upperBound - at else { throw .extraFieldWrong }
      let content = at..<(at + count)
      switch id {
      case 0x0001:
        guard zip64 == nil else { throw .extraFieldWrong }
        zip64 = content
      case 0x7075 where count > 5 && bytes[at] == 1:
        guard unicodeName == nil else { throw .extraFieldWrong }
        unicodeName = (at + 5..<content.upperBound).map { bytes[$0] }
      case 0x9901: isEncrypted = true
      case 0x756E where count >= 6: fileType = bytes.littleEndian16(at: at + 4) & 0xF000
      default: break
      }
      at += count
    }
  }

  /// Takes the next eight bytes of the zip64 field.
  mutating func takeZip64(_ bytes: Span<UInt8>) throws(ZipFault) -> UInt64 {
    guard let content = zip64, content.count >= 8 else { throw .extraFieldWrong }
    zip64 = (content.lowerBound + 8)..<content.upperBound
    return bytes.littleEndian64(at: content.lowerBound)
  }
}
