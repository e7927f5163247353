import Foundation
import JSONText
import TestKit
import TestServer
import Testing

/// `numbers` and `inbox create`, as a partner runs them.
@Suite struct PartnerCommandTests {
  static let list = #"""
    {"status":"OK","reason":1,"totalWhatsApp":2,"totalConversationsThisMonth":10,"totalMarketingThisMonth":4,
     "totalServiceThisMonth":5,"totalIncomingThisMonth":1,"list":[
      {"create_time":1735811185,"whatsapp":"447700900101","apiKey":"canary-key","display_name":"Harbour Bikes",
       "business_name":"Harbour Ltd","isOnline":1,"onlineAccount":1,"onlineInbox":2,"onlineServer":"online","coexistence":0,
       "conversationsThisMonth":6,"marketingThisMonth":3,"serviceThisMonth":3,"incomingThisMonth":0},
      {"create_time":1735811186,"whatsapp":"447700900102","apiKey":"canary-key","display_name":"Quay Café",
       "business_name":"Quay Ltd","isOnline":0,"onlineAccount":0,"onlineInbox":0,"coexistence":1,
       "conversationsThisMonth":4,"marketingThisMonth":1,"serviceThisMonth":2,"incomingThisMonth":1}]}
    """#

  static let creating = [
    "inbox", "create", "--partner", "agency", "--name", "Quay Café", "--number", "+44 7700 900102",
    "--account", "8", "--server", "online",
  ]

  private static func program(_ server: TestServer) throws -> Chatferry {
    let chatferry = try Chatferry()
    try chatferry.configure(
      "[partner.agency]\nurl = \"\(server.url)\"\ntoken_file = \"agency.token\"\n")
    try chatferry.home.write("canary-token\n", to: "config/chatferry/agency.token")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600],
      ofItemAtPath: chatferry.home.file("config/chatferry/agency.token"))
    return chatferry
  }

  private static func listing(_ post: @escaping @Sendable () -> Reaction) throws -> TestServer {
    try TestServer { $0.method == "GET" ? .json(list) : post() }
  }

  private static func expectNoSecret(
    _ run: Chatferry.Outcome, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for text in [run.output, run.error] {
      #expect(!text.contains("canary"), sourceLocation: sourceLocation)
    }
  }

  /// One entry that says too little: the others are listed, and it is said.
  @Test func listsTheOthersBesideAMalformedEntry() throws {
    let odd = #"{"isOnline":0,"apiKey":"canary-key"},{"whatsapp":"447700900103"},"#
    let server = try TestServer { _ in
      .json(Self.list.replacing(#""list":["#, with: #""list":[\#(odd)"#))
    }
    let chatferry = try Self.program(server)
    let run = try chatferry.run("numbers", "--partner", "agency", "--json")
    #expect(run.status == 1)
    let json = try run.json()
    let numbers = json["numbers"]?.array ?? []
    #expect(
      numbers.map { $0["number"]?.string } == ["447700900103", "447700900101", "447700900102"])
    #expect(numbers.map { $0["connected"]?.bool } == [nil, true, false])
    #expect(
      json["problems"]?.array?.map { $0["code"]?.string } == ["number-missing", "number-unclear"])
    #expect(run.error.contains("entry 1 of the partner's list holds no number"))
    Self.expectNoSecret(run)
    let table = try chatferry.run("numbers", "--partner", "agency")
    #expect(table.status == 1)
    #expect(table.output.contains("447700900103  not known"))
    #expect(table.output.contains("3 numbers, 1 free"))
    let free = try chatferry.run("numbers", "--partner", "agency", "--free", "--json")
    #expect(
      try free.json()["numbers"]?.array?.map { $0["number"]?.string } == ["447700900102"])
    // Whoever asks for the free one is not held up by the others.
    let dry = try chatferry.run(Self.creating + ["--dry-run"])
    #expect(dry.status == 0, "\(dry.error)")
  }

  @Test func listsNumbers() throws {
    let server = try Self.listing { .status(405) }
    let chatferry = try Self.program(server)
    let run = try chatferry.run("numbers", "--partner", "agency", "-v")
    #expect(run.status == 0)
    #expect(
      run.output == """
        NUMBER        INBOX                                  COEXISTENCE  CONVERSATIONS  MARKETING  SERVICE  INCOMING  NAME           BUSINESS
        447700900101  inbox 2 of account 1 on server online  no                       6          3        3         0  Harbour Bikes  Harbour Ltd
        447700900102  free                                   yes                      4          1        2         1  Quay Café      Quay Ltd
        2 numbers, 1 free; 10 conversations this month

