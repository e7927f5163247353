import Files
import Foundation
import Glibc
import InboxAPI
import TestKit
import TestServer
import Testing

@testable import InboxBackup

/// What becomes of a deletion once the request is out: answers that are lost, that lead elsewhere, that name another
/// inbox; kills; a log that cannot be written. Whatever happens, there is one DELETE.
@Suite(.timeLimit(.minutes(50))) struct DeletionOutcomeTests {
  typealias Place = PartnerSide.Place
  typealias State = DeletionResult.State

  // MARK: E5: the answer is lost

  static let losses: [Reaction] = [
    .close, .reset, .status(500), .status(503), .status(408), .raw(Array("HTTP/1.1 20".utf8)),
    .json("{\"status\":"), .json("{}"),
  ]

  @Test(arguments: losses)
  func looksAfterALostAnswer(_ loss: Reaction) async throws {
    for (place, state) in [(Place.free, State.deleted), (.connected, .kept)] {
      let gate = try await DeletionBench()
      let proof = try await gate.proof()
      gate.partner.change { $0.onDelete = (place, loss) }
      let result = try await gate.run { _ in .proof(proof) }
      #expect(result.state == state)
      #expect(result.refusal == nil && result.unlogged == nil)
      #expect(gate.partner.deletions.count == 1)
      #expect(gate.log.count == 2)
      #expect(gate.log.last?.contains(#""state":"\#(state.rawValue)""#) == true)
      #expect(gate.partner.looks == (state == .deleted ? 1 : 4))
    }
  }

  /// Only the number's own entry tells that its inbox is gone.
  @Test(arguments: [
    (Place.absent, [], State.unknown, "the number is not in the partner's list"),
    (
      .unsaid, [], .unknown,
      "the list does not say whether, or to which inbox, the number is connected"
    ),
    (
      .unclear, [], .unknown,
      "the list does not say whether, or to which inbox, the number is connected"
    ),
    (
      .connectedToNothing, [], .unknown,
      "the list does not say whether, or to which inbox, the number is connected"
    ),
    (.elsewhere, [], .deleted, "the number shows that it was deleted"),
    (.free, ["447700900198"], .kept, "a number is still connected to the inbox"),
    (.absent, ["447700900198"], .kept, "a number is still connected to the inbox"),
  ])
  func believesTheNumbersOwnEntryAlone(
    _ place: Place, heirs: [String], state: State, words: String
  ) async throws {
    let gate = try await DeletionBench()
    let proof = try await gate.proof()
    gate.partner.change {
      $0.onDelete = (place, .close)
      $0.heirs = heirs
    }
    let result = try await gate.run { _ in .proof(proof) }
    #expect(result.state == state)
    #expect(result.because.contains(words), "\(result.because)")
    #expect(gate.log.last?.contains(#""state":"\#(state.rawValue)""#) == true)
    #expect(gate.partner.deletions.count == 1)
    #expect(gate.partner.looks == (state == .deleted ? 1 : 4))
  }

  @Test func staysInDoubtUntilTheNumberIsListedAgain() async throws {
    var gate = try await DeletionBench()
    let proof = try await gate.proof()
    gate.partner.change { $0.onDelete = (.absent, .close) }
    #expect(try await gate.run { _ in .proof(proof) }.state == .unknown)
    // Run again: still unknown, nothing is sent, and the log does not grow.
    for _ in 1...2 {
      let again = try await gate.run { _ in .proof(proof) }
      #expect(again.state == .unknown)
      #expect(again.because.contains("the number is not in the partner's list"))
    }
    #expect(gate.log.count == 2)
    gate.partner.change { $0.place = .free }
    gate.isDryRun = true
    #expect(try await gate.run { _ in .none }.state == .gone)
    #expect(gate.log.count == 2, "a dry run writes nothing")
    gate.isDryRun = false
    #expect(try await gate.run { _ in .proof(proof) }.state == .gone)
    #expect(gate.log.count == 3)
    // What was settled stays so, whatever becomes of the number.
    gate.partner.change { $0.place = .absent }
    #expect(try await gate.run { _ in .proof(proof) }.state == .gone)
    #expect(gate.log.count == 3)
    #expect(gate.partner.deletions.count == 1)
  }

  @Test func saysWhenTheLookFailsAsWell() async throws {
    let gate = try await DeletionBench()
    let proof = try await gate.proof()
    gate.partner.change {
      $0.onDelete = (.free, .close)
      $0.listFaultAfterDelete = .status(400)
    }
    let result = try await gate.run { _ in .proof(proof) }
    #expect(result.state == .unknown)
    #expect(result.because.contains("the list of numbers cannot be had"))
    #expect(gate.partner.deletions.count == 1)
    #expect(gate.log.last?.contains(#""state":"unknown""#) == true)
    // A later run asks the server first.
    gate.partner.change { $0.listFault = nil }
    #expect(try await gate.run { _ in .proof(proof) }.state == .gone)
    #expect(gate.partner.deletions.count == 1)
  }

  // MARK: The server says no, or leads elsewhere

  @Test(arguments: [
    Reaction.json(#"{"status":"FAIL","reason":47}"#), .status(403), .status(429),
  ])
  func passesARefusalOn(_ refusal: Reaction) async throws {
    let gate = try await DeletionBench()
    let proof = try await gate.proof()
    gate.partner.change { $0.onDelete = (.connected, refusal) }
    let result = try await gate.run { _ in .proof(proof) }
    #expect(result.state == .refused)
    #expect(result.refusal != nil)
    #expect(gate.partner.deletions.count == 1)
    #expect(gate.partner.looks == 0)
    #expect(gate.log.last?.contains(#""state":"refused""#) == true)
    // A refusal leaves nothing to settle.
    #expect(try await gate.run { _ in .none }.state == .planned)
  }

  /// A redirect is how many servers end what they have done.
  @Test(arguments: [301, 302, 303, 307, 308])
  func looksAfterARedirect(status: Int) async throws {
    let places: [(Place, State)] = [
      (.free, .deleted), (.connected, .refused), (.absent, .unknown),
    ]
    for (place, state) in places {
      let gate = try await DeletionBench()
      let proof = try await gate.proof()
      gate.partner.change {
        $0.onDelete = (place, .status(status, [("Location", "/api/online/deleteInbox")]))
      }
      let result = try await gate.run { _ in .proof(proof) }
      #expect(result.state == state)
      #expect((result.refusal != nil) == (state == .refused))
      #expect(gate.partner.deletions.count == 1)
      #expect(gate.log.last?.contains(#""state":"\#(state.rawValue)""#) == true)
    }
  }

  // MARK: The answer is about another inbox

  static let strays: [Reaction] = [
    .json(#"{"status":"OK","inboxID":11}"#), .json(#"{"status":"OK","accountID":2}"#),
    .json(#"{"status":"OK","server":"other"}"#),
    .json(#"{"status":"OK","whatsapp_number":"447700900199"}"#),
  ]

  @Test(arguments: strays)
  func doesNotAskForARepetitionWhereAnotherInboxIsNamed(_ answer: Reaction) async throws {
    let gate = try await DeletionBench()
    let proof = try await gate.proof()
    gate.partner.change { $0.onDelete = (.connected, answer) }
    let result = try await gate.run { _ in .proof(proof) }
    #expect(result.state == .misdirected)
    #expect(result.because.contains("another inbox"))
    #expect(!result.because.contains("run"))
    #expect(!result.because.contains("447700900"))
    #expect(gate.log.last?.contains(#""state":"misdirected""#) == true)
    // Run again all the same: nothing is sent.
    do {
      _ = try await gate.run { _ in .proof(proof) }
      Issue.record("no refusal")
    } catch let error as DeletionError {
      #expect(error.code == "deletion-misdirected")
    }
    #expect(gate.partner.deletions.count == 1)
    #expect(gate.log.count == 2)
    gate.partner.change { $0.place = .free }
    #expect(try await gate.run { _ in .proof(proof) }.state == .gone)
  }

  @Test func saysWhereBothMayBeGone() async throws {
    for (place, state) in [(Place.free, State.deleted), (.absent, .misdirected)] {
      let gate = try await DeletionBench()
      let proof = try await gate.proof()
      gate.partner.change { $0.onDelete = (place, Self.strays[0]) }
      let result = try await gate.run { _ in .proof(proof) }
      #expect(result.state == state)
      #expect(result.because.contains("the answer names another inbox (inbox 11)"))
      #expect(gate.partner.deletions.count == 1)
    }
  }

  // MARK: E9: killed between intent and outcome

  @Test(arguments: [true, false])
  func tellsTheTruthAfterAKill(wasDone: Bool) async throws {
    var gate = try await DeletionBench()
    let proof = try await gate.proof()
    gate.partner.change { $0.onDelete = (wasDone ? .free : .connected, .close) }
    // The second line of the log cannot be written any more.
    gate.operations = FaultPlan(failing: (.write, 2, EIO), isLast: true).operations
    _ = try await gate.run { _ in .proof(proof) }
    #expect(gate.partner.deletions.count == 1)
    #expect(gate.log.count == 1)
    // A torn line of an outcome counts for nothing.
    let log = gate.bench.path + "/deletion.jsonl"
    let handle = try #require(FileHandle(forWritingAtPath: log))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(#"{"event":"outc"#.utf8))
    try handle.close()
    gate.operations = DeletionBench.quick
    // A dry run tells the same and writes nothing.
    let before = try gate.bench.text("deletion.jsonl")
    gate.isDryRun = true
    #expect(try await gate.run { _ in .none }.state == (wasDone ? .gone : .planned))
    #expect(try gate.bench.text("deletion.jsonl") == before)
    gate.isDryRun = false
    let result = try await gate.run { _ in .none }
    #expect(result.state == (wasDone ? .gone : .planned))
    #expect(gate.partner.deletions.count == 1)
    #expect(
      gate.log.last?.contains(wasDone ? #""state":"gone""# : #""state":"kept""#) == true)
    #expect(gate.log.allSatisfy { $0.hasSuffix("}") })
    // And once more: nothing new is written.
    let lines = gate.log.count
    #expect(try await gate.run { _ in .none }.state == (wasDone ? .gone : .planned))
    #expect(gate.log.count == lines)
  }

  /// The folder gave out while the server did its work: what became of the inbox is said all the same.
  @Test(arguments: [
    (Place.free, nil, State.deleted), (.free, Reaction.close, .deleted),
    (.connected, .close, .kept), (.absent, .close, .unknown), (.connected, .status(403), .refused),
    (.connected, .json(#"{"status":"OK","inboxID":11}"#), .misdirected),
  ])
  func saysWhatBecameOfItWithoutALog(
    _ place: Place, _ answer: Reaction?, _ state: State
  ) async throws {
    var gate = try await DeletionBench()
    let proof = try await gate.proof()
    if let answer {
      gate.partner.change { $0.onDelete = (place, answer) }
    }
    gate.operations = FaultPlan(failing: (.write, 2, ENOSPC), isLast: true).operations
    let result = try await gate.run { _ in .proof(proof) }
    #expect(result.state == state)
    #expect(result.unlogged != nil)
    #expect(result.subject?.proof == proof)
    #expect(gate.partner.deletions.count == 1)
    #expect(gate.log.count == 1)
  }

  @Test func saysThatItIsGoneWhereOnlyTheLogOfThatFails() async throws {
    var gate = try await DeletionBench()
    let proof = try await gate.proof()
    gate.operations = FaultPlan(failing: (.write, 2, EIO), isLast: true).operations
    _ = try await gate.run { _ in .proof(proof) }
    gate.operations = FaultPlan(failing: (.open, 1, EROFS)).operations
    let result = try await gate.run { _ in .proof(proof) }
    #expect(result.state == .gone)
    #expect(result.unlogged != nil)
    #expect(gate.partner.deletions.count == 1)
  }

  @Test(arguments: [FaultPlan.Call.open, .write, .syncFileSystem])
  func sendsNothingWithoutAnIntentOnTheDisk(_ call: FaultPlan.Call) async throws {
    var gate = try await DeletionBench()
    let proof = try await gate.proof()
    gate.operations = FaultPlan(failing: (call, 1, ENOSPC)).operations
    await #expect(throws: FilesError.self) { _ = try await gate.run { _ in .proof(proof) } }
    #expect(gate.partner.deletions.isEmpty)
  }

  /// Neither words that are none, nor an intent that does not say what it was about.
  @Test(arguments: [
    "what is this\n", "{\"event\":\"intent\",\"account\":1}\n", "{\"time\":\"x\"}\n",
  ])
  func refusesALogThatIsNone(_ text: String) async throws {
    let gate = try await DeletionBench()
    let proof = try await gate.proof()
    try gate.bench.home.write(text, to: "backup/deletion.jsonl")
    await #expect(throws: BackupError.self) { _ = try await gate.run { _ in .proof(proof) } }
    #expect(gate.partner.deletions.isEmpty)
  }
}
