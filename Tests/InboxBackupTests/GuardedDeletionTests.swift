import Files
import Foundation
import Glibc
import InboxAPI
import Synchronization
import TestKit
import TestServer
import Testing

@testable import InboxBackup

/// The gate before deleteInbox, fault by fault: what must not be deleted leaves no DELETE on the partner's server.
@Suite(.timeLimit(.minutes(50))) struct GuardedDeletionTests {
  // MARK: The good case

  @Test func deletesWhatIsProvedAndNotesIt() async throws {
    let gate = try await DeletionBench()
    let proof = try await gate.proof()
    let shown = Mutex<DeletionCase?>(nil)
    let result = try await gate.run { subject in
      shown.withLock { $0 = subject }
      return .proof(proof)
    }
    #expect(result.state == .deleted)
    let subject = try #require(shown.withLock { $0 })
    #expect(subject.name == "Harbour Bikes")
    #expect(subject.number == "447700900100")
    #expect(subject.chats == 2)
    #expect(subject.messages == 17)
    #expect(subject.media == 1)
    #expect(subject.newestMessage == 1_700_100_003)
    #expect(
      subject.kinds.map { "\($0.name) \($0.items)" }.sorted() == [
        "business_profile 1", "tags 1", "users 1", "webhooks 1", "whatsapp_accounts 1",
      ])
    let request = try #require(gate.partner.deletions.first)
    #expect(gate.partner.deletions.count == 1)
    #expect(
      String(decoding: request.body, as: UTF8.self)
        == #"{"accountID":1,"server":"online","inboxID":10}"#)
    #expect(
      gate.log == [
        #"{"event":"intent","time":"2027-01-15T08:00:00Z","tool":"chatferry test","account":1,"inbox_id":10,"server":"online","number":"447700900100","generation":1,"proof":"\#(proof)"}"#,
        #"{"event":"outcome","time":"2027-01-15T08:00:00Z","tool":"chatferry test","state":"deleted","because":"the server deleted it"}"#,
      ])
    // The log is a part of the folder that `verify` knows.
    #expect(try gate.bench.verify().problems == [])
  }

  @Test func takesTheNameOfAPersonAndProvesAgain() async throws {
    let gate = try await DeletionBench()
    let before = gate.bench.inbox.targets("chats/").count
    let result = try await gate.run { .name($0.name) }
    #expect(result.state == .deleted)
    let perProof = gate.bench.inbox.targets("users/current/").count
    #expect(perProof >= 3, "backup, first proof, second proof")
    #expect(gate.bench.inbox.targets("chats/").count > before)
  }

  @Test func sendsNothingWithoutConsent() async throws {
    let gate = try await DeletionBench()
    let result = try await gate.run { _ in .none }
    #expect(result.state == .planned)
    #expect(result.subject?.proof == (try await gate.proof()))
    #expect(gate.partner.deletions.isEmpty)
    #expect(gate.log.isEmpty)
  }

  // MARK: E1: the backup lacks something

  @Test(arguments: ["message", "medium", "tag", "webhook"])
  func refusesWhereTheBackupLacksSomething(_ what: String) async throws {
    let gate = try await DeletionBench()
    let proof = try await gate.proof()
    switch what {
    case "message":
      // Dated back, so that the list of chats does not show it.
      gate.bench.inbox.change {
        $0.chats["447700900101"]?.insert(.init(id: "early", time: 1_600_000_000), at: 0)
      }
    case "medium":
      let media = gate.bench.files().filter { $0.hasPrefix("media/") }
      try FileManager.default.removeItem(atPath: gate.bench.path + "/" + media[0])
    case "tag": gate.bench.inbox.change { $0.lists["tags/"]?.append(#"{"id":8,"name":"n"}"#) }
    default:
      gate.bench.inbox.change {
        $0.lists["webhooks/waba/"]?.append(#"{"id":4,"url":"https://h.example/y"}"#)
      }
    }
    for consent in [DeletionConsent.proof(proof), .name("Harbour Bikes"), .none] {
      let error = await refusal(gate, consent)
      guard case .unsafe(let report) = error else {
        Issue.record("\(error as Any)")
        continue
      }
      let named = ["message": "messages: 1", "tag": "tags: 1", "webhook": "webhooks: 1"]
      if let words = named[what] {
        #expect(report.because.contains { $0.contains(words) }, "\(report.because)")
        #expect(error?.code == "backup-differs")
      } else {
        #expect(report.problems.contains { $0.file?.hasPrefix("media/") == true })
        #expect(error?.code == "backup-damaged")
      }
    }
  }

  // MARK: E2: something came in after the backup

  @Test func refusesWhereAMessageCameInAfterwards() async throws {
    let gate = try await DeletionBench()
    let proof = try await gate.proof()
    gate.bench.inbox.change {
      $0.chats["447700900102"]?.append(.init(id: "late", time: 1_700_200_000))
    }
    let error = await refusal(gate, .proof(proof))
    #expect(error?.description.contains("run `chatferry backup --full`, then verify again") == true)
  }

  /// While a person thinks.
  @Test func refusesWhereAMessageComesInDuringTheQuestion() async throws {
    let gate = try await DeletionBench()
    let inbox = gate.bench.inbox
    await #expect(throws: DeletionError.self) {
      _ = try await gate.run { subject in
        inbox.change {
          $0.chats["447700900102"]?.append(.init(id: "late", time: 1_700_200_000))
        }
        return .name(subject.name)
      }
    }
    #expect(gate.partner.deletions.isEmpty)
  }

  // MARK: E3: a proof of something else

  @Test func refusesAnEditedProof() async throws {
    let gate = try await DeletionBench()
    let proof = try await gate.proof()
    for wrong in [String(proof.dropLast()) + (proof.last == "0" ? "1" : "0"), "", "x"] {
      let error = await refusal(gate, .proof(wrong))
      #expect(error?.code == "deletion-unconfirmed")
    }
  }

  @Test func refusesTheProofOfAnOlderGeneration() async throws {
    let gate = try await DeletionBench()
    let old = try await gate.proof()
    gate.bench.inbox.change {
      $0.chats["447700900102"]?.append(.init(id: "late", time: 1_700_200_000))
    }
    try await gate.bench.backup()
    #expect(await refusal(gate, .proof(old))?.code == "deletion-unconfirmed")
    #expect(try await gate.proof() != old)
  }

  @Test func refusesTheBackupOfAnotherInbox() async throws {
    var gate = try await DeletionBench()
    let proof = try await gate.proof()
    gate.inboxKey = InboxKey("https://other.example")
    let error = await refusal(gate, .proof(proof))
    #expect(
      error?.description
        == "the backup is of another inbox, https://inbox.example (get.chat), and not of https://other.example (get.chat); "
        + "give the backup and the profile of the inbox that is meant; nothing was deleted")
    #expect(error?.code == "backup-other-inbox")
  }

  @Test(arguments: [
    DeletionOrder(account: 2, inbox: 10, server: "online"),
    DeletionOrder(account: 1, inbox: 12, server: "online"),
    DeletionOrder(account: 1, inbox: 10, server: "elsewhere"),
  ])
  func refusesAnInboxThatNoNumberIsConnectedTo(_ order: DeletionOrder) async throws {
    var gate = try await DeletionBench()
    let proof = try await gate.proof()
    gate.order = order
    #expect(await refusal(gate, .proof(proof))?.code == "inbox-not-connected")
  }

  /// Inbox 11 exists, but its number is another one than the listed inbox says is its own.
  @Test func refusesTheInboxOfAnotherNumber() async throws {
    var gate = try await DeletionBench()
    let proof = try await gate.proof()
    gate.order = DeletionOrder(account: 1, inbox: 11, server: "online")
    #expect(await refusal(gate, .proof(proof))?.code == "backup-other-inbox")
    gate.order = DeletionOrder(
      account: 1, inbox: 10, server: "online", stated: (account: 1, inbox: 11))
    #expect(await refusal(gate, .proof(proof))?.code == "backup-other-inbox")
    gate.order.stated = (account: 1, inbox: 10)
    #expect(try await gate.run { _ in .proof(proof) }.state == .deleted)
  }

  @Test func refusesWhereNothingTiesInboxAndPartner() async throws {
    var gate = try await DeletionBench(number: nil)
    let proof = try await gate.proof()
    guard case .untied = await refusal(gate, .proof(proof)) else {
      Issue.record("not untied")
      return
    }
    // That the partner has no other inbox does not say that it was the one that was listed.
    gate.partner.change { $0.others = [] }
    guard case .untied = await refusal(gate, .proof(proof)) else {
      Issue.record("tied by having no other")
      return
    }
    // A profile that says where the inbox is ties it.
    gate.order.stated = (account: 1, inbox: 10)
    #expect(try await gate.run { _ in .none }.state == .planned)
  }

  @Test func refusesWhereTwoNumbersClaimTheInbox() async throws {
    let gate = try await DeletionBench()
    let proof = try await gate.proof()
    gate.partner.change { $0.others = [("447700900199", 10)] }
    guard case .severalNumbers(_, 2) = await refusal(gate, .proof(proof)) else {
      Issue.record("not several")
      return
    }
  }

  // MARK: E4: a file changed since it was verified

  /// An entry that does not say whether it is connected is no other number's affair, unless it names the inbox.
  @Test func mindsOnlyOddEntriesThatNameTheInbox() async throws {
    let gate = try await DeletionBench()
    let proof = try await gate.proof()
    gate.partner.change {
      $0.oddEntries = [
        #"{"whatsapp":"447700900155"}"#, "{}", "null", #"{"isOnline":1,"onlineInbox":10}"#,
      ]
    }
    let planned = try await gate.run { _ in .none }
    #expect(planned.state == .planned)
    let claim = #"{"whatsapp":"447700900155","onlineAccount":1,"onlineInbox":10}"#
    gate.partner.change { $0.oddEntries = [claim] }
    let several = await refusal(gate, .proof(proof))
    guard case .severalNumbers(_, count: 2) = several else {
      Issue.record("\(several as Any)")
      return
    }
    gate.partner.change { $0.place = .unclear }
    gate.partner.change { $0.oddEntries = [] }
    let unclear = await refusal(gate, .proof(proof))
    guard case .notConnected = unclear else {
      Issue.record("\(unclear as Any)")
      return
    }
  }

  @Test func readsEveryFileAgain() async throws {
    let gate = try await DeletionBench()
    let proof = try await gate.proof()
    for name in gate.bench.files() {
      let path = gate.bench.path + "/" + name
      let whole = try Data(contentsOf: URL(fileURLWithPath: path))
      var bytes = [UInt8](whole)
      if bytes.isEmpty { continue }
      bytes[bytes.count / 2] ^= 1
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      let error = await refusal(gate, .proof(proof))
      guard case .unsafe(let report) = error else {
        Issue.record("\(name): \(error as Any)")
        continue
      }
      #expect(report.problems.contains { $0.file == name }, "\(name)")
      try whole.write(to: URL(fileURLWithPath: path))
    }
    #expect(try await gate.run { _ in .proof(proof) }.state == .deleted)
  }

  @Test func readsEveryFileAgainAfterTheQuestion() async throws {
    let gate = try await DeletionBench()
    let path = gate.bench.path + "/generations/000001/messages/447700900101.jsonl"
    await #expect(throws: DeletionError.self) {
      _ = try await gate.run { subject in
        var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        bytes[7] ^= 1
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return .name(subject.name)
      }
    }
    #expect(gate.partner.deletions.isEmpty)
  }

  // MARK: E6: the wrong word

  @Test(arguments: ["", "y", "yes", "harbour bikes", "Harbour Bikes ", "447700900100"])
  func refusesAnotherName(_ name: String) async throws {
    let gate = try await DeletionBench()
    guard case .wrongName = await refusal(gate, .name(name)) else {
      Issue.record("not a wrong name")
      return
    }
  }

  // MARK: E7: counts differ

  /// A message that the inbox no longer has is as much of a difference as one that the backup lacks.
  @Test func refusesWhereTheInboxHasLess() async throws {
    let gate = try await DeletionBench()
    let proof = try await gate.proof()
    gate.bench.inbox.change { $0.chats["447700900101"]?.remove(at: 5) }
    guard case .unsafe(let report) = await refusal(gate, .proof(proof)) else {
      Issue.record("not unsafe")
      return
    }
    #expect(report.because.contains { $0.contains("1 are no longer in the inbox") })
  }

  // MARK: E8: a copy that cannot be read

  @Test func refusesWhereAFileCannotBeRead() async throws {
    let gate = try await DeletionBench()
    let proof = try await gate.proof()
    let path = gate.bench.path + "/generations/000001/manifest.json"
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    let error = await refusal(gate, .proof(proof))
    #expect(error?.code == "backup-damaged")
  }

  // MARK: The lock

  @Test func waitsForNobodyElseInTheFolder() async throws {
    let gate = try await DeletionBench()
    let proof = try await gate.proof()
    let lock = try await FileLock.take(folder: gate.bench.path, .shared)
    await #expect(throws: FilesError.self) { _ = try await gate.run { _ in .proof(proof) } }
    withExtendedLifetime(lock) {}
    #expect(gate.partner.deletions.isEmpty)
  }

  // MARK: By construction

  /// deleteInbox is called from the gate and from nowhere else, and only the gate makes a permit.
  @Test func isTheOnlyWayToADeletion() throws {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")
    let files = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var callers: Set<String> = []
    // The local platform answers such requests and sends none.
    for case let file as URL in files
    where file.pathExtension == "swift" && !file.path.contains("/LocalInbox/") {
      let text = try String(contentsOf: file, encoding: .utf8)
      for line in text.split(separator: "\n") where !line.contains("//") {
        if line.contains(".deleteInbox(") || line.contains("DeletionPermit(") {
          callers.insert(file.lastPathComponent)
        }
      }
    }
    #expect(callers == ["GuardedDeletion.swift"])
  }
}
