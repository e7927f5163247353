import Files
import Synchronization
import TestKit
import Testing

@testable import InboxAPI

/// Bytes in memory, given in pieces.
final class BytesBody: RequestBody {
  let length: Int64
  private let bytes: [UInt8]
  private let piece: Int
  private let opened = Mutex(0)

  var openCount: Int { opened.withLock { $0 } }

  /// - Parameter announcing: the length it claims; nil: the true one.
  init(_ bytes: [UInt8], piece: Int = 7919, announcing length: Int64? = nil) {
    self.bytes = bytes
    self.piece = piece
    self.length = length ?? Int64(bytes.count)
  }

  func open() throws -> any ByteSource {
    opened.withLock { $0 += 1 }
    return Source(bytes, piece)
  }

  private final class Source: ByteSource {
    private var rest: ArraySlice<UInt8>
    private let piece: Int

    init(_ bytes: [UInt8], _ piece: Int) {
      rest = bytes[...]
      self.piece = piece
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
      let count = min(piece, buffer.count, rest.count)
      buffer.copyBytes(from: rest.prefix(count))
      rest = rest.dropFirst(count)
      return count
    }
  }
}

/// A body that cannot be read.
final class BrokenBody: RequestBody {
  struct Broken: Error, CustomStringConvertible { var description: String { "entry damaged" } }
  let length: Int64 = 10
  func open() throws -> any ByteSource { throw Broken() }
}

func pseudorandomBytes(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
  var state = seed
  return (0..<count).map { _ in
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return UInt8(truncatingIfNeeded: state >> 56)
  }
}

let canary = "canary0Zq81TOKEN"

func client(
  _ url: String, clock: FakeClock = FakeClock(), _ change: (inout ClientSettings) -> Void = { _ in }
) throws -> GetChatClient {
  var settings = ClientSettings()
  settings.clock = clock
  change(&settings)
  return try GetChatClient(url: url, token: Secret(canary), settings: settings)
}

/// The error that `body` throws; its text must not hold the token.
func apiError(
  _ body: () async throws -> Void, sourceLocation: SourceLocation = #_sourceLocation
) async -> APIError? {
  do {
    try await body()
    Issue.record("no error", sourceLocation: sourceLocation)
    return nil
  } catch {
    var dumped = ""
    dump(error, to: &dumped)
    for text in ["\(error)", String(reflecting: error), dumped] {
      #expect(!text.contains(canary), sourceLocation: sourceLocation)
    }
    #expect(error is APIError, sourceLocation: sourceLocation)
    return error as? APIError
  }
}

func importRequest(_ text: [UInt8] = Array("a\\nb".utf8)) -> ChatImportRequest {
  ChatImportRequest(
    participants: [.init(name: "Ana \"B\"", number: "34600111222")], utcOffsetMinutes: -420,
    languageCode: "en-US",
    mediaFiles: [
      .init(fileName: "IMG 1.jpg", receipt: MediaReceipt(id: "m1", file: "http://x/m1"))
    ],
    escapedText: BytesBody(text))
}
