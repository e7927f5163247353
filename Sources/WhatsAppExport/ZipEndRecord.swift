/// The end of a zip archive: where its directory is and how many entries that has (APPNOTE.TXT, 4.3.14 to 4.3.16).
struct ZipEndRecord {
  let count: Int
  let directory: Range<Int64>
  /// The end of the record, where its comment begins.
  let end: Int64

  private static let length = 22
  private static let locatorLength = 20
  private static let signature: [UInt8] = [0x50, 0x4B, 0x05, 0x06]

  /// - Throws: `notAZip` for anything that does not begin as an archive, `archiveTruncated` where no end record is,
  ///   `archiveDamaged` for one that lies, `archiveTooManyEntries`.
  init(of file: InputFile) throws(ExportError) {
    try Self.checkBeginning(of: file)
    let tailStart = max(0, file.size - Int64(Self.length + 0xFFFF))
    let tail = try file.bytes(at: tailStart, count: Int(file.size - tailStart))
    let found: Int?
    do throws(ZipFault) { found = try Self.find(in: tail) } catch {
      throw .archiveDamaged(path: file.path, entry: nil, fault: error)
    }
    guard let found else { throw .archiveTruncated(path: file.path) }

    let fields: Fields
    let position = tailStart + Int64(found)
    do throws(ZipFault) { fields = try Fields(tail.span, at: found) } catch {
      throw .archiveDamaged(path: file.path, entry: nil, fault: error)
    }
    var proved = fields
    var directoryEnd = position
    let locatorAt = position - Int64(Self.locatorLength)
    if locatorAt >= 0 {
      let locator = try file.bytes(at: locatorAt, count: Self.locatorLength)
      if locator.starts(with: [0x50, 0x4B, 0x06, 0x07]) {
        (proved, directoryEnd) = try Self.readZip64(
          of: file, locator: locator, at: locatorAt, checking: fields)
      }
    }
    guard proved.count <= UInt64(ZipLimits.entries) else {
      throw .archiveTooManyEntries(path: file.path, limit: ZipLimits.entries)
    }
    // A chat export has at least its text; an archive of nothing is what is left of one.
    guard proved.count > 0 else { throw .archiveTruncated(path: file.path) }
    guard let start = Int64(exactly: proved.offset), let size = Int64(exactly: proved.size),
      start <= directoryEnd, directoryEnd - start == size, size / 46 >= Int64(proved.count)
    else { throw .archiveDamaged(path: file.path, entry: nil, fault: .endRecordWrong) }
    count = Int(proved.count)
    directory = start..<directoryEnd
    end = position + Int64(Self.length)
  }

  private static func checkBeginning(of file: InputFile) throws(ExportError) {
    let head = try file.bytes(at: 0, count: 4)
    guard !head.isEmpty else { throw .archiveTruncated(path: file.path) }
    switch head {
    case [0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06]: return
    case [0x50, 0x4B, 0x07, 0x08], [0x50, 0x4B, 0x30, 0x30]:
      throw .archiveDamaged(path: file.path, entry: nil, fault: .splitArchive)
    case _ where head.count < 4 && [0x50, 0x4B, 0x03, 0x04].starts(with: head):
      throw .archiveTruncated(path: file.path)
    default: throw .notAZip(path: file.path)
    }
  }

  /// Where the one end record is whose comment ends with the file; nil where the file was cut before it.
  private static func find(in tail: [UInt8]) throws(ZipFault) -> Int? {
    var found: Int?
    var hasJunk = false
    var index = tail.count - 4
    while index >= 0 {
      defer { index -= 1 }
      guard tail[index] == 0x50, tail[index...].starts(with: signature) else { continue }
      guard index + length <= tail.count else { continue }  // Cut inside the record.
      let commentEnd =
        index + length + Int(tail.span.littleEndian16(at: index + length - 2))
      if commentEnd == tail.count {
        guard found == nil else { throw .endRecordHidden }
        found = index
      } else if found == nil && commentEnd < tail.count {
        hasJunk = true
      }
    }
    guard let found else {
      if hasJunk { throw .junkAtEnd }
      return nil
    }
    let comment = tail[(found + length)...]
    guard comment.count <= ZipLimits.commentBytes else { throw .commentTooLong }
    for index in comment.indices where comment[index...].starts(with: signature) {
      throw .endRecordHidden
    }
    return found
  }

  /// Reads the zip64 record that a locator points to; it must stand right before the locator.
  private static func readZip64(
    of file: InputFile, locator: [UInt8], at locatorAt: Int64, checking short: Fields
  ) throws(ExportError) -> (Fields, directoryEnd: Int64) {
    let wrong = ExportError.archiveDamaged(path: file.path, entry: nil, fault: .zip64Wrong)
    let span = locator.span
    guard span.littleEndian32(at: 4) == 0, span.littleEndian32(at: 16) <= 1,
      let start = Int64(exactly: span.littleEndian64(at: 8)), start < locatorAt
    else { throw wrong }
    let record = try file.bytes(at: start, count: 56)
    guard record.count == 56, record.starts(with: [0x50, 0x4B, 0x06, 0x06]) else { throw wrong }
    let rest = record.span.littleEndian64(at: 4)
    guard rest >= 44, let length = Int64(exactly: rest), length == locatorAt - start - 12 else {
      throw wrong
    }
    guard record.span.littleEndian32(at: 16) == 0, record.span.littleEndian32(at: 20) == 0,
      record.span.littleEndian64(at: 24) == record.span.littleEndian64(at: 32)
    else { throw wrong }
    let fields = Fields(
      count: record.span.littleEndian64(at: 32), size: record.span.littleEndian64(at: 40),
      offset: record.span.littleEndian64(at: 48))
    guard short.count == 0xFFFF || short.count == fields.count,
      short.size == 0xFFFF_FFFF || short.size == fields.size,
      short.offset == 0xFFFF_FFFF || short.offset == fields.offset
    else { throw wrong }
    return (fields, start)
  }

  /// What either form of the record says.
  private struct Fields {
    let count, size, offset: UInt64

    init(count: UInt64, size: UInt64, offset: UInt64) {
      (self.count, self.size, self.offset) = (count, size, offset)
    }

    init(_ bytes: Span<UInt8>, at start: Int) throws(ZipFault) {
      // 0xFFFF in a disk's number sends to the zip64 record, as in the other fields.
      let disks = (bytes.littleEndian16(at: start + 4), bytes.littleEndian16(at: start + 6))
      guard disks == (0, 0) || disks == (0xFFFF, 0xFFFF) else { throw .splitArchive }
      let count = bytes.littleEndian16(at: start + 10)
      guard bytes.littleEndian16(at: start + 8) == count else { throw .splitArchive }
      self.init(
        count: UInt64(count), size: UInt64(bytes.littleEndian32(at: start + 12)),
        offset: UInt64(bytes.littleEndian32(at: start + 16)))
    }
  }
}
