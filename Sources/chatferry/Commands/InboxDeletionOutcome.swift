internal import Files
internal import InboxAPI
internal import InboxBackup
internal import JSONText

/// What became of `inbox delete`, in words, as JSON and as an exit status.
struct InboxDeletionOutcome: Sendable {
  let order: DeletionOrder
  let partner: String
  let backup: String
  let ending: Ending

  /// Either the gate stayed shut, and no request was sent, or there is a result.
  enum Ending: Sendable {
    case result(DeletionResult)
    case error(any Error)
  }

  private var result: DeletionResult? {
    if case .result(let result) = ending { result } else { nil }
  }

  private var state: DeletionResult.State { result?.state ?? .refused }

  var status: ExitStatus {
    switch ending {
    case .error(let error): ExitStatus(of: error)
    case .result(let result): result.unlogged == nil ? Self.status(of: result) : .inputOutput
    }
  }

  private static func status(of result: DeletionResult) -> ExitStatus {
    switch result.state {
    case .deleted, .gone, .planned: .allDone
    case .refused: result.refusal.map { ExitStatus(of: $0) } ?? .refused
    case .misdirected: .someFailed
    case .kept, .unknown: Interruption.shared.status ?? .tryAgain
    }
  }

  /// The result in one line; nil for what an error says.
  var line: StyledText? {
    guard let result else { return nil }
    let head: String? =
      switch result.state {
      case .deleted, .gone: "\(order.words) is deleted"
      case .planned: "\(order.words) could be deleted"
      case .kept, .refused, .misdirected, .unknown: nil
      }
    guard let head else { return nil }
    let proof = result.state == .planned ? result.subject.map { "; proof \($0.proof)" } : nil
    return StyledText(head, .bold) + StyledText(": \(result.because)\(proof ?? "")")
  }

  /// What is wrong, each thing with what to do about it.
  var problems: [BackupProblem] {
    switch ending {
    case .result(let result): [problem(of: result), unlogged(result)].compactMap(\.self)
    case .error(let error as DeletionError):
      [BackupProblem(error.code, .error, "\(error)")] + Self.details(of: error)
    case .error(let error):
      [
        BackupProblem(
          (error as? BackupError)?.inputCode ?? "deletion-failed", .error,
          (error is CancellationError ? "interrupted" : "\(error)") + "; nothing was deleted")
      ]
    }
  }

  private static func details(of error: DeletionError) -> [BackupProblem] {
    // What differs stands in the error itself.
    if case .unsafe(let report) = error {
      report.problems.filter { $0.code != error.code }
    } else {
      []
    }
  }

  private func problem(of result: DeletionResult) -> BackupProblem? {
    switch result.state {
    case .deleted, .gone, .planned: nil
    case .refused:
      BackupProblem("deletion-refused", .error, "\(result.because); nothing was deleted")
    case .kept:
      BackupProblem(
        "deletion-unsettled", .error,
        "\(order.words) is not deleted: \(result.because); look with `chatferry numbers` in a few minutes, "
          + "then run the same command again: it asks the server first")
    case .unknown:
      BackupProblem(
        "deletion-unsettled", .error,
        "whether \(order.words) is deleted is not known: \(result.because); look for the inbox on the platform itself, "
          + "and for its number with `chatferry numbers`; run again, the same command says what the list shows by then, "
          + "and asks for no second deletion before the list shows the inbox")
    case .misdirected:
      BackupProblem(
        "deletion-misdirected", .error,
        "\(order.words) was to be deleted, and perhaps another one is: \(result.because); "
          + "do not run the command again; look at both inboxes, and ask the provider which one was deleted"
      )
    }
  }

  private func unlogged(_ result: DeletionResult) -> BackupProblem? {
    result.unlogged.map {
      BackupProblem(
        "deletion-unlogged", .error, file: "deletion.jsonl",
        "what became of the inbox is not in the backup's log (\(Self.words(of: result.state))): \($0)"
      )
    }
  }

  private static func words(of state: DeletionResult.State) -> String {
    switch state {
    case .deleted, .gone: "it is deleted"
    case .kept: "it was asked for and is not deleted"
    case .refused, .planned: "it was refused"
    case .unknown: "it was asked for, and may be deleted"
    case .misdirected: "it was asked for, and another one may be deleted"
    }
  }

  var json: JSONWriter {
    var json = JSONWriter()
    json.beginObject()
    json.key("partner")
    json.string(partner)
    json.key("state")
    json.string(state.rawValue)
    json.key("because")
    json.string(result?.because ?? problems.first?.message ?? "")
    json.key("account")
    json.number(order.account)
    json.key("inbox_id")
    json.number(order.inbox)
    json.key("server")
    json.string(order.server)
    json.key("backup")
    json.string(backup)
    writeSubject(to: &json)
    writeCopies(to: &json)
    json.key("problems")
    json.beginArray()
    for problem in problems {
      json.beginObject()
      problem.write(to: &json)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json
  }

  private func writeCopies(to json: inout JSONWriter) {
    json.key("copies")
    json.beginArray()
    for copy in result?.subject?.copies ?? [] {
      json.beginObject()
      json.key("path")
      json.string(copy.path)
      json.key("same_disk")
      json.bool(copy.isOnSameDisk)
      json.endObject()
    }
    json.endArray()
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
