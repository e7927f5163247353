internal import ChatImport
internal import JSONText
internal import WhatsAppExport

/// What became of a whole `import`.
struct ImportOutcome: Sendable {
  let report: ImportReport
  let inputs: Inputs
  /// By chat; nil where none were asked for.
  var conversations: [String: ImportedConversation]?
  /// What kept the rest of them from being tried.
  var conversationStop: (any Error)?

  var bad: [BadInput] { inputs.bad }

  var status: ExitStatus {
    if let stop = report.stop { return ExitStatus(of: stop) }
    let done = report.imports.map { item -> ExitStatus in
      switch item.outcome {
      case .allDone: .allDone
      case .needsAttention: .someFailed
      case .badInput: .badInput
      }
    }
    if let conversationStop { return ExitStatus(of: conversationStop) }
    let conversations = (conversations ?? [:]).values.map { conversation -> ExitStatus in
      conversation.problem == nil ? .allDone : .someFailed
    }
    return .combining(done + bad.map(\.status) + conversations.filter { $0 != .allDone })
  }

  /// The contract's object; an input that could not be opened is a failed import of its own.
  var json: JSONWriter {
    var json = JSONWriter()
    json.beginObject()
    json.key("imports")
    json.beginArray()
    let unopened = bad.map { input in
      var item = ImportResult(path: input.path, chat: "", state: .failed)
      item.problems = [input.problem]
      return item
    }
    for item in inputs.ordered((report.imports + unopened).map { (path: $0.path, result: $0) }) {
      Self.write(item, conversations: conversations, to: &json)
    }
    json.endArray()
    json.endObject()
    return json
  }

  /// - Parameter conversations: by chat; nil where none were asked for.
  static func write(
    _ item: ImportResult, conversations: [String: ImportedConversation]? = nil,
    to json: inout JSONWriter
  ) {
    json.beginObject()
    json.key("path")
    json.string(item.path)
    json.key("chat")
    json.string(item.chat)
    json.key("parts")
    json.beginArray()
    for part in item.parts {
      json.beginObject()
      json.key("utc_offset_minutes")
      json.number(Int64(part.utcOffsetMinutes))
      json.key("messages")
      json.number(Int64(part.messages))
      json.key("state")
      json.string(part.state.rawValue)
      json.endObject()
    }
    json.endArray()
    json.key("media")
    json.beginObject()
    json.key("uploaded")
    json.number(Int64(item.media.uploaded))
    json.key("reused")
    json.number(Int64(item.media.reused))
    json.key("failed")
    json.number(Int64(item.media.failed))
    json.key("bytes")
    json.number(item.media.bytes)
    json.endObject()
    json.key("messages")
    json.number(Int64(item.messages))
    json.key("verified")
    json.bool(item.isVerified)
    json.key("state")
    json.string(item.state.rawValue)
    if let conversations {
      json.key("conversation")
      if let conversation = conversations[item.chat] {
        conversation.write(to: &json)
      } else {
        json.null()
      }
    }
    json.problems(item.problems + [conversations?[item.chat]?.problem].compactMap(\.self))
    json.endObject()
  }

  /// The closing table.
  var lines: [StyledText] {
    var table = Table(
      [
        ("CHAT", .left), ("MESSAGES", .right), ("PARTS", .left), ("MEDIA", .left),
        ("RESULT", .left),
      ] + (conversations == nil ? [] : [("CONVERSATION", .left)]) + [("EXPORT", .left)])
    for item in report.imports {
      let conversation = conversations.map { $0[item.chat]?.words ?? "none" }
      table.add(
        [
          item.chat, grouped(item.messages), Self.words(item.parts), Self.words(item.media),
          Self.words(item, isStopped: report.stop != nil),
        ] + [conversation].compactMap(\.self) + [
          item.path.split(separator: "/").last.map(String.init) ?? item.path
        ])
    }
    return table.lines(width: FileDescriptor.output.terminalWidth)
  }

  /// `2: +00:00, +01:00`
  private static func words(_ parts: [ImportResult.Part]) -> String {
    if parts.isEmpty { return "none" }
    let offsets = parts.map { part in
      let minutes = abs(part.utcOffsetMinutes)
      return (part.utcOffsetMinutes < 0 ? "-" : "+") + twoDigits(minutes / 60) + ":"
        + twoDigits(minutes % 60)
    }
    return "\(parts.count): " + offsets.prefix(4).joined(separator: ", ")
      + (offsets.count > 4 ? ", …" : "")
  }

  private static func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }

  private static func words(_ media: ImportResult.Media) -> String {
    let parts = [
      (media.uploaded, "uploaded"), (media.reused, "there already"), (media.failed, "failed"),
    ]
    let words = parts.filter { $0.0 > 0 }.map { "\(grouped($0.0)) \($0.1)" }
    return words.isEmpty ? "none" : words.joined(separator: ", ")
  }

  static func words(_ item: ImportResult, isStopped: Bool) -> String {
    switch item.state {
    case .done: item.isVerified ? "done, verified" : "done, not verified"
    case .skipped: item.isVerified ? "nothing to do, verified" : "nothing to do, not verified"
    case .planned: "planned, nothing sent"
    case .failed:
      if let problem = item.problems.first(where: { $0.severity == .error }) {
        "failed: " + problem.code
      } else {
        isStopped ? "stopped: see below" : "failed: see below"
      }
    }
  }
}
