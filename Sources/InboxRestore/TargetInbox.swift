internal import InboxAPI
internal import InboxBackup
internal import JSONText

/// What the other inbox has already, as far as a restore asks. Read with lists alone, and anew where it may have
/// changed. Belongs to one actor.
final class TargetInbox {
  struct Chat: Equatable {
    var tags: Set<Int64>
    var user: Int64?
    var group: Int64?
  }

  let client: GetChatClient
  /// By name; of equal names the first.
  private(set) var tags: [String: Int64] = [:]
  /// How often each text is there.
  private(set) var responses: [String: Int] = [:]
  /// Addresses without secrets.
  private(set) var webhooks: Set<String> = []
  private(set) var chats: [String: Chat] = [:]
  private(set) var users = NamedRows()
  private(set) var groups = NamedRows()

  init(_ client: GetChatClient) { self.client = client }

  /// - Throws: `APIError`.
  func read(isolation: isolated (any Actor)? = #isolation) async throws {
    try await readTags()
    try await readResponses()
    try await readWebhooks()
    users = NamedRows()
    for row in try await rows(.users) { users.add(row, names: ["username", "email"]) }
    groups = NamedRows()
    for row in try await rows(.groups) { groups.add(row, names: ["name"]) }
    try await readChats()
  }

  func readTags(isolation: isolated (any Actor)? = #isolation) async throws {
    tags = [:]
    for row in try await rows(.tags) {
      guard let id = row["id"]?.int, let name = row["name"]?.string else { continue }
      tags[name] = min(tags[name] ?? id, id)
    }
  }

  func readResponses(isolation: isolated (any Actor)? = #isolation) async throws {
    responses = [:]
    for row in try await rows(.savedResponses) {
      if let text = row["text"]?.string { responses[text, default: 0] += 1 }
    }
  }

  func readWebhooks(isolation: isolated (any Actor)? = #isolation) async throws {
    webhooks = []
    for row in try await rows(.webhooks) {
      if let url = SecretPlaces.address(row["url"]?.string) { webhooks.insert(url) }
    }
  }

  func readChats(isolation: isolated (any Actor)? = #isolation) async throws {
    chats = [:]
    var walk = client.allChats()
    while let page = try await walk.next() {
      for row in page {
        guard let number = ChatRow(row).number else { continue }
        let tags = (row["tags"]?.array ?? []).compactMap { $0["id"]?.int }
        chats[number] = Chat(
          tags: Set(tags), user: Self.id(row["assigned_to_user"]),
          group: Self.id(row["assigned_group"]))
      }
    }
  }

  func note(tag id: Int64, named name: String) { tags[name] = id }
  func note(response text: String) { responses[text, default: 0] += 1 }

  /// An object with an id, or the id itself.
  static func id(_ value: JSONValue?) -> Int64? { value?["id"]?.int ?? value?.int }

  /// nil where the server has no such list.
  private func rows(
    _ operation: ReadOperation, isolation: isolated (any Actor)? = #isolation
  ) async throws -> [JSONValue] {
    var walk = client.rows(of: operation) {
      $0["id"].map { String(decoding: $0.raw, as: UTF8.self) }
        ?? String(decoding: $0.raw, as: UTF8.self)
    }
    var all: [JSONValue] = []
    do throws(APIError) {
      while let page = try await walk.next() { all += page }
    } catch {
      // What the server does not list cannot be compared; making it will show more.
      guard case .refused(_, 404, _) = error else { throw error }
    }
    return all
  }
}

/// Ids by what people call the things.
struct NamedRows: Equatable {
  private var ids: [String: Int64] = [:]
  private var names: [Int64: [String]] = [:]

  mutating func add(_ row: JSONValue, names keys: [String]) {
    guard let id = row["id"]?.int else { return }
    for key in keys {
      guard let name = row[key]?.string?.lowercased(), !name.isEmpty else { continue }
      names[id, default: []].append("\(key) \(name)")
      if ids["\(key) \(name)"] == nil { ids["\(key) \(name)"] = id }
    }
  }

  /// The id here of what goes by one of its names there; nil where nothing does.
  func id(of other: Int64, in others: NamedRows) -> Int64? {
    others.names[other, default: []].lazy.compactMap { ids[$0] }.first
  }
}
