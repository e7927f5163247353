internal import InboxAPI
internal import JSONText

/// What became of `conversation add`, in words, as JSON and as an exit status.
struct ConversationOutcome: Sendable {
  enum State: String, Sendable { case created, found, refused, unknown }

  let server: String
  let account: Int64
  let inbox: Int64
  var opened: ConversationOpening.Opened?
  var fault: ConversationOpening.Fault?
  /// What a server says, or that none could be had.
  var error: APIError?

  init(server: String, account: Int64, inbox: Int64) {
    self.server = server
    self.account = account
    self.inbox = inbox
  }

  private var state: State {
    if let opened { return opened.wasFound ? .found : .created }
    if case .unsettled = fault { return .unknown }
    return .refused
  }

  var status: ExitStatus {
    if let error { return ExitStatus(of: error) }
    return switch state {
    case .created, .found: .allDone
    case .refused: .badInput
    case .unknown: Interruption.shared.status ?? .tryAgain
    }
  }

  /// nil where there is none.
  var line: StyledText? {
    guard let opened else { return nil }
    let row = opened.conversation
    let sender = row["meta"]?["sender"]?["name"]?.string
    let assignee = row["meta"]?["assignee"]?["name"]?.string
    let facts = [
      row["status"]?.string, sender.map { "with \($0)" }, assignee.map { "assigned to \($0)" },
      row["can_reply"]?.bool == false ? "outside the time in which one can reply freely" : nil,
    ].compactMap(\.self)
    return StyledText("conversation \(opened.id)", .bold)
      + StyledText(
        " of inbox \(inbox), account \(account)"
          + (facts.isEmpty ? "" : ": " + facts.joined(separator: ", "))
          + (opened.wasFound ? "; the answer was lost, but it is there" : ""))
  }

  /// Why there is no conversation, and what to do.
  var problem: (code: String, message: String)? {
    if let fault { return (fault.code, "\(fault)") }
    guard let error else { return nil }
    // The platform does not say which of the numbers it does not know.
    if case .refused(_, 404, _) = error {
      return (
        "conversation-failed",
        "\(error.fact); check the account, the inbox, and the numbers of contact, agent and team"
      )
    }
    return ("conversation-failed", "\(error)")
  }

  var json: JSONWriter {
    var json = JSONWriter()
    json.beginObject()
    json.key("server")
    json.string(server)
    json.key("account")
    json.number(account)
    json.key("inbox_id")
    json.number(inbox)
    json.key("state")
    json.string(state.rawValue)
    json.key("id")
    json.numberOrNull(opened?.id)
    json.key("conversation")
    if let opened { json.raw(opened.conversation.raw.span) } else { json.null() }
    json.fault(problem)
    json.endObject()
    return json
  }
}
