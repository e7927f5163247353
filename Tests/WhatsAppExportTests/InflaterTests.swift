import CArchive
import Glibc
import TestKit
import Testing

@testable import WhatsAppExport

/// What zlib packed, through libarchive, ISA-L unpacks: texts with every kind of deflate block, read in pieces of any size.
struct InflaterTests {
  struct Content: CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
  }

  static let contents: [Content] = {
    var random = SplitMix64(state: 7)
    let words = ["Anna", "kommt ", "später", " – ", "🎉", "\n", "[10.03.22, 11:00:00] "]
    let text = (0..<60_000).flatMap { _ in
      Array(words.randomElement(using: &random)?.utf8 ?? "".utf8)
    }
    return [
      Content(testDescription: "nothing", bytes: []),
      Content(testDescription: "one byte", bytes: [0x41]),
      Content(testDescription: "a run of one byte", bytes: .init(repeating: 0x61, count: 1 << 20)),
      Content(testDescription: "text", bytes: text),
      Content(
        testDescription: "noise, which is kept in stored blocks",
        bytes: (0..<300_000).map { _ in .random(in: 0...255, using: &random) }),
    ]
  }()

  @Test(arguments: contents, [1, 7, 1_000, 32_768, 32_769, 1 << 17, 1 << 21])
  func unpacksWhatZlibPacked(_ content: Content, chunk: Int) throws {
    // One byte at a time of the first part is enough.
    let bytes = chunk == 1 ? Array(content.bytes.prefix(50_000)) : content.bytes
    let folder = try ScratchFolder()
    let path = try folder.write("a.zip", try Self.zip(bytes))
    let file = try InputFile(at: path)
    let entry = try #require(ZipDirectory(scanning: file).entries.first)
    #expect(entry.method == ZipEntry.deflated)
    let source = ZipEntrySource(file, entry)
    var unpacked: [UInt8] = []
    try source.forEachChunk(of: chunk) {
      unpacked += $0
      return true
    }
    #expect(unpacked == bytes)
  }

  /// After an error nothing more comes, and the error comes again.
  @Test func staysBroken() throws {
    let folder = try ScratchFolder()
    var damaged = try Self.zip(Self.contents[3].bytes)
    damaged[damaged.count / 2] ^= 0xFF
    let file = try InputFile(at: folder.write("a.zip", damaged))
    let source = ZipEntrySource(file, try #require(ZipDirectory(scanning: file).entries.first))
    var errors: [ExportError] = []
    for _ in 0..<2 {
      do throws(ExportError) {
        _ = try source.bytes(upTo: 1 << 24)
      } catch {
        errors.append(error)
      }
    }
    #expect(errors.map(\.code) == ["archive-damaged", "archive-damaged"])
  }

  /// A zip archive of one deflated file, written by libarchive.
  private static func zip(_ bytes: [UInt8]) throws -> [UInt8] {
    let room = UnsafeMutableRawBufferPointer.allocate(
      byteCount: bytes.count * 2 + 4_096, alignment: 1)
    defer { room.deallocate() }
    var used = 0
    let writer = try #require(archive_write_new())
    defer { archive_write_free(writer) }
    archive_write_set_format_zip(writer)
    archive_write_zip_set_compression_deflate(writer)
    try #require(
      archive_write_open_memory(writer, room.baseAddress, room.count, &used) == ARCHIVE_OK)
    let entry = try #require(archive_entry_new())
    defer { archive_entry_free(entry) }
    archive_entry_set_pathname(entry, "_chat.txt")
    archive_entry_set_size(entry, Int64(bytes.count))
    archive_entry_set_filetype(entry, UInt32(Glibc.S_IFREG))
    archive_entry_set_perm(entry, 0o644)
    try #require(archive_write_header(writer, entry) == ARCHIVE_OK)
    try #require(archive_write_data(writer, bytes, bytes.count) == bytes.count)
    try #require(archive_write_close(writer) == ARCHIVE_OK)
    return Array(room.prefix(used))
  }
}
