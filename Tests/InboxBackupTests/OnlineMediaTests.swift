import Foundation
import InboxAPI
import JSONText
import TestKit
import TestServer
import Testing

@testable import InboxBackup

/// The attachments of an online inbox: each is fetched, or its row says why not.
@Suite(.timeLimit(.minutes(50))) struct OnlineMediaTests {
  typealias Bench = OnlineBackupTests.Bench

  /// One message with these attachments, each an object.
  static func bench(_ attachments: (_ url: String) -> [String]) throws -> Bench {
    let bench = try Bench(FakePlatform.State())
    let list = attachments(bench.platform.server.url).joined(separator: ",")
    bench.platform.change {
      $0.conversations[5] = [
        .init(id: 1, time: 10, more: #""message_type":0,"attachments":[\#(list)]"#)
      ]
      $0.answers["/rails/a.png"] = .answer(200, body: Array("a file".utf8))
    }
    return bench
  }

  static func attachment(_ id: Int?, _ link: String?) -> String {
    let link = link.map { "\"\($0)\"" } ?? "null"
    return #"{\#(id.map { #""id":\#($0),"# } ?? "")"file_type":"image","data_url":\#(link)}"#
  }

  static func media(_ bench: Bench, generation: Int = 1) throws -> String {
    try bench.home.text("b/generations/00000\(generation)/media.jsonl")
  }

  static func intact(_ bench: Bench) throws -> Bool {
    let report = try BackupVerifier(bench.home.file("b")).run(isQuick: false).report
    return report.verdict == .intact && report.problems == []
  }

  /// With an id or without one; with a whole address or one of the inbox's own host.
  @Test(arguments: [(31, true), (31, false), (nil, true), (nil, false)] as [(Int?, Bool)])
  func fetchesWhatIsOnTheInboxsOwnHost(id: Int?, isWhole: Bool) async throws {
    let bench = try Self.bench { [Self.attachment(id, (isWhole ? $0 : "") + "/rails/a.png")] }
    let result = try await bench.backup()
    #expect(result.problems == [])
    #expect(result.media == 1)
    let line = try Self.media(bench)
    #expect(line.hasPrefix(id == nil ? #"{"id":"link:"# : #"{"id":"31","#))
    #expect(try Self.intact(bench))
    #expect(try await bench.verify().verdict == .safeToDelete)
    let reader = try await BackupReader(bench.home.file("b"))
    let catalogue = try MediaCatalogue(reader)
    var messages = try reader.messages(of: "5")
    let message = try #require(try messages.next()).message
    for file in message.allMedia {
      guard case .stored(_, 6) = catalogue[file] else {
        Issue.record("\(catalogue[file])")
        return
      }
    }
  }

  /// A host that ends a file early, or gives another one, is believed no more than the message: `a file` has six bytes.
  @Test(arguments: [4, 8, 4_000])
  func keepsNothingForWholeThatIsNotAsLongAsItsMessageSays(size: Int) async throws {
    let bench = try Self.bench { url in
      [#"{"id":31,"file_type":"file","file_size":\#(size),"data_url":"\#(url)/rails/a.png"}"#]
    }
    let result = try await bench.backup()
    #expect(result.problems.map(\.code) == ["media-differs"])
    #expect(try Self.media(bench).contains(#""state":"differing""#))
    #expect(try await bench.verify().verdict == .notSafe)
    let whole = [UInt8](repeating: 7, count: size)
    bench.platform.change { $0.answers["/rails/a.png"] = .answer(200, body: whole) }
    #expect(try await bench.backup().problems == [])
    #expect(try Self.media(bench, generation: 2).contains(#""state":"stored""#))
    #expect(try await bench.verify().verdict == .safeToDelete)
  }

  /// What was stored before sizes were looked at is found by the messages that the backup has.
  @Test func findsAFileThatWasTakenForWhole() async throws {
    let bench = try Self.bench { [Self.attachment(31, $0 + "/rails/a.png")] }
    #expect(try await bench.backup().problems == [])
    #expect(try await bench.verify().verdict == .safeToDelete)
    bench.platform.change {
      $0.conversations[5] = [
        .init(
          id: 1, time: 10,
          more: """
            "message_type":0,"attachments":[{"id":31,"file_type":"image","file_size":4,\
            "data_url":"\(bench.platform.server.url)/rails/a.png"}]
            """)
      ]
    }
    #expect(try await bench.verify().verdict == .notSafe)
    // What is there stays, and in the way of a deletion, though the server has it no more.
    bench.platform.change { $0.answers["/rails/a.png"] = .answer(404, body: []) }
    #expect(try await bench.backup(full: true).problems.map(\.code) == ["media-differs"])
    #expect(try Self.media(bench, generation: 2).contains(#""state":"differing""#))
    #expect(try await bench.verify().verdict == .notSafe)
    bench.platform.change { $0.answers["/rails/a.png"] = .answer(200, body: Array("file".utf8)) }
    #expect(try await bench.backup(full: true).problems == [])
    #expect(try await bench.verify().verdict == .safeToDelete)
  }

  /// Files are read in any order; what the newest generation says counts, of messages as of media.
  @Test(arguments: [[1, 2], [2, 1]])
  func believesTheNewestOfWhatIsSaidOfAFile(order: [Int]) throws {
    func unresolved(announced: [Int: Int], stored: [Int: Int64]) throws -> [String] {
      let media = MediaIDs(.online)
      for generation in order {
        let size = announced[generation].map { ",\"file_size\":\($0)" } ?? ""
        let json = "{\"id\":1,\"attachments\":[{\"id\":31,\"data_url\":\"/a\"\(size)}]}"
        media.refer(
          InboxMessage(try JSONValue(parsing: Array(json.utf8)), InboxKind.online.form), generation)
        media.know(
          MediumRecord(
            id: "31", state: stored[generation] == nil ? .differing : .stored, sha256: nil,
            size: stored[generation] ?? 6), generation)
      }
      return media.unresolved().map(\.code)
    }
    #expect(try unresolved(announced: [1: 4_000, 2: 4_000], stored: [1: 6, 2: 4_000]) == [])
    #expect(try unresolved(announced: [1: 6, 2: 4_000], stored: [1: 6, 2: 4_000]) == [])
    #expect(try unresolved(announced: [2: 4_000], stored: [1: 4_000, 2: 6]) == ["media-differs"])
    #expect(try unresolved(announced: [2: 4_000], stored: [1: 6]) == [])
    #expect(try unresolved(announced: [:], stored: [1: 6, 2: 7]) == [])
  }

  /// Each is listed with its reason, and no backup with such a row is called damaged.
  @Test(arguments: [
    ("http://0.0.0.0:3000/rails/a.png", "neither https nor this inbox"),
    ("http://elsewhere.example/a.png", "neither https nor this inbox"),
    ("file:///etc/passwd", "neither https nor this inbox"),
    ("http://127.0.0.1:1/a.png", "the host that its address names cannot be reached"),
    (nil, "its message gives no address for it"),
    ("", "its message gives no address for it"),
  ])
  func saysWhyAnAttachmentIsNotThere(link: String?, reason: String) async throws {
    let bench = try Self.bench {
      [Self.attachment(31, link), Self.attachment(32, $0 + "/rails/a.png")]
    }
    for isFull in [true, false] {
      let result = try await bench.backup(full: isFull)
      #expect(result.problems.map(\.code) == ["media-lost"])
      #expect(result.problems.first?.message.contains(reason) == true, "\(result.problems)")
      #expect(result.media == 1)
      #expect(try Self.intact(bench))
    }
    #expect(try Self.media(bench).contains(#""id":"31","state":"missing""#))
    #expect(try await bench.verify().verdict == .notSafe)
  }

  /// Another server's trouble with one file is no trouble of the inbox.
  @Test(arguments: [Reaction.status(401), .status(403), .status(429), .status(500), .close, .reset])
  func savesTheOthersWhereAStoreFailsAtOneFile(_ answer: Reaction) async throws {
    let store = try TestServer { _ in answer }
    let bench = try Self.bench {
      [Self.attachment(31, store.url + "/x.png"), Self.attachment(32, $0 + "/rails/a.png")]
    }
    let result = try await bench.backup()
    #expect(result.problems.map(\.code) == ["media-lost"])
    #expect(result.media == 1)
    #expect(result.messages == 1)
    #expect(try await bench.verify().verdict == .notSafe)
  }

  /// However many files lie there: the host is gone, and the inbox is not.
  @Test func savesTheOthersWhereAHostIsGone() async throws {
    let bench = try Self.bench { url in
      (1...25).map { (id: Int) in Self.attachment(id, "http://127.0.0.1:1/\(id).png") }
        + [Self.attachment(32, url + "/rails/a.png")]
    }
    #expect(try await bench.backup().media == 1)
  }

  // MARK: Pages for people

  static let page = Reaction.answer(
    200, headers: [("Content-Type", "text/html; charset=utf-8")],
    body: Array("<!DOCTYPE html><title>Offer</title>".utf8))

  @Test(arguments: [("offer.html", 1), ("offer.HTM", 1), ("photo.png", 0)])
  func takesAPageWhereThatIsWhatWasSent(name: String, media: Int) async throws {
    let store = try TestServer { _ in Self.page }
    let bench = try Self.bench { [Self.attachment(31, $0 + "/rails/\(name)")] }
    bench.platform.change {
      $0.answers["/rails/\(name)"] = .status(302, [("Location", store.url + "/bucket/x")])
    }
    let result = try await bench.backup()
    #expect(result.media == media)
    #expect(result.problems.count == 1 - media)
  }

  // MARK: Secrets in addresses

  /// What is left out of the message is left out of the list of media too; the file is found by its message.
  @Test(arguments: [31, nil] as [Int?])
  func leavesTheSecretOfAnAddressOut(id: Int?) async throws {
    let bench = try Self.bench {
      [Self.attachment(id, $0 + "/files/a.png?token=CANARY&v=1")]
    }
    bench.platform.change { $0.answers["/files/a.png"] = .status(404) }
    #expect(try await bench.backup().problems.map(\.code) == ["media-lost"])
    for name in ["media.jsonl", "messages/5.jsonl"] {
      let text = try bench.home.text("b/generations/000001/" + name)
      #expect(text.contains("/files/a.png?token=(left out)&v=1"), "\(text)")
      #expect(!text.contains("CANARY"))
    }
    // The server said that there is none, and says so again under the whole address.
    #expect(try await bench.verify().verdict == .safeToDelete)
    #expect(!bench.platform.server.requests.contains { $0.target.contains("left") })
    bench.platform.change {
      $0.answers["/files/a.png"] = .answer(200, body: Array("a file".utf8))
    }
    #expect(
      try await bench.verify().because == ["1 media that were not to be had are to be had now"])
    #expect(try await bench.backup(full: true).newMedia == 1)
    #expect(try await bench.verify().verdict == .safeToDelete)
    #expect(!(try Self.media(bench, generation: 2)).contains("CANARY"))
    let catalogue = try MediaCatalogue(try await BackupReader(bench.home.file("b")))
    var messages = try await BackupReader(bench.home.file("b")).messages(of: "5")
    for file in try #require(try messages.next()).message.allMedia {
      guard case .stored = catalogue[file] else {
        Issue.record("\(catalogue[file])")
        return
      }
    }
  }
}
