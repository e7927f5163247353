import Foundation
import JSONText
import TestServer
import Testing

@testable import InboxAPI

/// Every request that the client of the online platform can make, against the platform's published description
/// (`Contract/online.json`: paths, operations and parameters of Chatwoot's OpenAPI file).
@Suite(.timeLimit(.minutes(50))) struct OnlineContractTests {
  struct Described: Decodable {
    struct Parameter: Decodable {
      let `in`: String
      let required: Bool
      let type: String?
      let `enum`: [String]?
    }
    struct Operation: Decodable {
      let operationId: String?
      let parameters: [String: Parameter]
    }
    let paths: [String: [String: Operation]]

    static func read() throws -> Described {
      let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Contract/online.json")
      return try JSONDecoder().decode(Described.self, from: Data(contentsOf: file))
    }

    /// The operation at a path in which numbers stand for `{…}`.
    func operation(_ method: String, _ path: String) -> Operation? {
      let words = path.split(separator: "/")
      let found = paths.first { template, operations in
        let parts = template.split(separator: "/")
        return parts.count == words.count && operations[method.lowercased()] != nil
          && zip(parts, words).allSatisfy { $0.hasPrefix("{") ? Int($1) != nil : $0 == $1 }
      }
      return found?.value[method.lowercased()]
    }
  }

  /// In the server's code, and in no description: named in docs/apis.md.
  static let undescribed: [String: Set<String>] = ["list-all-messages": ["after", "before"]]
  static let undescribedPaths: Set<String> = ["/api/v1/accounts/8/labels"]

  /// What a request has that is not described, or lacks; empty when it keeps to the description.
  static func faults(of request: Request, _ described: Described) -> [String] {
    if undescribedPaths.contains(request.path) { return [] }
    guard let operation = described.operation(request.method, request.path) else {
      return ["\(request.method) \(request.path) is not described"]
    }
    let extra = undescribed[operation.operationId ?? ""] ?? []
    let query = request.target.drop { $0 != "?" }.dropFirst().split(separator: "&").map {
      $0.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    }
    var faults: [String] = []
    for pair in query where !extra.contains(pair[0]) {
      guard let parameter = operation.parameters[pair[0]], parameter.in == "query" else {
        faults.append("\(request.path): \(pair[0]) is not described")
        continue
      }
      if let values = parameter.enum, !values.contains(pair[1]) {
        faults.append("\(request.path): \(pair[0]) may not be \(pair[1])")
      }
      if parameter.type == "integer" || parameter.type == "number", Int(pair[1]) == nil {
        faults.append("\(request.path): \(pair[0]) is no number")
      }
    }
    for (name, parameter) in operation.parameters
    where parameter.required && parameter.in == "query" && !query.contains(where: { $0[0] == name })
    {
      faults.append("\(request.path): \(name) is missing")
    }
    return faults
  }

  static let operations: [(ReadOperation, ListStyle)] = [
    (.onlineAccount, .whole), (.onlineInboxes, .whole), (.onlineInboxMembers, .whole),
    (.onlineAgents, .whole), (.onlineAgentBots, .whole), (.onlineTeams, .whole),
    (.onlineLabels, .whole), (.onlineCannedResponses, .whole),
    (.onlineConversationAttributes, .whole), (.onlineContactAttributes, .whole),
    (.onlineWebhooks, .whole), (.onlineAutomationRules, .pages),
    (.onlineConversationFilters, .whole), (.onlineContactFilters, .whole),
    (.onlineContacts, .pages),
  ]

  @Test func makesNoRequestThatIsNotDescribed() async throws {
    let described = try Described.read()
    let server = try TestServer { request in
      if request.path.hasSuffix("/conversations") {
        let isFirst = request.query("page") == "1" && request.query("status") == "all"
        return .json(#"{"data":{"meta":{},"payload":[\#(isFirst ? #"{"id":5}"# : "")]}}"#)
      }
      return .json(
        request.path == "/api/v1/profile" ? #"{"id":1}"# : #"{"payload":[{"id":12}]}"#)
    }
    let client = try OnlineClientTests.client(server)
    try await client.checkAccess()
    for (operation, style) in Self.operations {
      _ = try await OnlineClientTests.rows(
        client.rows(of: operation, style, key: { String(decoding: $0.raw, as: UTF8.self) }))
    }
    for operation in [ReadOperation.onlineTeamMembers, .onlineContactLabels] {
      _ = try await client.value(of: operation, id: "3")
    }
    for isSinglePass in [true, false] {
      _ = try await OnlineClientTests.rows(client.chats(isSinglePass: isSinglePass))
    }
    _ = try await OnlineClientTests.rows(client.messages(of: "5", since: nil, before: nil))
    _ = try await OnlineClientTests.rows(client.messages(of: "5", since: 7, before: 9))
    #expect(server.requests.count > 30)
    #expect(server.requests.allSatisfy { $0.method == "GET" && $0.body.isEmpty })
    #expect(server.requests.flatMap { Self.faults(of: $0, described) } == [])
  }

  /// The names in messages and manifests are those of the description.
  @Test func callsOperationsByTheirNames() throws {
    let described = try Described.read()
    let all =
      Self.operations.map(\.0) + [
        .onlineTeamMembers, .onlineContactLabels, .onlineConversations, .onlineMessages,
        .onlineProfile,
      ]
    for operation in all where operation.name != "labels" {
      let path = operation.path.replacing(#/{[a-z]+}/#, with: "1")
      #expect(described.operation("GET", path)?.operationId == operation.name, "\(path)")
    }
  }

  /// The check itself finds what it looks for.
  @Test func findsWhatIsNotDescribed() async throws {
    let described = try Described.read()
    let server = try TestServer { _ in .json("[]") }
    let client = try OnlineClientTests.client(server)
    for (path, query) in [
      ("/api/v1/accounts/8/agents", [("colour", "red")]),
      ("/api/v1/accounts/8/conversations", [("status", "closed")]),
      ("/api/v1/accounts/8/conversations", [("page", "first")]),
      ("/api/v1/accounts/8/custom_attribute_definitions", []),
      ("/api/v1/accounts/8/nothing", []),
    ] {
      _ = try await client.value(of: ReadOperation(name: "x", path: path, query: query), id: nil)
    }
    #expect(server.requests.map { Self.faults(of: $0, described).count } == [1, 1, 1, 1, 1])
  }
}
