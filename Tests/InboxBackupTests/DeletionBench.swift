import Foundation
import InboxAPI
import Synchronization
import TestKit
import TestServer
import Testing

@testable import Files
@testable import InboxBackup

/// The partner's side of a test: one number is connected to the inbox, another one to another inbox.
final class PartnerSide: Sendable {
  /// What is listed of the inbox's number.
  enum Place: Sendable {
    case connected
    case free
    /// Connected to another inbox.
    case elsewhere
    /// Connected, without a word to what.
    case unsaid
    /// Without a word on whether it is connected at all.
    case unclear
    /// Connected to an inbox 0 of an account 0.
    case connectedToNothing
    /// The number is not in the list.
    case absent
  }

  struct State: Sendable {
    var place = Place.connected
    var account = 1
    var inbox = 10
    var server = "online"
    var others = [(number: "447700900199", inbox: 11)]
    /// What becomes of the number with a DELETE, and what is answered; nil: what is proper.
    var onDelete: (place: Place, answers: Reaction)?
    /// Further numbers that are connected to the inbox after a DELETE.
    var heirs: [String] = []
    /// Further entries, as they stand in the list.
    var oddEntries: [String] = []
    var listFault: Reaction?
    var listFaultAfterDelete: Reaction?
  }

  private final class StateBox: Sendable {
    let state = Mutex(State())
  }

  private let box = StateBox()
  let server: TestServer

  init() throws {
    let box = box
    server = try TestServer { request in
      box.state.withLock { state in
        if request.method == "GET" { return state.listFault ?? .json(Self.list(state)) }
        state.place = state.onDelete?.place ?? .free
        state.others += state.heirs.map { ($0, 10) }
        state.listFault = state.listFaultAfterDelete
        return state.onDelete?.answers
          ?? .json(
            #"{"status":"OK","reason":1,"accountID":1,"server":"online","inboxID":10,"whatsapp_number":"447700900100"}"#
          )
      }
    }
  }

  func change(_ body: (inout State) -> Void) { box.state.withLock { body(&$0) } }

  var deletions: [Request] { server.requests.filter { $0.method == "DELETE" } }

  /// How often the list was asked for after the last DELETE.
  var looks: Int {
    let methods = server.requests.map(\.method)
    return methods.count - 1 - (methods.lastIndex(of: "DELETE") ?? 0)
  }

  private static func list(_ state: State) -> String {
    let place: String? =
      switch state.place {
      case .connected:
        #""isOnline":1,"onlineAccount":\#(state.account),"onlineInbox":\#(state.inbox),"onlineServer":"\#(state.server)""#
      case .free: #""isOnline":0,"onlineAccount":0,"onlineInbox":0"#
      case .elsewhere:
        #""isOnline":1,"onlineAccount":1,"onlineInbox":77,"onlineServer":"online""#
      case .unsaid: #""isOnline":1"#
      case .unclear:
        #""isOnline":null,"onlineAccount":1,"onlineInbox":\#(state.inbox),"onlineServer":"online""#
      case .connectedToNothing: #""isOnline":1,"onlineAccount":0,"onlineInbox":0"#
      case .absent: nil
      }
    let own = place.map {
      #"{"whatsapp":"447700900100","apiKey":"canary-key","display_name":"Harbour Bikes","business_name":"Harbour Ltd",\#($0)}"#
    }
    let others = state.others.map {
      #"{"whatsapp":"\#($0.number)","display_name":"x","isOnline":1,"onlineAccount":1,"onlineInbox":\#($0.inbox),"onlineServer":"online"}"#
    }
    let rows = ([own].compactMap(\.self) + others + state.oddEntries).joined(separator: ",")
    return #"{"status":"OK","reason":1,"totalWhatsApp":3,"list":[\#(rows)]}"#
  }
}

/// A backed-up inbox and its partner.
struct DeletionBench {
  static let key = "https://inbox.example"
  /// A machine that builds at the same time takes seconds to write its whole file system.
  static var quick: FileOperations {
    var operations = FileOperations.system
    operations.syncFileSystem = { _ in 0 }
    return operations
  }

  var bench: Bench
  let partner: PartnerSide
  var order = DeletionOrder(account: 1, inbox: 10, server: "online")
  var operations = DeletionBench.quick
  var inboxKey = InboxKey(DeletionBench.key)
  var isDryRun = false
  var copies: [String] = []

  init(number: String? = "447700900100") async throws {
    var state = FakeInbox.State.small
    if let number {
      state.lists["whatsapp_accounts/"] = [
        #"{"phone_number":"+\#(number)","this_instance":true}"#
      ]
    }
    bench = try Bench(state)
    bench.operations = Self.quick
    partner = try PartnerSide()
    try await bench.backup()
  }

  func deletion() throws -> GuardedDeletion {
    var client = ClientSettings()
    client.clock = FakeClock()
    var settings = GuardedDeletion.Settings()
    settings.jobs = 2
    settings.tool = "chatferry test"
    settings.operations = operations
    settings.isDryRun = isDryRun
    settings.copies = copies
    return GuardedDeletion(
      order,
      partner: try PartnerClient(
        url: partner.server.url, token: Secret("t"), settings: client),
      inbox: try bench.client, inboxKey: inboxKey, folder: bench.path, settings: settings,
      now: { 1_800_000_000 })
  }

  func run(
    _ consent: @escaping @Sendable (DeletionCase) async throws -> DeletionConsent
  ) async throws -> DeletionResult {
    try await deletion().run(consent)
  }

  /// What a script does: the proof that `verify --inbox` gave.
  func proof() async throws -> String { try #require(try await bench.verifyLive().proof) }

  var log: [Substring] {
    ((try? bench.text("deletion.jsonl")) ?? "").split(separator: "\n")
  }
}

/// The refusal of a run that has a proof of an earlier state.
func refusal(
  _ gate: DeletionBench, _ consent: DeletionConsent,
  sourceLocation: SourceLocation = #_sourceLocation
) async -> DeletionError? {
  do {
    let result = try await gate.run { _ in consent }
    Issue.record("no refusal: \(result.state)", sourceLocation: sourceLocation)
  } catch {
    #expect(gate.partner.deletions.isEmpty, sourceLocation: sourceLocation)
    #expect(gate.log.isEmpty, sourceLocation: sourceLocation)
    #expect("\(error)".hasSuffix("nothing was deleted"), sourceLocation: sourceLocation)
    return error as? DeletionError
  }
  return nil
}
