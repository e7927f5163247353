internal import InboxBackup
internal import JSONText

/// What became of `inbox delete`, in words, as JSON and as an exit status.
struct InboxDeletionOutcome: Sendable {
  let order: DeletionOrder
  let partner: String
  let backup: String
  var result: DeletionResult?
  var error: DeletionError?

  init(order: DeletionOrder, partner: String, backup: String) {
    self.order = order
    self.partner = partner
    self.backup = backup
  }

  private var state: DeletionResult.State { result?.state ?? .refused }

  var status: ExitStatus {
    switch state {
    case .deleted, .gone, .planned: .allDone
    case .refused: .badInput
    case .kept, .unknown: Interruption.shared.status ?? .tryAgain
    }
  }

  /// nil for a refusal, whose error says all.
  var line: StyledText? {
    guard let result else { return nil }
    let head =
      switch result.state {
      case .deleted, .gone: "\(order.words) is deleted"
      case .planned: "\(order.words) could be deleted"
      case .kept: "\(order.words) is not deleted"
      case .unknown, .refused: "whether \(order.words) is deleted is not known"
      }
    let advice =
      switch result.state {
      case .kept, .unknown:
        "; look with `chatferry numbers` in a few minutes, then run the same command again: it asks the server first"
      case .planned: result.subject.map { "; proof \($0.proof)" } ?? ""
      case .deleted, .gone, .refused: ""
      }
    return StyledText(head, .bold) + StyledText(": \(result.because)\(advice)")
  }

  var problems: [BackupProblem] {
    if case .unsafe(let report) = error { report.problems } else { [] }
  }

  var json: JSONWriter {
    var json = JSONWriter()
    json.beginObject()
    json.key("partner")
    json.string(partner)
    json.key("state")
    json.string(state.rawValue)
    json.key("because")
    json.string(result?.because ?? error.map { "\($0)" } ?? "")
    json.key("account")
    json.number(order.account)
    json.key("inbox_id")
    json.number(order.inbox)
    json.key("server")
    json.string(order.server)
    json.key("backup")
    json.string(backup)
    writeSubject(to: &json)
    json.key("problems")
    json.beginArray()
    if let error {
      json.beginObject()
      BackupProblem(error.code, .error, "\(error)").write(to: &json)
      json.endObject()
    }
    for problem in problems {
      json.beginObject()
      problem.write(to: &json)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json
  }

  private func writeSubject(to json: inout JSONWriter) {
    let subject = result?.subject
    json.key("name")
    json.stringOrNull(subject?.name)
    json.key("number")
    json.stringOrNull(subject?.number)
    json.key("generation")
    json.numberOrNull(subject.map { Int64($0.generation) })
    json.key("proof")
    json.stringOrNull(subject?.proof)
    json.key("loses")
    guard let subject else { return json.null() }
    json.beginObject()
    let numbers: [(StaticString, Int64?)] = [
      ("chats", Int64(subject.chats)), ("messages", Int64(subject.messages)),
      ("media", Int64(subject.media)), ("media_bytes", subject.mediaBytes),
    ]
    for (name, number) in numbers {
      json.key(name)
      json.numberOrNull(number)
    }
    json.key("newest_message")
    json.stringOrNull(subject.newestMessage.map { UTCText.of($0) })
    json.key("kinds")
    json.beginObject()
    for kind in subject.kinds {
      json.key(kind.name)
      json.number(Int64(kind.items))
    }
    json.endObject()
    json.endObject()
  }
}
