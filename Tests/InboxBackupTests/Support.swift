import Foundation
import InboxAPI
import TestKit
import TestServer

@testable import Files
@testable import InboxBackup

/// A backup folder of a test and the inbox that it is of.
struct Bench {
  let inbox: FakeInbox
  let home: TemporaryFolder
  var options = BackupOptions()
  var operations = FileOperations.system

  init(_ state: FakeInbox.State = .small) throws {
    inbox = try FakeInbox(state)
    home = try TemporaryFolder()
    options.jobs = 2
  }

  var path: String { home.file("backup") }

  var client: GetChatClient {
    get throws {
      var settings = ClientSettings()
      settings.jobs = 2
      settings.clock = FakeClock()
      return try GetChatClient(url: inbox.server.url, token: Secret("t"), settings: settings)
    }
  }

  @discardableResult
  func backup(full: Bool = false) async throws -> BackupResult {
    var options = options
    options.isFull = full
    return try await BackupRun(
      client: client, inboxKey: InboxKey("https://inbox.example"), folder: path, options: options,
      operations: operations, now: { 1_800_000_000 }
    ).run()
  }

  func verify(quick: Bool = false) throws -> VerifyReport {
    try BackupVerifier(path).run(isQuick: quick).report
  }

  func verifyLive() async throws -> VerifyReport {
    let checked = try BackupVerifier(path).run(isQuick: false)
    guard
      let live = LiveComparison(client: try client, folder: path, checked: checked, jobs: 2)
    else { return checked.report }
    return try await live.run(checked.report, inboxKey: InboxKey("https://inbox.example"))
  }

  /// Every file, relative to the backup folder.
  func files() -> [String] {
    let found = FileManager.default.enumerator(atPath: path)?.allObjects as? [String] ?? []
    return found.filter { !Folder.isFolder(path + "/" + $0) }.sorted()
  }

  func text(_ name: String) throws -> String { try home.text("backup/" + name) }

  /// Ids of a chat's messages, the oldest first, those that are gone with a minus.
  func ids(of chat: String) async throws -> [String] {
    let reader = try await BackupReader(path)
    var merge = try reader.messages(of: chat)
    var ids: [String] = []
    while let item = try merge.next() {
      ids.append((item.isGone ? "-" : "") + (item.message.id ?? "?"))
    }
    return ids
  }
}
