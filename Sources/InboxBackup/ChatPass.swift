internal import InboxAPI
internal import JSONText

/// One pass over the list of chats, which moves while it is read: what one pass misses, the next one has.
struct ChatPass {
  private static let limit = 100
  /// Pages in a row without a new row: rows that moved, or a server that ignores the offset.
  private static let fruitlessPages = 3

  let client: GetChatClient
  private var offset = 0
  private var seen: Set<ItemKey> = []
  private var fruitless = 0
  private var isDone = false

  init(client: GetChatClient) { self.client = client }

  /// A chat's number or other id; nil for one that has none.
  static func id(of row: JSONValue) -> String? {
    let ids = [row["wa_id"], row["contact"]?["wa_id"], row["customer_wa_id"]]
    return ids.lazy.compactMap { $0?.string ?? $0?.int.map { String($0) } }.first { !$0.isEmpty }
  }

  /// Another number whenever something has happened in the chat.
  static func activity(of row: JSONValue) -> UInt64 {
    ItemVersion.of(row, leavingOut: ["new_messages", "contact"])
  }

  /// The next rows that this pass has not given yet, perhaps none; nil at the end.
  ///
  /// - Throws: `APIError`.
  mutating func next(isolation: isolated (any Actor)? = #isolation) async throws -> [JSONValue]? {
    if isDone { return nil }
    let page = try await client.chats(limit: Self.limit, offset: offset)
    offset += page.items.count
    let fresh = page.items.filter { row in
      seen.insert(ItemKey(Self.id(of: row) ?? String(decoding: row.raw, as: UTF8.self))).inserted
    }
    fruitless = fresh.isEmpty ? fruitless + 1 : 0
    isDone = page.items.isEmpty || fruitless == Self.fruitlessPages
    if isDone, !page.items.isEmpty, let count = page.count, count > seen.count {
      throw BackupError.partialList(
        operation: ReadOperation.chats.name, shown: seen.count, said: count)
    }
    return fresh
  }
}
