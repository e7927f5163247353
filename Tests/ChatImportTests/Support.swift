import Foundation
import InboxAPI
import JSONText
import LocalInbox
import Synchronization
import TestKit
import TestServer
import WhatsAppExport

@testable import ChatImport

/// A folder of its own, removed with it.
final class TestFolder: Sendable {
  let path = NSTemporaryDirectory() + "/chatferry-import-\(UUID().uuidString)"

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// An export as a folder: a chat text and files.
  func export(
    _ folder: String, title: String = "Anna Berg", _ text: String, files: [String: [UInt8]] = [:]
  ) throws -> ExportArchive {
    let place = "\(path)/\(folder)"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    try Data(text.utf8).write(
      to: URL(fileURLWithPath: "\(place)/WhatsApp Chat with \(title).txt"))
    for (name, bytes) in files {
      try Data(bytes).write(to: URL(fileURLWithPath: "\(place)/\(name)"))
    }
    return try ExportArchive(opening: FoundExport(path: place, form: .folder))
  }

  /// An export as an archive.
  ///
  /// - Parameter spoiled: a file whose bytes belie its checksum.
  func archive(
    _ name: String, _ files: KeyValuePairs<String, String>, spoiling spoiled: String? = nil
  ) throws -> ExportArchive {
    let place = "\(path)/\(name)"
    try Data(StoredZip(files).bytes(spoiling: spoiled)).write(to: URL(fileURLWithPath: place))
    return try ExportArchive(opening: FoundExport(path: place, form: .zip))
  }
}

/// Time that passes only when somebody waits.
final class TestClock: Sendable {
  private let state: Mutex<(now: Int64, slept: [Int64])>

  init(now: Int64 = 1_700_000_000) { state = Mutex((now, [])) }

  var now: Int64 { state.withLock { $0.now } }
  /// Every wait in seconds.
  var slept: [Int64] { state.withLock { $0.slept } }

  func pass(_ seconds: Int64) { state.withLock { $0.now += seconds } }

  var clock: ImportClock {
    ImportClock(
      now: { self.now },
      sleep: { duration in
        try Task.checkCancellation()
        let seconds = duration.components.seconds
        self.state.withLock {
          $0.now += seconds
          $0.slept.append(seconds)
        }
      })
  }
}

/// A message as the inbox shows it.
struct Shown: Equatable, Hashable, CustomStringConvertible {
  var time: Int64
  var isFromUs: Bool
  var type: String
  var text: String?
  /// The size of its file.
  var media: Int?

  var description: String {
    "\(time) \(isFromUs ? "out" : "in") \(type) \(text ?? "-") \(media.map { "\($0) bytes" } ?? "")"
  }
}

/// What tests know of people.
let me = "Max Muster"
let partner = "49170000001"

func options(_ change: (inout ImportOptions) -> Void = { _ in }) -> ImportOptions {
  var options = ImportOptions()
  options.parse.zone = .iana("Europe/Berlin")
  options.parse.locale = "en-GB"
  options.people = People(me: [me], partnerNumber: partner)
  change(&options)
  return options
}

/// A local inbox with a proxy before it that loses answers and refuses on demand.
final class TestInbox: Sendable {
  let folder: TestFolder
  let inbox: LocalInbox
  let proxy: InboxProxy
  let clock = TestClock()

  init(_ settings: LocalInbox.Settings = .init()) throws {
    folder = try TestFolder()
    inbox = try LocalInbox(dataDirectory: folder.path + "/inbox", settings: settings)
    proxy = try InboxProxy(before: inbox.url)
  }

  deinit {
    proxy.server.stop()
    inbox.stop()
  }

  func client() throws -> GetChatClient {
    var settings = ClientSettings()
    settings.clock = ContinuousClock()
    return try GetChatClient(url: proxy.server.url, token: Secret(inbox.token), settings: settings)
  }

  func run(
    _ exports: [ExportArchive], _ options: ImportOptions = options(),
    step: (@Sendable (ImportStep) throws -> Void)? = nil
  ) async throws -> ImportReport {
    let run = ImportRun(
      exports, client: try client(), inboxKey: "test", stateDirectory: folder.path + "/state",
      options: options, progress: nil, clock: clock.clock, step: step)
    return await run.run()
  }

  /// Everything that a chat holds, oldest first, files by their size.
  func shown(_ number: String = partner) async throws -> [Shown] {
    let client = try GetChatClient(
      url: inbox.url, token: Secret(inbox.token), settings: ClientSettings())
    var all: [Shown] = []
    while true {
      let page = try await client.messages(of: number, limit: 100, offset: all.count)
      if page.items.isEmpty { break }
      for item in page.items {
        let payload = item["waba_payload"]
        let type = payload?["type"]?.string ?? ""
        let content = payload?[type]
        let stamp = payload?["timestamp"]
        var media: Int?
        if let id = content?["id"]?.string {
          let size = Mutex(0)
          try await client.media(id: id) { bytes in size.withLock { $0 += bytes.count } }
          media = size.withLock { $0 }
        }
        all.append(
          Shown(
            time: stamp?.int ?? stamp?.string.flatMap { Int64($0) } ?? 0,
            isFromUs: item["from_us"]?.bool ?? false, type: type,
            text: content?["body"]?.string ?? content?["caption"]?.string, media: media))
      }
    }
    return all.reversed()
  }
}

/// POSIX seconds of a UTC time.
func utc(_ text: String) -> Int64 {
  let formatter = ISO8601DateFormatter()
  return formatter.date(from: text + "Z").map { Int64($0.timeIntervalSince1970) } ?? 0
}
