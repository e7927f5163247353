internal import ChatImport
internal import Files
internal import InboxAPI
internal import JSONText
internal import WhatsAppExport

/// What became of the conversation of one imported chat.
struct ImportedConversation: Sendable {
  enum State: String, Sendable {
    case created
    /// The answer was lost, and it was found.
    case found
    /// An open one was there; none was added.
    case open
    /// An earlier run opened it.
    case earlier
    /// A dry run.
    case planned
    case failed
  }

  var state: State
  var id: Int64?
  var problem: Problem?

  /// For a table: `5, opened`.
  var words: String {
    let number = id.map { "\($0), " } ?? ""
    return switch state {
    case .created: number + "opened"
    case .found: number + "opened, its answer was lost"
    case .open: number + "was open"
    case .earlier: number + "opened before"
    case .planned: "planned"
    case .failed: "failed: see below"
    }
  }

  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("state")
    json.string(state.rawValue)
    json.key("id")
    json.numberOrNull(id)
    json.endObject()
  }
}

/// Opens a conversation on the online platform for each chat that is in the inbox now (`import --open-conversation`).
@MainActor struct ImportedConversations {
  let connection: OnlineConnection
  let console: Console

  /// By chat; the second is what stopped the rest, if anything did.
  func open(
    for imports: [ImportResult]
  ) async throws -> ([String: ImportedConversation], (any Error)?) {
    let client = connection.client
    let journal = try await ConversationJournal(
      of: "\(connection.server)\n\(client.account)\n\(client.inbox)")
    let opening = ConversationOpening(client)
    var conversations: [String: ImportedConversation] = [:]
    var stop: (any Error)?
    for item in imports where item.state == .done || item.state == .skipped {
      let chat = item.chat
      guard conversations[chat] == nil else { continue }
      if let id = journal.conversation(of: chat) {
        conversations[chat] = ImportedConversation(state: .earlier, id: id)
        continue
      }
      if let stop {
        conversations[chat] = Self.failed("not tried: \(stop)")
        continue
      }
      let order = ConversationOrder(sourceID: chat)
      let task = Task { try await opening(order) }
      Interruption.shared.cooperate { task.cancel() }
      do {
        let opened = try await task.value
        try journal.note(opened.id, of: chat)
        conversations[chat] = ImportedConversation(
          state: opened.wasFound ? .found : .created, id: opened.id)
      } catch ConversationOpening.Fault.openAlready(let ids) {
        conversations[chat] = ImportedConversation(state: .open, id: ids.last)
      } catch let error as ConversationOpening.Fault {
        conversations[chat] = Self.failed("\(error)", code: error.code)
      } catch let error as APIError where error.concernsOneConversation {
        conversations[chat] = Self.failed("\(error)")
      } catch {
        conversations[chat] = Self.failed("\(error)")
        stop = error
      }
    }
    return (conversations, stop)
  }

  private static func failed(
    _ message: String, code: String = "conversation-failed"
  ) -> ImportedConversation {
    ImportedConversation(state: .failed, problem: Problem(code, .error, message))
  }
}

extension APIError {
  /// Whether the server refuses this conversation, which says nothing of the next one.
  fileprivate var concernsOneConversation: Bool {
    if case .refused(_, 404, _) = self { true } else { isRefusalOfInput }
  }
}
