import Foundation
import Synchronization
import TestKit
import Testing

@testable import LocalInbox

@Suite struct MediaTests {
  let test: TestInbox
  init() throws { test = try TestInbox() }

  private let path = "/api/v1/media/"

  @Test func keepsAFileByItsContent() throws {
    let answer = try test.upload(Array("hello".utf8))
    #expect(answer.status == 201)
    let id = try #require(answer.object["id"] as? String)
    #expect(UUID(uuidString: id) != nil)
    #expect(answer.text == #"{"file":"\#(test.url)/api/v1/media/\#(id)/","id":"\#(id)"}"#)
    // SHA-256 of "hello".
    let digest = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
    #expect(test.files().contains("media/2c/\(digest)"))

    let second = try test.uploadedID(Array("hello".utf8))
    #expect(second != id)
    #expect(test.files().filter { $0.hasPrefix("media/") }.count == 1)
    #expect(!test.files().contains { $0.hasPrefix("incoming/") })
    #expect(try test.get(path + second + "/").text == "hello")
  }

  @Test func givesBackTheBytesWithAndWithoutTheSlash() throws {
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let id = try test.uploadedID(bytes)
    for target in [path + id + "/", path + id, path + id.uppercased() + "/"] {
      let answer = try test.get(target)
      #expect(answer.status == 200)
      #expect(answer.body == bytes)
      #expect(answer.header("Content-Type") == "image/jpeg")
      #expect(answer.header("X-Content-Type-Options") == "nosniff")
    }
    let head = try test.send("HEAD", path + id + "/")
    #expect(head.header("Content-Length") == "300000")
  }

  @Test(arguments: [
    ("mime_type_type=video&mime_type_subtype=mp4", "video/mp4"),
    ("mime_type_type=video", "image/jpeg"), ("mime_type_subtype=mp4", "image/jpeg"),
    ("mime_type_type=image&mime_type_subtype=svg%2Bxml", "image/svg+xml"),
    ("mime_type_type=a%0d%0aX:&mime_type_subtype=b", "image/jpeg"),
    ("mime_type_type=a%2Fb&mime_type_subtype=c", "image/jpeg"),
  ])
  func saysTheTypeThatIsAskedFor(_ query: String, _ wanted: String) throws {
    let id = try test.uploadedID([1])
    #expect(try test.get("\(path)\(id)/?\(query)").header("Content-Type") == wanted)
  }

  @Test(arguments: [
    ("image/png; charset=x", "image/png"), ("IMAGE/JPEG", "image/jpeg"),
    (nil, "image/png"), ("application/octet-stream", "image/png"), ("nonsense", "image/png"),
  ])
  func learnsTheTypeFromTheBytesWhereNobodySays(_ type: String?, _ wanted: String) throws {
    let png: [UInt8] = [
      0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0,
      1, 0, 0, 0, 1, 8, 2, 0, 0, 0, 0x90, 0x77, 0x53, 0xDE,
    ]
    let id = try test.uploadedID(png, type: type)
    #expect(try test.get(path + id).header("Content-Type") == wanted)
  }

  @Test(arguments: [
    "a \\\"quoted\\\".jpg", "a%22b.jpg", "Фото — 写真.jpg", "نوا.jpg", "", "../../../etc/x",
    "with; name=\"file_encoded2", "a.jpg\"; filename*=UTF-8''b%20c.jpg; x=\"",
  ])
  func takesAFileOfAnyName(_ name: String) throws {
    let answer = try test.upload(Array("content".utf8), name: name)
    #expect(answer.status == 201)
    let id = try #require(answer.object["id"] as? String)
    #expect(try test.get(path + id).text == "content")
  }

  @Test func takesAnEmptyFile() throws {
    let id = try test.uploadedID([])
    let answer = try test.get(path + id)
    #expect(answer.status == 200)
    #expect(answer.body.isEmpty)
    #expect(answer.header("Content-Length") == "0")
  }

  @Test func readsOverOtherFields() throws {
    let body =
      Multipart.part("form-data; name=\"comment\"", nil, Array("x".utf8))
      + Multipart.part(
        "form-data; name=\"file_encoded\"; filename=\"a\"", "text/plain", Array("first".utf8))
      + Multipart.part(
        "form-data; name=\"file_encoded\"; filename=\"b\"", "text/plain", Array("second".utf8))
      + Multipart.part("form-data; name=\"other\"; filename=\"c\"", nil, Array("third".utf8))
      + Multipart.end
    let answer = try test.send("POST", path, body, type: Multipart.contentType)
    let id = try #require(answer.object["id"] as? String)
    #expect(try test.get(path + id).text == "first")
  }

  /// Bytes that look like the boundary, at every distance from the borders of what is read at once.
  @Test(arguments: 0..<32 as Range<UInt64>)
  func givesBackBytesThatLookLikeBoundaries(_ seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    let pieces = [
      "\r\n", "\r", "\n", "--", "\r\n--", "\r\n--\(Multipart.boundary.dropLast())", "\0", "-",
      "\r\n\r\n", "\r\r\n--\(Multipart.boundary.prefix(5))",
      "\r\n--\(Multipart.boundary.dropLast(2))\r\n",
    ].map { Array($0.utf8) }
    var bytes: [UInt8] = []
    let size = Int(random.next() % 400_000)
    while bytes.count < size {
      if random.next() % 3 == 0 {
        // No letter, or a piece before it could become the whole boundary.
        let filler = UInt8(truncatingIfNeeded: random.next()) | 0x80
        bytes += [UInt8](repeating: filler, count: Int(random.next() % 5_000))
      }
      bytes += pieces[Int(random.next() % UInt64(pieces.count))]
    }
    let answer = try test.upload(bytes)
    #expect(answer.status == 201, "\(answer.text)")
    let id = try #require(answer.object["id"] as? String)
    #expect(try test.get(path + id).body == bytes)
  }