        """)
    let free = try chatferry.run("numbers", "--partner", "agency", "--free", "--json")
    #expect(
      free.output
        == #"{"partner":"\#(server.url)","total":2,"this_month":{"conversations":10,"marketing":4,"service":5,"incoming":1},"#
        + #""numbers":[{"number":"447700900102","display_name":"Quay Café","business_name":"Quay Ltd","created":1735811186,"connected":false,"#
        + #""account":null,"inbox_id":null,"server":null,"coexistence":true,"this_month":{"conversations":4,"marketing":1,"service":2,"incoming":1}}],"problems":[]}"#
        + "\n")
    for outcome in [run, free] { Self.expectNoSecret(outcome) }
    #expect(server.requests.allSatisfy { $0.header("Authorization") == "Bearer canary-token" })
  }

  @Test(arguments: [
    (
      #"{"status":"FAIL","reason":3}"#, Int32(77),
      "reason 3: the access token does not exist or has expired"
    ),
    (#"{"status":"FAIL","reason":4711}"#, 77, "reason 4711, which no document explains"),
    ("{\"status\":", 69, "not valid JSON"), ("<html>log in</html>", 69, "not valid JSON"),
  ])
  func saysWhyTheServerRefuses(body: String, status: Int32, words: String) throws {
    let server = try TestServer { _ in .json(body) }
    let chatferry = try Self.program(server)
    for command in [["numbers", "--partner", "agency", "--json"], Self.creating] {
      let run = try chatferry.run(command)
      #expect(run.status == status)
      #expect(run.error.contains(words))
      #expect(run.output.isEmpty)
    }
    #expect(server.requests.allSatisfy { $0.method == "GET" })
    let json = try chatferry.run(Self.creating + ["--json"]).json()
    #expect(json["state"]?.string == "refused")
    #expect(json["problems"]?.array?.first?["code"]?.string == "inbox-not-created")
    #expect(
      json["problems"]?.array?.first?["message"]?.string?.hasSuffix("; no inbox was created")
        == true)
  }

  @Test func createsAnInboxAndGivesItsProfile() throws {
    let server = try Self.listing {
      .json(
        #"{"status":"OK","reason":1,"account_id":8,"inbox_id":100,"server":"online","whatsapp":"447700900102"}"#
      )
    }
    let chatferry = try Self.program(server)
    let run = try chatferry.run(Self.creating + ["--reference", "branch 4", "--import-history"])
    #expect(run.status == 0)
    #expect(
      run.output == """
        inbox 100 was created in account 8 on server online
        the phone's history comes in as far as its owner allowed it; that may take a while
        for the configuration:
        [inbox.quay-caf]
        url = "https://online.99digital.co.il"
        kind = "online"
        account = 8
        inbox_id = 100
        token_file = "quay-caf.token"

        """)
    #expect(server.requests.map(\.method) == ["GET", "POST"])
    #expect(
      String(decoding: server.requests[1].body, as: UTF8.self)
        == #"{"inbox_type":"whatsapp","inbox_name":"Quay Café","whatsapp_number":"447700900102","account_id":8,"server":"online","reference":"branch 4","import_history":1}"#
    )
    let json = try chatferry.run(Self.creating + ["--json"]).json()
    #expect(json["state"]?.string == "created")
    #expect(json["inbox_id"]?.int == 100)
    #expect(json["profile"]?.string?.hasPrefix("[inbox.quay-caf]\nurl = ") == true)
    // The profile is one that chatferry reads.
    try chatferry.configure(try #require(json["profile"]?.string))
    #expect(try chatferry.run("inspect", chatferry.chat()).status == 0)
  }

  @Test func createsNothingInADryRun() throws {
    let server = try Self.listing { .status(500) }
    let run = try Self.program(server).run(Self.creating + ["--dry-run", "--json"])
    #expect(run.status == 0)
    #expect(try run.json()["state"]?.string == "planned")
    #expect(server.requests.map(\.method) == ["GET"])
  }

  @Test(arguments: [
    (["--number", "+44 7700 900109"], "number-unknown", "the partner has no such number"),
    (["--number", "447700900101"], "number-taken", "inbox 2 of account 1 on server online"),
  ])
  func refusesNumbersThatCannotHaveAnInbox(change: [String], code: String, words: String) throws {
    let server = try Self.listing { .status(500) }
    let chatferry = try Self.program(server)
    let words_ = Self.creating.filter { $0 != "--number" && $0 != "+44 7700 900102" } + change
    let run = try chatferry.run(words_ + ["--json"])
    #expect(run.status == 65)
    #expect(try run.json()["state"]?.string == "refused")
    #expect(try run.json()["problems"]?.array?.first?["code"]?.string == code)
    #expect(run.error.contains(words))
    #expect(!server.requests.contains { $0.method == "POST" })
  }

  @Test(arguments: [
    (["--number", "+44 7700 9OO102"], "--number; give another: ", "partner-number-impossible"),
    (["--number", "12"], "--number; give another: ", "partner-number-impossible"),
    (
      ["--name", String(repeating: "x", count: 51)], "--name",
      "has 51 characters, and the server takes 50"
    ),
    (["--account", "12345678"], "--account", "a whole number from 1 to 9999999"),
    (["--server", "online.99digital.co.il"], "--server", "letters, digits and hyphens: online"),
    (["--reference", String(repeating: "1", count: 51)], "--reference", "51 characters"),
  ])
  func refusesWhatCannotBeSent(change: [String], option: String, words: String) throws {
    let server = try Self.listing { .status(500) }
    var command = Self.creating
    if let index = command.firstIndex(of: change[0]) {
      command[index + 1] = change[1]
    } else {
      command += change
    }
    let run = try Self.program(server).run(command + ["--json"])
    #expect(run.status == 64)
    #expect(run.error.contains(option) && run.error.contains(words), "\(run.error)")
    #expect(run.output.isEmpty)
    #expect(server.requests.isEmpty)
  }

  @Test(arguments: [
    (["inbox"], "a word is missing after inbox"),
    (["inbox", "crate"], "there is no command “inbox crate” (did you mean inbox create?)"),
    (["numbers"], "--partner is missing"),
    (["inbox", "create", "--partner", "local"], "--name is missing"),
  ])
  func saysWhatIsMissing(words: [String], reason: String) throws {
    let run = try Chatferry().run(words)
    #expect(run.status == 64)
    #expect(run.error.contains(reason))
  }

  @Test func namesTheNearestPartner() throws {
    let server = try Self.listing { .status(500) }
    let run = try Self.program(server).run("numbers", "--partner", "agencie")
    #expect(run.status == 78)
    #expect(run.error.contains("there is no partner profile “agencie” (did you mean agency?)"))
  }
}
