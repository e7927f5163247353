import Foundation
import JSONText
import TestServer
import Testing

@testable import InboxAPI

/// Every request that the clients can send, against the vendors' descriptions of them.
@Suite(.timeLimit(.minutes(50))) struct RequestContractTests {
  private static let online = ["online", "onlinePages"]
  private static let getChat = ["getchat", "getchatConvention"]

  /// Sends by `body` to a server that likes everything.
  private func requests(
    answering text: String = "{}", _ body: (String) async throws -> Void
  ) async throws -> [Request] {
    let server = try TestServer { _ in .json(text) }
    defer { server.stop() }
    try await body(server.url)
    return server.requests
  }

  /// What of an operation's requests is not as described; their names go into `seen`.
  private func check(
    _ requests: [Request], _ sections: [String], _ name: String, _ seen: inout Set<String>
  ) throws {
    let contract = try RequestContract()
    #expect(!requests.isEmpty, "\(name)")
    for request in requests {
      let matches = contract.matches(request, in: sections).filter { $0.name == name }
      #expect(!matches.isEmpty, "\(name): \(request.method) \(request.path) is not described")
      #expect(contract.faults(request, matches) == [], "\(name): \(request.target)")
    }
    seen.insert(name)
  }

  // MARK: get.chat

  static let reading: [(ReadOperation, ListStyle)] = [
    (.chats, .rows), (.messages, .rows), (.persons, .rows), (.contacts, .cursor),
    (.blockedContacts, .rows), (.tags, .rows), (.chatTaggingEvents, .events),
    (.messageTaggingEvents, .events), (.chatAssignmentEvents, .events), (.savedResponses, .rows),
    (.templates, .rows), (.businessProfile, .whole), (.profileAbout, .whole),
    (.profilePhoto, .whole), (.users, .rows), (.groups, .rows), (.webhooks, .rows),
    (.health, .whole), (.wabaErrors, .rows), (.whatsAppAccounts, .rows),
  ]

  @Test func keepsToTheDescriptionOfTheInboxAPI() async throws {
    var seen: Set<String> = []
    for (operation, style) in Self.reading {
      let sent = try await requests(answering: #"{"count":0,"results":[]}"#) { url in
        var walk = try client(url).rows(of: operation, style, key: { _ in "" })
        _ = try await walk.next(isolation: nil)
      }
      try check(sent, Self.getChat, operation.name, &seen)
    }
    for operation in [ReadOperation.chatTagging, .messageTagging, .chatAssignment] {
      let sent = try await requests { url in
        _ = try await client(url).value(of: operation, id: "5")
      }
      try check(sent, Self.getChat, operation.name, &seen)
    }
    let messages = try await requests(answering: #"{"count":0,"results":[]}"#) { url in
      _ = try await client(url).messages(
        of: "447700900142", limit: 5, sinceTime: 1, beforeTime: 2)
    }
    try check(messages, Self.getChat, "listMessages", &seen)
    let chats = try await requests(answering: #"{"count":0,"results":[]}"#) { url in
      _ = try await client(url).chats(limit: 5, offset: 0, messagesBeforeTime: 9)
    }
    try check(chats, Self.getChat, "listChats", &seen)
    let events = try await requests(answering: #"{"count":0,"results":[]}"#) { url in
      _ = try await client(url).page(of: .contacts, limit: 5, pages: "x")
    }
    try check(events, Self.getChat, "listContacts", &seen)
    try await checkWriting(&seen)
    #expect(try Self.namesInTheSource(besides: ["Online", "Partner"]).subtracting(seen) == [])
  }

  /// What a restore writes: bodies as it makes them.
  static let writing: [(WriteOperation, item: String?, body: String)] = [
    (.createTag, nil, #"{"name":"vip","web_inbox_color":"teal"}"#),
    (.createChatTagging, nil, #"{"tag":5,"chat":"447700900142","extra":{"a":1}}"#),
    (.createMessageTagging, nil, #"{"tag":5,"message":"wamid.1","extra":null}"#),
    (.createSavedResponse, nil, #"{"text":"Hello"}"#),
    (
      .createWebhook, nil,
      #"{"url":"https://h.example/x","on_incoming_message":true,"on_outgoing_message":false,"on_assigned":false,"headers":{}}"#
    ),
    (
      .updateChatAssignment, "447700900142",
      #"{"wa_id":"447700900142","assigned_to_user":2,"assigned_group":null}"#
    ),
  ]

  private func checkWriting(_ seen: inout Set<String>) async throws {
    for (operation, item, body) in Self.writing {
      let sent = try await requests {
        _ = try await client($0).write(operation, item: item, Array(body.utf8))
      }
      try check(sent, Self.getChat, operation.name, &seen)
    }
    let current = try await requests { _ = try await client($0).currentUser() }
    try check(current, Self.getChat, "retrieveCurrentUser", &seen)
    let upload = MediaUpload(
      fileName: "a.jpg", contentType: "image/jpeg", body: BytesBody(Array("abc".utf8)))
    let media = try await requests(answering: #"{"id":"5"}"#) {
      _ = try await client($0).createMedia(upload)
    }
    try check(media, Self.getChat, "createMediaFile", &seen)
    let files = try await requests {
      try await client($0).media(id: "5", receive: { _ in })
    }
    try check(files, Self.getChat, "retrieveMediaFile", &seen)
    let imports = try await requests { _ = try await client($0).createChatImport(importRequest()) }
    try check(imports, Self.getChat, "createChatImport", &seen)
    let tokens = try await requests(answering: #"{"token":"t"}"#) {
      _ = try await GetChatClient.createToken(
        url: $0, user: "u", password: Secret("p"), settings: ClientSettings())
    }
    try check(tokens, Self.getChat, "createAuthToken", &seen)
  }

  // MARK: The online platform

  /// What reads there is checked by `OnlineContractTests`.
  @Test func keepsToThePageOfAddConversation() async throws {
    func client(_ url: String) throws -> OnlineClient {
      try OnlineClient(
        url: url, token: Secret(canary), account: 8, inbox: 12, settings: ClientSettings())
    }
    var seen: Set<String> = []
    var order = ConversationOrder(sourceID: "447700900142", contactID: 7)
    order.status = .snoozed
    order.assigneeID = 3
    order.teamID = 4
    order.customAttributes = [("a", "b")]
    order.additionalAttributes = [("c", "d")]
    let full = order
    for order in [full, ConversationOrder(contactID: 7), ConversationOrder(sourceID: "x")] {
      let added = try await requests(answering: #"{"id":1}"#) {
        _ = try await client($0).addConversation(order)
      }
      try check(added, Self.online, "newConversation", &seen)
      let looked = try await requests(answering: #"{"data":{"payload":[]}}"#) {
        _ = try await client($0).conversations(with: order, status: .pending)
      }
      try check(looked, Self.online, "conversationList", &seen)
    }
    // Every field of the page is sent, and none that Chatwoot does not know.
    let contract = try RequestContract()
    let page = contract.bodyFields("onlinePages", "newConversation")
    let sent = try JSONValue(parsing: full.json(inbox: 12)).members?.map(\.key) ?? []
    #expect(Set(sent) == page)
    #expect(page.isSubset(of: contract.bodyFields("online", "newConversation")))
  }

  // MARK: The partner's side

  @Test func keepsToThePagesOfThePartnerAPI() async throws {
    var seen: Set<String> = []
    let numbers = try await requests(answering: PartnerClientTests.list) {
      _ = try await partner($0).numbers()
    }
    try check(numbers, ["partner"], "getWhatsApp", &seen)
    let full = try PartnerClientTests.order
    let least = try InboxOrder(name: "x", number: "447700900102", account: 8, server: "online")
    for order in [full, least] {
      let created = try await requests(answering: PartnerClientTests.created) {
        _ = try await partner($0).createInbox(order)
      }
      try check(created, ["partner"], "createInbox", &seen)
    }
    let deleted = try await requests(answering: #"{"status":"OK"}"#) {
      _ = try await partner($0).deleteInbox(PartnerClientTests.permit)
    }
    try check(deleted, ["partner"], "deleteInbox", &seen)
    let contract = try RequestContract()
    #expect(contract.names("partner") == seen)
    let fields = try JSONValue(parsing: full.json).members?.map(\.key) ?? []
    #expect(Set(fields) == contract.bodyFields("partner", "createInbox"))
    #expect(try Self.namesInTheSource(of: "Partner").subtracting(seen) == [])
  }

  /// A description that lets everything through would check nothing.
  @Test func findsWhatIsNotDescribed() throws {
    let contract = try RequestContract()
    func request(_ method: String, _ target: String, _ body: String = "") -> Request {
      Request(
        method: method, target: target, headers: [("Content-Type", "application/json")],
        body: Array(body.utf8))
    }
    let list = request("GET", "/api/v1/accounts/8/conversations?status=shut&nonsense=1&page=x")
    #expect(
      contract.faults(list, contract.matches(list, in: Self.online)).sorted() == [
        "query nonsense is not described", "query page is no integer",
        #"query status is none of ["all", "open", "resolved", "pending", "snoozed"]"#,
      ])
    let order = request(
      "POST", "/api/online/createInbox",
      #"{"inbox_type":"sms","inbox_name":"\#(String(repeating: "x", count: 51))","account_id":8,"server":null,"more":1}"#
    )
    #expect(
      contract.faults(order, contract.matches(order, in: ["partner"])).sorted() == [
        "inbox_name is longer than 50", #"inbox_type is none of ["whatsapp"]"#,
        "more is not described", "server is null", "whatsapp_number is missing",
      ])
    #expect(contract.matches(request("DELETE", "/api/v1/chats/5/"), in: Self.getChat).isEmpty)
    #expect(contract.matches(request("POST", "/api/online/deleteInbox"), in: ["partner"]).isEmpty)
  }

  // MARK: The documents

  /// Each field of the four pages stands in docs/apis.md, used or not used and why.
  @Test func namesEveryFieldOfThePages() throws {
    let page = try String(
      contentsOf: Self.project.appendingPathComponent("docs/apis.md"), encoding: .utf8)
    let contract = try RequestContract()
    let sections = [
      ("getWhatsApp", "## getWhatsApp"), ("createInbox", "## createInbox"),
      ("deleteInbox", "## deleteInbox"), ("newConversation", "## Add Conversation"),
    ]
    for (operation, heading) in sections {
      let start = try #require(page.range(of: heading))
      let rest = page[start.upperBound...]
      let text = rest[..<(rest.range(of: "\n#")?.lowerBound ?? rest.endIndex)]
      let requested = contract.bodyFields(
        operation == "newConversation" ? "onlinePages" : "partner", operation)
      #expect(!contract.answerFields(operation).isEmpty)
      for field in contract.answerFields(operation) + requested {
        let isNamed = ["`\(field)`", ".\(field)`", "`\(field).", ".\(field)."].contains {
          text.contains($0)
        }
        #expect(isNamed, "\(operation): \(field)")
      }
    }
  }

  private static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The names of operations in the files of the client whose names hold `part`, or none of `others`.
  private static func namesInTheSource(
    of part: String? = nil, besides others: [String] = []
  ) throws -> Set<String> {
    let folder = project.appendingPathComponent("Sources/InboxAPI")
    let files = try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    // No vendor describes these two: an instance's own description, and a file wherever it lies.
    var names: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let name = file.lastPathComponent
      if let part, !name.contains(part), !file.path.contains("/\(part)/") { continue }
      if others.contains(where: { name.contains($0) || file.path.contains("/\($0)/") }) { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      for pattern in [
        #/operation: "([A-Za-z-]+)"/#, #/= account\(\s*"([A-Za-z-]+)"/#,
        #/Operation\(\s*(?:name: )?"([A-Za-z-]+)"/#,
      ] {
        for match in text.matches(of: pattern) { names.insert(String(match.1)) }
      }
    }
    return names.subtracting(["retrieveSchema", "attachment"])
  }
}
