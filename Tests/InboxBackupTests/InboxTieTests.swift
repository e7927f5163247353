import Files
import JSONText
import TestKit
import Testing

@testable import InboxAPI
@testable import InboxBackup

/// What ties the inbox that was listed to the one that a partner wants deleted.
@Suite struct InboxTieTests {
  /// Which tie is refused, and how.
  enum Refusal: String { case none, otherPlace, otherNumber, untied }

  struct Case: CustomTestStringConvertible {
    var server: String
    var account = "1"
    var inbox = "10"
    var stated: (account: Int64, inbox: Int64)?
    /// What the inbox says is its number.
    var number: String?
    var refusal: Refusal

    var testDescription: String {
      "\(server), \(account)/\(inbox), profile \(stated.map { "\($0)" } ?? "silent"), "
        + "number \(number ?? "none"): \(refusal)"
    }
  }

  static let online: [Case] = [
    // The platform's own address says which server it is, whatever the port.
    Case(server: "https://online.99digital.co.il", refusal: .none),
    Case(server: "https://online.99digital.co.il:8443", refusal: .none),
    Case(server: "https://online.99digital.co.il.", refusal: .none),
    Case(server: "https://other.99digital.co.il", refusal: .otherPlace),
    Case(server: "https://other.99digital.co.il:8443", refusal: .otherPlace),
    Case(server: "https://other.99digital.co.il", number: "447700900100", refusal: .otherPlace),
    Case(server: "https://a.online.99digital.co.il", refusal: .otherPlace),
    Case(server: "https://online.99digital.co.il", account: "2", refusal: .otherPlace),
    Case(server: "https://online.99digital.co.il", inbox: "11", refusal: .otherPlace),
    Case(server: "https://online.99digital.co.il", number: "447700900199", refusal: .otherNumber),
    // On any other host the ids are those that were asked for, and say nothing.
    Case(server: "https://chat.example", refusal: .untied),
    Case(server: "https://online99digital.co.il", refusal: .untied),
    Case(server: "https://online.99digital.co.il.example", refusal: .untied),
    Case(server: "http://127.0.0.1:3000", refusal: .untied),
    Case(server: "http://[::1]:3000", refusal: .untied),
    // The number does, and so does a profile.
    Case(server: "https://chat.example", number: "447700900100", refusal: .none),
    Case(server: "https://chat.example", number: "447700900199", refusal: .otherNumber),
    Case(server: "https://chat.example", stated: (1, 10), refusal: .none),
    Case(server: "https://chat.example", account: "2", stated: (2, 10), refusal: .otherPlace),
    Case(
      server: "https://chat.example", stated: (1, 10), number: "447700900199",
      refusal: .otherNumber),
  ]

  @Test(arguments: online, [true, false])
  func tiesAnOnlineInboxByHostNumberOrProfile(_ tie: Case, isText: Bool) async throws {
    let key = InboxKey(tie.server, kind: .online, account: tie.account, inbox: tie.inbox)
    let rows = [
      // Servers give ids as numbers and as strings.
      #"{"id":\#(isText ? "\"\(tie.inbox)\"" : tie.inbox),"phone_number":\#(tie.number.map { "\"+\($0)\"" } ?? "null")}"#,
      // A neighbour's number is nobody's here.
      #"{"id":9,"phone_number":"+447700900100"}"#,
    ]
    try await expect(tie, key: key, kind: "inboxes", rows: rows)
  }

