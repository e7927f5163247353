internal import ChatRecords
internal import JSONText
internal import WhatsAppExport

/// What was written of one export, or of one chat of an inbox.
struct ExportedChat: Sendable {
  /// The export's path; for an inbox the chat's number.
  var path: String
  var chat: ChatSummary
  var problems: [Problem] = []

  /// The code of the problem that the inbox does not give all messages.
  static let unavailable = "chat-unavailable"
  private static let missing: Set<String> = [unavailable, "message-without-time"]

  /// Whether no message is known to be missing.
  var isComplete: Bool { !problems.contains { Self.missing.contains($0.code) } }
}

/// What became of a whole `export`.
struct ExportOutcome: Sendable {
  var chats: [ExportedChat] = []
  var failures: [BadInput]
  /// Why there may be more than was listed, by source.
  private var doubts: [(source: String, problem: Problem)] = []
  /// How many inputs were read and hold no chat that was asked for.
  var unwanted = 0
  /// Titles of exports that failed after their titles were known.
  var failedTitles: Set<String> = []
  /// Nil for standard output, and where nothing could be written.
  var summary: ExportSummary?

  init(bad: [BadInput]) { failures = bad }

  /// A source whose list of chats is in doubt.
  mutating func note(doubt: String, of source: String) {
    doubts.append((source, Problem("list-unproven", .error, doubt)))
  }

  /// Whether nothing is known to be missing of what was asked for.
  var isComplete: Bool {
    failures.isEmpty && doubts.isEmpty && chats.allSatisfy(\.isComplete)
  }

  func report(_ console: Console) {
    for chat in chats { console.report(chat.problems, of: chat.path) }
    for (source, problem) in doubts { console.report([problem], of: source) }
    for failure in failures { console.error(failure.line) }
  }

  /// Chats that were asked for and are nowhere. Where no input could be read that is all there is to say.
  func missing(_ request: ExportRequest) -> [BadInput] {
    if chats.isEmpty, unwanted == 0, !failures.isEmpty { return [] }
    let written = chats.flatMap { [$0.chat.chat, $0.chat.title] }
    return request.missing(
      besides: failedTitles.union(written), hasUnread: !failures.isEmpty)
  }

  /// Chats without a number to ask for their messages with. Who asked for certain chats did not ask for these.
  mutating func note(numberless: Int, of inbox: String, _ request: ExportRequest) {
    guard numberless > 0, request.chats.isEmpty else { return }
    failures.append(
      BadInput(
        inbox, "chat-without-number",
        "\(counted(numberless, "chat")) of the server's list have no number and were not written; "
          + "ask the provider what they are", status: .someFailed))
  }

  var status: ExitStatus {
    let done = chats.map { chat in
      // A message or file of an inbox that is not to be had needs attention.
      chat.problems.contains { Self.alarming.contains($0.code) } ? ExitStatus.someFailed : .allDone
    }
    let passed = Array(repeating: ExitStatus.allDone, count: unwanted)
    let doubtful = doubts.isEmpty ? [] : [ExitStatus.someFailed]
    return .combining(done + passed + doubtful + failures.map(\.status))
  }

  private static let alarming: Set<String> = [
    "backup-file-damaged", ExportedChat.unavailable, "media-differs", "media-lost",
    "message-without-time",
  ]

  private enum Item {
    case written(ExportedChat)
    case failed(BadInput)
  }

  /// `{"to",…,"chats":[…],"messages","media":{…},"problems":[…]}`
  ///
  /// - Parameter inputs: in whose order the chats are listed.
  func json(_ request: ExportRequest, _ inputs: Inputs) -> JSONWriter {
    var json = JSONWriter()
    json.beginObject()
    json.key("to")
    if case .folder(let path) = request.target { json.string(path) } else { json.null() }
    json.key("chats")
    json.beginArray()
    let items =
      chats.map { (path: $0.path, result: Item.written($0)) }
      + failures.map { (path: $0.path, result: Item.failed($0)) }
    for item in inputs.ordered(items) {
      switch item {
      case .written(let chat): write(chat, to: &json)
      case .failed(let failure): write(failure, to: &json)
      }
    }
    json.endArray()
    json.key("messages")
    json.number(Int64(summary?.messages ?? 0))
    json.key("media")
    json.media(summary?.media ?? ChatSummary.Media()) { json in
      json.key("copied")
      json.number(Int64(summary?.copiedFiles ?? 0))
      json.key("copied_bytes")
      json.number(summary?.copiedBytes ?? 0)
    }
    json.problems(doubts.map(\.problem))
    json.endObject()
    return json
  }

  private func write(_ failure: BadInput, to json: inout JSONWriter) {
    json.beginObject()
    json.key("path")
    json.string(failure.path)
    json.key("state")
    json.string("failed")
    json.problems([failure.problem])
    json.endObject()
  }

  private func write(_ item: ExportedChat, to json: inout JSONWriter) {
    json.beginObject()
    json.key("path")
    json.string(item.path)
    json.key("state")
    json.string(item.isComplete ? "done" : "incomplete")
    json.key("chat")
    json.string(item.chat.chat)
    json.key("title")
    json.string(item.chat.title)
    json.key("kind")
    json.string(item.chat.kind.rawValue)
    json.key("messages")
    json.number(Int64(item.chat.messages))
    json.key("first")
    json.stringOrNull(item.chat.firstTime)
    json.key("last")
    json.stringOrNull(item.chat.lastTime)
    json.key("media")
    json.media(item.chat.media) { _ in }
    json.problems(item.problems)
    json.endObject()
  }

  /// The closing table.
  func lines(_ folder: String) -> [StyledText] {
    var table = Table([
      ("CHAT", .left), ("MESSAGES", .right), ("FIRST", .left), ("LAST", .left), ("MEDIA", .left),
    ])
    for item in chats {
      table.add([
        item.chat.title == item.chat.chat
          ? item.chat.chat : "\(item.chat.title) (\(item.chat.chat))",
        grouped(item.chat.messages), day(item.chat.firstTime), day(item.chat.lastTime),
        words(item.chat.media),
      ])
    }
    let copied = summary.map {
      $0.copiedFiles > 0 ? ", \(counted($0.copiedFiles, "file")) of \(size($0.copiedBytes))" : ""
    }
    let total =
      "\(counted(summary?.messages ?? 0, "message")) of \(counted(summary?.chats ?? 0, "chat"))\(copied ?? "") in "
    return table.lines(width: FileDescriptor.output.terminalWidth)
      + [StyledText(total) + StyledText(folder, .bold)]
  }

  private func day(_ time: String?) -> String { String((time ?? "").prefix(10)) }

  private func words(_ media: ChatSummary.Media) -> String {
    let parts = [
      (media.present, "present"), (media.missing, "missing"), (media.omitted, "omitted"),
    ]
    let words = parts.filter { $0.0 > 0 }.map { "\(grouped($0.0)) \($0.1)" }
    return words.isEmpty ? "none" : words.joined(separator: ", ")
  }
}

extension JSONWriter {
  /// Counts of media as everywhere; `more` adds members of its own.
  fileprivate mutating func media(_ media: ChatSummary.Media, more: (inout JSONWriter) -> Void) {
    beginObject()
    key("present")
    number(Int64(media.present))
    key("missing")
    number(Int64(media.missing))
    key("omitted")
    number(Int64(media.omitted))
    key("bytes")
    number(media.bytes)
    more(&self)
    endObject()
  }
}
