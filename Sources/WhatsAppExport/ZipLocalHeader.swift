/// The header before a file's data (APPNOTE.TXT, 4.3.7) and the descriptor behind it (4.3.9), which must say what the
/// directory says.
struct ZipLocalHeader {
  /// For messages.
  let path: String
  /// As the directory has it.
  let entry: ZipEntry
  /// Where the next entry's header begins, or the directory.
  let next: Int64

  private static let fixedLength = 30

  /// The entry with what only its own header tells: where its data ends and whether a descriptor follows.
  func confirmed(in window: inout FileWindow) throws(ExportError) -> ZipEntry {
    guard let fixed = try window.load(at: entry.offset, count: Self.fixedLength),
      window.buffer.span.littleEndian32(at: fixed) == 0x0403_4B50
    else { throw damaged(.localHeaderMissing) }
    let nameCount = Int(window.buffer.span.littleEndian16(at: fixed + 26))
    let extraCount = Int(window.buffer.span.littleEndian16(at: fixed + 28))
    let length = Self.fixedLength + nameCount + extraCount
    guard let start = try window.load(at: entry.offset, count: length) else {
      throw damaged(.localHeaderMissing)
    }
    var confirmed = entry
    do throws(ZipFault) {
      confirmed.hasDescriptor = try check(
        window.buffer.span, at: start, nameCount: nameCount, extraCount: extraCount)
    } catch {
      throw damaged(error)
    }
    let dataEnd = (entry.offset + Int64(length)).addingReportingOverflow(entry.packedSize)
    guard !dataEnd.overflow, dataEnd.partialValue <= next else {
      throw .archiveBomb(path: path, entry: entry.name)
    }
    confirmed.dataEnd = dataEnd.partialValue
    let gap = next - confirmed.dataEnd
    if confirmed.hasDescriptor {
      guard try isDescriptor(gap, at: confirmed.dataEnd, in: &window) else {
        throw damaged(.descriptorWrong)
      }
    } else if gap != 0 {
      throw damaged(.unexplainedBytes)
    }
    return confirmed
  }

  /// Compares the header with the directory's record and returns whether a descriptor follows the data.
  private func check(
    _ bytes: Span<UInt8>, at start: Int, nameCount: Int, extraCount: Int
  ) throws(ZipFault) -> Bool {
    let flags = bytes.littleEndian16(at: start + 6)
    let nameStart = start + Self.fixedLength
    let extraStart = nameStart + nameCount
    guard nameCount == entry.storedName.count,
      entry.storedName.indices.allSatisfy({ bytes[nameStart + $0] == entry.storedName[$0] })
    else { throw .nameDiffers }
    guard bytes.littleEndian16(at: start + 8) == entry.method, flags & 0x2061 == 0 else {
      throw .localHeaderDiffers
    }
    var extra = try ZipExtraFields(bytes, in: extraStart..<(extraStart + extraCount))
    if let unicode = extra.unicodeName {
      let agrees = entry.unicodeName.map { $0 == unicode }
      guard agrees ?? ZipName.agree(stored: entry.storedName, unicode: unicode),
        ZipName.judge(unicode, isMarkedUTF8: true) == .fine
      else { throw .nameDiffers }
    }
    guard !extra.isEncrypted, [0, 0x4000, 0x8000].contains(extra.fileType) else {
      throw .localHeaderDiffers
    }

    let hasDescriptor = flags & 8 != 0
    let checksum = bytes.littleEndian32(at: start + 14)
    guard checksum == entry.checksum || (hasDescriptor && checksum == 0) else {
      throw .localHeaderDiffers
    }
    for (at, expected) in [(22, entry.size), (18, entry.packedSize)] {
      let short = bytes.littleEndian32(at: start + at)
      var value = UInt64(short)
      if short == 0xFFFF_FFFF && extra.zip64 != nil { value = try extra.takeZip64(bytes) }
      guard Int64(exactly: value) == expected || (hasDescriptor && value == 0) else {
        throw .localHeaderDiffers
      }
    }
    return hasDescriptor
  }

  /// Whether the `count` bytes at `offset` are the descriptor of this entry: checksum and two sizes of four or eight
  /// bytes, with or without a signature.
  private func isDescriptor(
    _ count: Int64, at offset: Int64, in window: inout FileWindow
  ) throws(ExportError) -> Bool {
    guard [12, 16, 20, 24].contains(count),
      let start = try window.load(at: offset, count: Int(count))
    else { return false }
    let bytes = window.buffer.span
    var at = start
    if count == 16 || count == 24 {
      guard bytes.littleEndian32(at: at) == 0x0807_4B50 else { return false }
      at += 4
    }
    guard bytes.littleEndian32(at: at) == entry.checksum else { return false }
    let sizes: (UInt64, UInt64)
    if count < 20 {
      sizes = (
        UInt64(bytes.littleEndian32(at: at + 4)), UInt64(bytes.littleEndian32(at: at + 8))
      )
    } else {
      sizes = (bytes.littleEndian64(at: at + 4), bytes.littleEndian64(at: at + 12))
    }
    return Int64(exactly: sizes.0) == entry.packedSize && Int64(exactly: sizes.1) == entry.size
  }

  private func damaged(_ fault: ZipFault) -> ExportError {
    .archiveDamaged(path: path, entry: entry.name, fault: fault)
  }
}