  /// A get.chat inbox has a server of its own, whose name says nothing of accounts.
  @Test(arguments: [
    Case(server: "https://inbox.example", refusal: .untied),
    Case(server: "https://shop.99digital.co.il", refusal: .untied),
    Case(server: "https://shop.99digital.co.il", number: "447700900100", refusal: .none),
    Case(server: "https://inbox.example", number: "447700900100", refusal: .none),
    Case(server: "https://inbox.example", number: "447700900199", refusal: .otherNumber),
    Case(server: "https://inbox.example", stated: (1, 10), refusal: .none),
    Case(server: "https://inbox.example", stated: (1, 11), refusal: .otherPlace),
  ])
  func tiesAGetChatInboxByNumberOrProfile(_ tie: Case) async throws {
    try await expect(
      tie, key: InboxKey(tie.server), kind: "whatsapp_accounts",
      rows: tie.number.map { [#"{"phone_number":"+\#($0)","this_instance":true}"#] } ?? [])
  }

  @Test func saysWhatToDoWhereIDsAloneSpeak() async throws {
    let key = InboxKey("https://chat.example", kind: .online, account: "1", inbox: "10")
    let tie = Case(server: "", refusal: .untied)
    let error = try await refusal(tie, key: key, kind: "inboxes", rows: [])
    #expect(
      error.map { "\($0)" }
        == "nothing but --account and --inbox-id says that inbox 10 of account 1 at https://chat.example is the one on server online; "
        + "give its address there, https://online.99digital.co.il, or put account and inbox_id into the inbox's profile when they are certain; "
        + "nothing was deleted")
  }

  /// The platform's own name of the inbox, which its number does not have.
  @Test func knowsTheNameOfAnOnlineInbox() async throws {
    let rows = [#"{"id":9,"name":"Other"}"#, #"{"id":10,"name":"Harbour desk"}"#]
    let online = InboxKey("https://chat.example", kind: .online, account: "1", inbox: "10")
    let getChat = InboxKey("https://inbox.example")
    for (key, rows, name) in [
      (online, rows, "Harbour desk"), (online, [], nil), (getChat, rows, nil),
    ] {
      let (tie, bench) = try await tie(key: key, kind: "inboxes", rows: rows)
      #expect(try tie.name() == name)
      withExtendedLifetime(bench) {}
    }
  }

  /// A name that nobody could type is none.
  @Test(arguments: [
    ("Harbour desk", "Harbour desk"), (nil, "Harbour Bikes"), ("", "Harbour Bikes"),
    ("two\nlines", "Harbour Bikes"), (" blank", "Harbour Bikes"), ("blank\u{A0}", "Harbour Bikes"),
  ])
  func asksForANameThatCanBeTyped(_ name: String?, asked: String) async throws {
    let (tie, _) = try await tie(key: InboxKey("https://inbox.example"), kind: "tags", rows: [])
    let entry = try #require(
      PartnerNumber(
        JSONValue(
          parsing: Array(
            #"{"whatsapp":"447700900100","display_name":"Harbour Bikes","isOnline":0}"#.utf8))))
    #expect(DeletionCase(tie.manifest, entry, inboxName: name, proof: "").name == asked)
  }

  // MARK: Helpers

  private func expect(
    _ tie: Case, key: InboxKey, kind: String, rows: [String]
  ) async throws {
    let error = try await refusal(tie, key: key, kind: kind, rows: rows)
    let found: Refusal =
      switch error {
      case nil: .none
      case .otherPlace: .otherPlace
      case .otherNumber: .otherNumber
      default: error?.code == "backup-other-inbox" ? .untied : .none
      }
    #expect(found == tie.refusal, "\(error.map { "\($0)" } ?? "tied")")
  }

  /// - Returns: with the bench, whose folder goes with it.
  private func tie(
    key: InboxKey, kind: String, rows: [String]
  ) async throws -> (tie: InboxTie, bench: Bench) {
    let bench = try Bench()
    try await bench.backup()
    let folder = BackupFolder(bench.path)
    let pointer = try #require(try folder.pointer())
    var manifest = try folder.manifest(pointer.generation, sha256: pointer.manifest)
    manifest.inboxKey = key
    let path = "generations/rows.jsonl"
    try bench.home.write(rows.map { $0 + "\n" }.joined(), to: "backup/" + path)
    manifest.files.append(
      BackupManifest.File(
        path: path, role: .resource, subject: kind, items: rows.count, size: 0,
        sha256: SHA256.digest(of: [UInt8]().span)))
    return (InboxTie(manifest: manifest, folder: folder), bench)
  }

  private func refusal(
    _ tie: Case, key: InboxKey, kind: String, rows: [String]
  ) async throws -> DeletionError? {
    let (found, bench) = try await self.tie(key: key, kind: kind, rows: rows)
    defer { withExtendedLifetime(bench) {} }
    let entry = try #require(
      PartnerNumber(
        JSONValue(
          parsing: Array(
            #"{"whatsapp":"447700900100","isOnline":1,"onlineAccount":1,"onlineInbox":10}"#.utf8)))
    )
    let order = DeletionOrder(account: 1, inbox: 10, server: "online", stated: tie.stated)
    do {
      try found.check(order, entry)
      return nil
    } catch let error as DeletionError {
      return error
    }
  }
}
