import ChatImport
import Foundation
import InboxAPI
import InboxBackup
import JSONText
import LocalInbox
import TestKit

@testable import InboxRestore

/// A backup of a local inbox, and another inbox behind a proxy that a test can break.
struct Bench {
  let home: TemporaryFolder
  let old: LocalInbox
  let new: LocalInbox

  init(_ fill: (LocalInbox) throws -> Void) async throws {
    home = try TemporaryFolder()
    var settings = LocalInbox.Settings()
    settings.linkOrigin = "http://127.0.0.1"
    old = try LocalInbox(dataDirectory: home.file("old"), settings: settings)
    new = try LocalInbox(dataDirectory: home.file("new"), settings: settings)
    try fill(old)
    _ = try await BackupRun(
      client: client(old.url, old.token), inboxKey: InboxKey("old"), folder: home.file("b"),
      options: BackupOptions()
    ).run()
  }

  func client(_ url: String, _ token: String) throws -> GetChatClient {
    var settings = ClientSettings()
    settings.jobs = 2
    return try GetChatClient(url: url, token: Secret(token), settings: settings)
  }

  /// - Parameter url: where the new inbox is reached.
  func restore(
    through url: String? = nil, options: RestoreOptions = RestoreOptions(),
    _ answers: [Int: WebhookAnswers] = [:], clock: ImportClock = .hasty
  ) async throws -> RestoreReport {
    let run = try await RestoreRun(
      home.file("b"), client: client(url ?? new.url, new.token), inboxKey: "new",
      stateDirectory: home.file("state"), options: options, clock: clock)
    _ = try await run.prepare()
    return await run.run(answers)
  }

  func rows(_ operation: ReadOperation) async throws -> [String] {
    try await client(new.url, new.token).page(of: operation, limit: 100).items.map {
      String(decoding: $0.raw, as: UTF8.self)
    }
  }
}

extension ImportClock {
  /// Waits for nobody: what it is told to sleep has passed.
  static let hasty: ImportClock = {
    let passed = Passed()
    return ImportClock(
      now: { 1_800_000_000 + passed.seconds }, sleep: { passed.add($0.components.seconds) })
  }()
}

private final class Passed: Sendable {
  private let value = Box()

  var seconds: Int64 { value.get() }
  func add(_ seconds: Int64) { value.add(seconds) }
}

/// A number behind a lock.
private final class Box: @unchecked Sendable {
  private let lock = NSLock()
  private var number: Int64 = 0

  func get() -> Int64 { lock.withLock { number } }
  func add(_ more: Int64) { lock.withLock { number += more } }
}
