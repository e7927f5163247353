import JSONText
import Synchronization
import TestServer
import Testing

@testable import InboxAPI

/// Answers of servers that fail in the middle, or mean harm: what is read of them, and how often they are asked.
@Suite(.timeLimit(.minutes(50))) struct HostileAnswerTests {
  private static func json(_ headers: String, _ body: String) -> Reaction {
    .raw(
      Array("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\(headers)\r\n\r\n\(body)".utf8))
  }

  private static let page = #"{"count":1,"results":[{"id":"1"}]}"#

  // MARK: Pages that are not whole

  /// How often each is asked for: what broke off may come whole the next time, what is wrong as a whole will not.
  @Test(arguments: [
    ("chunked, cut inside a chunk", json("Transfer-Encoding: chunked", "22\r\n{\"count\":1"), 3),
    ("chunked, no last chunk", json("Transfer-Encoding: chunked", "22\r\n\(page)\r\n"), 3),
    (
      "chunked, a size that is none",
      json("Transfer-Encoding: chunked", "zz\r\n\(page)\r\n0\r\n\r\n"), 3
    ),
    (
      "chunked, a size without end",
      json("Transfer-Encoding: chunked", "FFFFFFFFFFFFFFFFF\r\n\(page)\r\n0\r\n\r\n"), 3
    ),
    ("a length that is too long", json("Content-Length: 35", page), 3),
    ("a length that is too short", json("Content-Length: 33", page), 3),
    ("cut, and nothing shows it", .json(String(page.dropLast(5))), 3),
    ("a length that is none", json("Content-Length: many", page), 3),
    ("a negative length", json("Content-Length: -1", page), 3),
    ("compressed, and it is not", json("Content-Encoding: gzip\r\nContent-Length: 34", page), 3),
    ("no answer of HTTP", .raw(Array("SSH-2.0-OpenSSH_9.2\r\n".utf8)), 1),
    ("headers that break off", .raw(Array("HTTP/1.1 200 OK\r\nContent-Le".utf8)), 3),
    ("nothing", json("Content-Length: 0", ""), 3),
    ("no list", json("Content-Length: 4", "null"), 1),
    (
      "a login page",
      .answer(200, headers: [("Content-Type", "text/html")], body: Array("<html>".utf8)), 1
    ),
    (
      "a login page that calls itself JSON",
      .json("<!doctype html><html><head><title>Sign in</title></head></html>"), 3
    ),
  ])
  func takesNoListThatIsNotWhole(_ name: String, _ reaction: Reaction, tries: Int) async throws {
    let server = try TestServer { _ in reaction }
    defer { server.stop() }
    let error = await apiError {
      _ = try await client(server.url).messages(of: "447700900142", limit: 10, offset: 0)
    }
    #expect(error != nil)
    #expect(server.requests.count == tries, "\(error as Any)")
  }

  @Test(arguments: [
    json("Transfer-Encoding: chunked", "22\r\n{\"count\":1"), json("Content-Length: 33", page),
    .json(String(page.dropLast(5))), .json(""),
  ])
  func readsThePageThatComesWholeTheNextTime(_ broken: Reaction) async throws {
    let count = Mutex(0)
    let server = try TestServer { _ in
      let number = count.withLock { count in
        count += 1
        return count
      }
      return number < 3 ? broken : .json(Self.page)
    }
    defer { server.stop() }
    let page = try await client(server.url).messages(of: "447700900142", limit: 10, offset: 0)
    #expect(page.items.count == 1)
    #expect(server.requests.count == 3)
  }

  // MARK: Answers without end

  /// 77 MB of zeros in 490 kB: one literal and 300,000 copies of 258 bytes, in fixed Huffman codes (RFC 1951, 3.2.6).
  private static let bomb: [UInt8] = {
    var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    var bits: UInt32 = 0
    var count: UInt32 = 0
    func put(_ code: [UInt32]) {
      for bit in code {
        bits |= bit << count
        count += 1
        if count == 8 {
          bytes.append(UInt8(bits))
          (bits, count) = (0, 0)
        }
      }
    }
    put([1, 1, 0])
    put([0, 0, 1, 1, 0, 0, 0, 0])
    for _ in 0..<300_000 { put([1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0]) }
    put([0, 0, 0, 0, 0, 0, 0, 0])
    return bytes + [UInt8](repeating: 0, count: 16)
  }()

  @Test func countsTheBytesThatAreUnpacked() async throws {
    #expect(Self.bomb.count < 500_000)
    let server = try TestServer { _ in
      .answer(
        200, headers: [("Content-Type", "application/json"), ("Content-Encoding", "gzip")],
        body: Self.bomb)
    }
    defer { server.stop() }
    let error = await apiError {
      _ = try await client(server.url).messages(of: "447700900142", limit: 10, offset: 0)
    }
    #expect(error?.description.contains("it is longer than 64 MiB") == true, "\(error as Any)")
    #expect(server.requests.count == 1)
  }

  /// A refusal is one by its status; what it goes on to say is not waited for. So often is each request sent.
  @Test(
    arguments: [
      (302, 1, .refused), (401, 1, .refused), (404, 1, .refused), (413, 1, .refused),
      (429, 3, .notExecuted), (500, 3, .unknown),
    ] as [(Int, Int, APIError.Outcome)], ["whole chunks", "no length"])
  func endsARefusalThatGoesOnWithoutEnd(
    _ refusal: (status: Int, tries: Int, outcome: APIError.Outcome), form: String
  ) async throws {
    let letters = [UInt8](repeating: 0x78, count: 0x8000)
    let head = "HTTP/1.1 \(refusal.status) x\r\nContent-Type: text/plain\r\n"
    let server = try TestServer { _ in
      form == "no length"
        ? .flood(Array((head + "\r\n").utf8), piece: letters)
        : .flood(
          Array((head + "Transfer-Encoding: chunked\r\n\r\n").utf8),
          piece: Array("8000\r\n".utf8) + letters + Array("\r\n".utf8))
    }
    defer { server.stop() }
    let client = try client(server.url)
    let media = MediaUpload(
      fileName: "a.jpg", contentType: "image/jpeg", body: BytesBody(pseudorandomBytes(1000)))
    let errors = [
      await apiError { _ = try await client.currentUser() },
      await apiError { _ = try await client.createMedia(media) },
      await apiError { try await client.media(id: "1") { _ in } },
      await apiError { _ = try await client.createChatImport(importRequest()) },
    ]
    for error in errors { #expect(error?.outcome == refusal.outcome, "\(error as Any)") }
    let imports = refusal.outcome == .notExecuted ? refusal.tries : 1
    // A file that is not there is asked for under a second address.
    let more = refusal.status == 404 ? 1 : 0
    #expect(server.requests.count == 3 * refusal.tries + more + imports)
  }

  /// As refusals, and as success: nothing of such an answer is believed.
  @Test(arguments: [
    ("headers", "HTTP/1.1 200 OK\r\n", "X-More: \(String(repeating: "x", count: 200))\r\n"),
    ("one header", "HTTP/1.1 200 OK\r\nX-More: ", String(repeating: "x", count: 4096)),
    ("answers before the answer", "HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 100 Continue\r\n\r\n"),
    (
      "headers behind the body",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n",
      "X-More: \(String(repeating: "x", count: 200))\r\n"
    ),
  ])
  func endsAnAnswerWhoseHeadersHaveNoEnd(_ name: String, start: String, piece: String) async throws
  {
    let server = try TestServer { _ in .flood(Array(start.utf8), piece: Array(piece.utf8)) }
    defer { server.stop() }
    let client = try client(server.url)
    let error = await apiError { _ = try await client.createChatImport(importRequest()) }
    #expect(error?.outcome == .unknown, "\(error as Any)")
    #expect(server.requests.count == 1)
  }

  /// Three containers more than are allowed inside each other, and a hundred thousand.
  @Test(arguments: [65, 100_000])
  func readsNoPageOfEndlessDepth(depth: Int) async throws {
    let server = try TestServer { _ in
      .json(
        #"{"results":["# + String(repeating: "[", count: depth)
          + String(repeating: "]", count: depth) + "]}")
    }
    defer { server.stop() }
    let error = await apiError {
      _ = try await client(server.url).messages(of: "447700900142", limit: 10, offset: 0)
    }
    #expect(error?.description.contains("too many containers inside each other") == true)
  }

  /// A byte now and then is no answer; reading may be tried again.
  @Test func givesUpAListThatDrips() async throws {
    let server = try TestServer { _ in
      .drip(
        Array("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".utf8)
          + [UInt8](repeating: 0x20, count: 200), milliseconds: 100)
    }
    defer { server.stop() }
    let client = try client(server.url) { $0.stallLimit = .seconds(1) }
    let error = await apiError {
      _ = try await client.messages(of: "447700900142", limit: 10, offset: 0)
    }
    guard case .interrupted(_, "Timeout was reached") = error else {
      Issue.record("\(error as Any)")
      return
    }
    #expect(server.requests.count == 3)
  }

  // MARK: Requests that break off

  /// Inside the body of the request: nobody knows how much of it the server had.
  @Test func importsOnceWhereTheConnectionBreaksInsideTheBody() async throws {
    let server = try TestServer(early: { _ in .reset }, { _ in .json("{}") })
    defer { server.stop() }
    let request = importRequest(pseudorandomBytes(6_000_000).map { $0 % 26 + 97 })
    let error = await apiError { _ = try await client(server.url).createChatImport(request) }
    #expect(error?.outcome == .unknown)
    #expect(server.requests.isEmpty)
    #expect(server.aborted.count == 1)
  }

  // MARK: Files

  @Test(arguments: [
    ("a part of it", Reaction.status(206, [("Content-Range", "bytes 0-3/4000")], "part")),
    ("another part of it", .status(206, [("Content-Range", "bytes 5-8/9")], "part")),
    ("an empty success", .status(204)), ("not modified", .status(304)),
  ])
  func takesNoFileThatIsNotWhole(_ name: String, _ reaction: Reaction) async throws {
    let server = try TestServer { _ in reaction }
    defer { server.stop() }
    let error = await apiError { try await client(server.url).media(id: "1") { _ in } }
    #expect(error != nil)
    #expect(server.requests.first?.header("Range") == nil)
  }
}
