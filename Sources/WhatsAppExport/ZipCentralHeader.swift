/// An entry's record in the directory (APPNOTE.TXT, 4.3.12).
struct ZipCentralHeader {
  /// For messages.
  let path: String
  /// Where the record begins in the bytes at hand.
  let start: Int
  let length: Int

  private static let fixedLength = 46

  /// The record's whole length; nil where none begins.
  static func length(_ bytes: Span<UInt8>, at start: Int) -> Int? {
    guard bytes.littleEndian32(at: start) == 0x0201_4B50 else { return nil }
    return fixedLength + Int(bytes.littleEndian16(at: start + 28))
      + Int(bytes.littleEndian16(at: start + 30)) + Int(bytes.littleEndian16(at: start + 32))
  }

  /// The entry, with everything checked that the record alone can tell.
  func entry(_ bytes: Span<UInt8>) throws(ExportError) -> ZipEntry {
    let nameStart = start + Self.fixedLength
    let nameEnd = nameStart + Int(bytes.littleEndian16(at: start + 28))
    let extraEnd = nameEnd + Int(bytes.littleEndian16(at: start + 30))
    let storedName = (nameStart..<nameEnd).map { bytes[$0] }
    let flags = bytes.littleEndian16(at: start + 8)
    let isMarkedUTF8 = flags & 0x800 != 0
    try check(storedName, isMarkedUTF8: isMarkedUTF8)
    let name = shown(storedName)

    var extra: ZipExtraFields
    do throws(ZipFault) { extra = try ZipExtraFields(bytes, in: nameEnd..<extraEnd) } catch {
      throw damaged(name, error)
    }
    let method = bytes.littleEndian16(at: start + 10)
    // Bits 0, 6 and 13: encrypted, strongly, the directory too.
    guard flags & 0x2041 == 0, !extra.isEncrypted, method != 99 else {
      throw .archiveEncrypted(path: path, entry: name)
    }
    guard method == ZipEntry.stored || method == ZipEntry.deflated, flags & 0x20 == 0 else {
      throw .archiveUnsupportedMethod(path: path, entry: name, method: method)
    }
    if let unicode = extra.unicodeName {
      guard ZipName.agree(stored: storedName, unicode: unicode) else {
        throw .archiveUnsafePath(path: path, entry: name)
      }
      try check(unicode, isMarkedUTF8: true)
    }
    let isFolder = try isFolder(bytes, name: storedName, extra)

    let size: Int64
    let packedSize: Int64
    let offset: Int64
    do throws(ZipFault) { (size, packedSize, offset) = try places(bytes, &extra) } catch {
      throw damaged(name, error)
    }
    guard method == ZipEntry.deflated || size == packedSize else {
      throw damaged(name, .sizeDiffers)
    }
    guard !isFolder || size == 0 else { throw damaged(name, .folderWithContent) }
    guard size <= ZipLimits.freeSize || size / ZipLimits.ratio < packedSize else {
      throw .archiveBomb(path: path, entry: name)
    }
    return ZipEntry(
      storedName: storedName, unicodeName: extra.unicodeName, isMarkedUTF8: isMarkedUTF8,
      isFolder: isFolder, method: method, checksum: bytes.littleEndian32(at: start + 16),
      packedSize: packedSize, size: size, offset: offset)
  }

  private func check(_ name: [UInt8], isMarkedUTF8: Bool) throws(ExportError) {
    switch ZipName.judge(name, isMarkedUTF8: isMarkedUTF8) {
    case .fine: return
    case .unsafe: throw .archiveUnsafePath(path: path, entry: shown(name))
    case .tooLong: throw .archiveNameTooLong(path: path, entry: shown(Array(name.prefix(60))))
    case .notUTF8: throw damaged(shown(name), .nameNotUTF8)
    }
  }

  /// Folders are told by the slash at their name's end, by Unix modes and by DOS attributes.
  private func isFolder(
    _ bytes: Span<UInt8>, name: [UInt8], _ extra: ZipExtraFields
  ) throws(ExportError) -> Bool {
    let hasSlash = name.last == UInt8(ascii: "/")
    let attributes = bytes.littleEndian32(at: start + 38)
    var isFolder = hasSlash || attributes & 0x10 != 0
    for type in [UInt16(attributes >> 16) & 0xF000, extra.fileType] {
      switch type {
      case 0, 0x8000: break
      case 0x4000: isFolder = true
      default: throw .archiveSpecialFile(path: path, entry: shown(name))
      }
    }
    return isFolder
  }

  /// Sizes and place; a field of all ones sends to the zip64 extra field, in this order.
  private func places(
    _ bytes: Span<UInt8>, _ extra: inout ZipExtraFields
  ) throws(ZipFault) -> (size: Int64, packedSize: Int64, offset: Int64) {
    func value(_ at: Int) throws(ZipFault) -> Int64 {
      let short = bytes.littleEndian32(at: start + at)
      guard short == 0xFFFF_FFFF, extra.zip64 != nil else { return Int64(short) }
      guard let long = Int64(exactly: try extra.takeZip64(bytes)) else { throw .sizeImpossible }
      return long
    }
    let size = try value(24)
    let packedSize = try value(20)
    let offset = try value(42)
    let disk = bytes.littleEndian16(at: start + 34)
    guard disk == 0 || (disk == 0xFFFF && extra.zip64 != nil) else { throw .splitArchive }
    return (size, packedSize, offset)
  }

  private func shown(_ name: [UInt8]) -> String {
    String(validating: name, as: UTF8.self) ?? CodePage437.decode(name)
  }

  private func damaged(_ name: String, _ fault: ZipFault) -> ExportError {
    .archiveDamaged(path: path, entry: name, fault: fault)
  }
}