  @Test(arguments: [1, 2, 3, 7, 61])
  func takesABodyThatComesInPieces(_ size: Int) throws {
    let content = Array("a\r\n--\(Multipart.boundary.dropLast())\r\nb".utf8)
    let body = Multipart.file(content, name: "a", type: "image/png")
    let client = try RawClient(test.url)
    try client.send(
      "POST \(path) HTTP/1.1\r\nHost: \(test.host)\r\nAuthorization: Token \(test.inbox.token)\r\n"
        + "Content-Type: \(Multipart.contentType)\r\nTransfer-Encoding: chunked\r\n\r\n")
    for start in stride(from: 0, to: body.count, by: size) {
      let piece = body[start..<min(start + size, body.count)]
      try client.send(Array("\(String(piece.count, radix: 16))\r\n".utf8) + piece + [13, 10])
    }
    try client.send("0\r\n\r\n")
    let id = try #require(try client.receive().object["id"] as? String)
    #expect(try test.get(path + id).body == content)
  }

  @Test(arguments: [
    ("multipart/form-data; boundary=\"\(Multipart.boundary)\"", 201),
    ("Multipart/Form-Data; charset=utf-8; boundary=\(Multipart.boundary)", 201),
    ("multipart/form-data", 400), ("application/json", 415), ("text/plain", 415),
    ("application/x-www-form-urlencoded", 415),
  ])
  func takesMultipartOnly(_ type: String, _ status: Int) throws {
    let body = Multipart.file([1, 2], name: "a", type: nil)
    #expect(try test.send("POST", path, body, type: type).status == status)
  }

  @Test func tellsWhatIsWrongWithAForm() throws {
    let none = try test.send("POST", path, Multipart.end, type: Multipart.contentType)
    #expect(none.status == 400)
    let other = Multipart.file([1], name: "a", type: nil, field: "file")
    let missing = try test.send("POST", path, other, type: Multipart.contentType)
    #expect(missing.status == 400)
    #expect(missing.text == #"{"file_encoded":["No file was submitted."]}"#)
    let field =
      Multipart.part("form-data; name=\"file_encoded\"", nil, Array("x".utf8)) + Multipart.end
    let plain = try test.send("POST", path, field, type: Multipart.contentType)
    #expect(
      plain.text
        == #"{"file_encoded":["The submitted data was not a file. Check the encoding type on the form."]}"#
    )
  }

  @Test func keepsNothingOfAFormThatIsCutOff() throws {
    let whole = Multipart.file([UInt8](repeating: 9, count: 50_000), name: "a", type: nil)
    for cut in [10, 60, 40_000, whole.count - 6] {
      let answer = try test.send("POST", path, Array(whole[..<cut]), type: Multipart.contentType)
      #expect(answer.status == 400, "\(cut)")
    }
    #expect(!test.files().contains { $0.hasPrefix("media/") || $0.hasPrefix("incoming/") })
  }

  @Test func keepsNothingOfAConnectionThatEnds() throws {
    do {
      let client = try RawClient(test.url)
      try client.send(
        "POST \(path) HTTP/1.1\r\nHost: \(test.host)\r\nAuthorization: Token \(test.inbox.token)\r\n"
          + "Content-Type: \(Multipart.contentType)\r\nContent-Length: 1000000\r\n\r\n")
      try client.send(Array(Multipart.file([1, 2, 3], name: "a", type: nil).dropLast(9)))
    }
    // Stopping waits for every request to be over.
    try test.restart()
    #expect(!test.files().contains { $0.hasPrefix("media/") || $0.hasPrefix("incoming/") })
  }

  @Test func tellsAFullDisk() throws {
    // The folder of arriving files cannot be written: the same way out as a full disk.
    let incoming = test.path + "/incoming"
    try FileManager.default.removeItem(atPath: incoming)
    let answer = try test.upload([1, 2, 3])
    #expect(answer.status == 500)
    #expect((answer.object["reason"] as? String)?.hasPrefix("The local inbox failed: ") == true)
    #expect(!test.files().contains { $0.hasPrefix("media/") })
  }

  @Test func outlivesACallerWhoLeaves() throws {
    let id = try test.uploadedID([UInt8](repeating: 3, count: 8_000_000))
    for _ in 0..<3 {
      let client = try RawClient(test.url)
      try client.send(
        "GET \(path)\(id)/ HTTP/1.1\r\nHost: \(test.host)\r\n"
          + "Authorization: Token \(test.inbox.token)\r\n\r\n")
      #expect(try client.receive(toHead: true).status == 200)
    }
    // A signal for the broken pipe would have ended this process by the time that stopping is over.
    try test.restart()
    #expect(try test.get(path + id).body.count == 8_000_000)
  }

  @Test func aFileThatIsGoneIsNotFound() throws {
    let id = try test.uploadedID([5])
    try FileManager.default.removeItem(atPath: test.path + "/media")
    #expect(try test.get(path + id).status == 404)
  }

  @Test func manyUploadsAtOnceAreAllKept() throws {
    let ids = Mutex<[Int: String]>([:])
    let test = test
    DispatchQueue.concurrentPerform(iterations: 60) { number in
      // Every content twice.
      let bytes = [UInt8](repeating: UInt8(number / 2), count: 10_000 + number / 2)
      if let id = try? test.uploadedID(bytes) { ids.withLock { $0[number] = id } }
    }
    let found = ids.withLock { $0 }
    #expect(Set(found.values).count == 60)
    for (number, id) in found {
      #expect(try test.get(path + id).body.count == 10_000 + number / 2)
    }
    #expect(test.files().filter { $0.hasPrefix("media/") }.count == 30)
  }
}
