import Foundation
import TestKit
import Testing

@testable import Files

@Suite struct MediaTypeReaderTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let type: String
    var testDescription: String { name }

    init(_ name: String, _ bytes: [UInt8], _ type: String) {
      self.name = name
      self.bytes = bytes
      self.type = type
    }
  }

  /// A page of an Ogg stream that begins an Opus or a Vorbis stream.
  private static func ogg(_ head: String) -> [UInt8] {
    Array("OggS".utf8) + [0, 2] + zeros(8) + [1, 0, 0, 0] + zeros(4) + zeros(4) + [1, 19]
      + Array(head.utf8) + [1, 1, 0x38, 1, 0x80, 0xbb, 0, 0, 0, 0, 0]
  }

  /// The first box of an ISO base media file.
  private static func isoMedia(_ brand: String) -> [UInt8] {
    [0, 0, 0, 24] + Array("ftyp\(brand)".utf8) + [0, 0, 0, 0] + Array("isom\(brand)".utf8)
      + [0, 0, 0, 8] + Array("free".utf8)
  }

  private static func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }

  static let samples = [
    Sample("empty", [], "application/octet-stream"),
    Sample("noise", [0xff, 0x00, 0x13, 0x77, 0x80], "application/octet-stream"),
    Sample(
      "png",
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13] + Array("IHDR".utf8)
        + [0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89], "image/png"),
    Sample(
      "jpeg",
      [0xff, 0xd8, 0xff, 0xe0, 0, 16] + Array("JFIF".utf8) + [0, 1, 1, 0, 0, 1, 0, 1, 0, 0],
      "image/jpeg"),
    Sample("gif", Array("GIF89a".utf8) + [1, 0, 1, 0, 0, 0, 0, 0x3b], "image/gif"),
    Sample(
      "webp",
      Array("RIFF".utf8) + [26, 0, 0, 0] + Array("WEBPVP8L".utf8)
        + [13, 0, 0, 0, 0x2f, 0, 0, 0, 0x10, 7, 0x10, 0x11, 0x11, 0x88, 0x88, 0xfe, 7, 0],
      "image/webp"),
    Sample("a voice message, Opus in Ogg", ogg("OpusHead"), "audio/ogg"),
    Sample("m4a", isoMedia("M4A "), "audio/mp4"),
    Sample("mp4", isoMedia("mp42"), "video/mp4"),
    Sample("mp4 of Android", isoMedia("isom"), "video/mp4"),
    Sample("3gp", isoMedia("3gp4"), "video/3gpp"),
    Sample(
      "mp3",
      Array("ID3".utf8) + [3, 0, 0, 0, 0, 0, 10] + zeros(10) + [0xff, 0xfb, 0x90, 0x64],
      "audio/mpeg"
    ),
    Sample(
      "aac", [0xff, 0xf1, 0x50, 0x80, 0x02, 0x1f, 0xfc, 0xde, 0x02, 0x00, 0x4c], "audio/aac"),
    Sample("amr", Array("#!AMR\n".utf8) + [0x3c, 0x91, 0x17], "audio/amr"),
    Sample(
      "wav",
      Array("RIFF".utf8) + [36, 0, 0, 0] + Array("WAVEfmt ".utf8)
        + [16, 0, 0, 0, 1, 0, 1, 0, 0x40, 0x1f, 0, 0, 0x80, 0x3e, 0, 0, 2, 0, 16, 0]
        + Array("data".utf8) + [0, 0, 0, 0], "audio/wav"),
    Sample("pdf", Array("%PDF-1.4\n1 0 obj\n<<>>\nendobj\n".utf8), "application/pdf"),
    Sample("zip", [0x50, 0x4b, 5, 6] + zeros(18), "application/zip"),
    Sample(
      "vcf", Array("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nEND:VCARD\r\n".utf8), "text/vcard"),
    Sample("text", Array("just a few words\n".utf8), "text/plain"),
    Sample("a picture by name only", Array("photo.jpg is not a picture\n".utf8), "text/plain"),
  ]

  @Test func tellsTypesByContent() throws {
    let reader = try MediaTypeReader()
    for sample in Self.samples {
      #expect(reader.type(of: sample.bytes.span) == sample.type, "\(sample.name)")
    }
  }

  /// Whatever comes in, a header value that cannot break a request comes out.
  @Test(arguments: 0..<32 as Range<UInt64>)
  func givesAPlainTypeForRandomBytes(seed: UInt64) throws {
    let reader = try MediaTypeReader()
    var random = SplitMix64(state: seed)
    for sample in Self.samples {
      var bytes = sample.bytes + (0..<64).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      bytes[Int(random.next() % UInt64(bytes.count))] ^= 0x40
      let type = reader.type(of: bytes.span)
      #expect(
        type.utf8.allSatisfy { (33...126).contains($0) } && type.split(separator: "/").count == 2)
    }
  }
}
