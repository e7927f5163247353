internal import ChatImport
internal import InboxRestore
internal import JSONText
internal import WhatsAppExport

/// What became of a whole `restore`.
struct RestoreOutcome: Sendable {
  let folder: String
  let isDryRun: Bool
  var report = RestoreReport()
  var unknownChats: [String] = []
  /// A folder that is no backup, or a damaged one; nothing was sent.
  var bad: BadInput?

  init(folder: String, isDryRun: Bool) {
    self.folder = folder
    self.isDryRun = isDryRun
  }

  /// Chats that were asked for and are not in the backup.
  var missing: [BadInput] {
    unknownChats.map {
      BadInput(
        $0, "chat-not-found", "no chat of the backup has this number or title; check --chat",
        status: .someFailed)
    }
  }

  var status: ExitStatus {
    if let bad { return bad.status }
    if let stop = report.stop { return ExitStatus(of: stop) }
    let isWhole =
      report.chats.allSatisfy { $0.outcome == .allDone }
      && report.items.allSatisfy { $0.failed == 0 }
      && !report.problems.contains { $0.severity == .error } && unknownChats.isEmpty
    return isWhole ? .allDone : .someFailed
  }

  private var state: String {
    if bad != nil || report.stop != nil { return "failed" }
    if isDryRun { return "planned" }
    if report.didNothing { return "unchanged" }
    return status == .allDone ? "done" : "failed"
  }

  /// `{"from","state","chats":[…],"tags":{…},…,"not_restored":[…],"problems":[…]}`
  var json: JSONWriter {
    var json = JSONWriter()
    json.beginObject()
    json.key("from")
    json.string(folder)
    json.key("state")
    json.string(state)
    json.key("chats")
    json.beginArray()
    for chat in report.chats { ImportOutcome.write(chat, to: &json) }
    json.endArray()
    for items in report.items {
      json.key(items.kind.rawValue)
      json.beginObject()
      for (key, count) in [
        ("made" as StaticString, items.made), ("there", items.there), ("failed", items.failed),
      ] {
        json.key(key)
        json.number(Int64(count))
      }
      json.endObject()
    }
    json.key("not_restored")
    json.beginArray()
    for loss in report.losses {
      json.beginObject()
      json.key("what")
      json.string(loss.what)
      json.key("count")
      json.number(Int64(loss.count))
      json.key("why")
      json.string(loss.why)
      json.endObject()
    }
    json.endArray()
    json.problems(report.problems + missing.map(\.problem) + (bad.map { [$0.problem] } ?? []))
    json.endObject()
    return json
  }

  static func line(_ loss: Loss) -> String {
    "not restored: \(loss.what), \(grouped(loss.count)): \(loss.why)"
  }

  /// The closing lines.
  var lines: [StyledText] {
    if report.didNothing, !isDryRun {
      return [StyledText("everything of this backup is in the inbox; nothing was sent")]
    }
    var table = Table([
      ("CHAT", .left), ("MESSAGES", .right), ("MEDIA", .right), ("RESULT", .left),
    ])
    for chat in report.chats {
      table.add([
        chat.chat, grouped(chat.messages), grouped(chat.media.uploaded + chat.media.reused),
        ImportOutcome.words(chat, isStopped: report.stop != nil),
      ])
    }
    let items = report.items.filter { $0.made + $0.there + $0.failed > 0 }.map { items in
      let name = items.kind.rawValue.replacing("_", with: " ")
      let facts = [
        (items.made, isDryRun ? "to be made" : "made"), (items.there, "there"),
        (items.failed, "failed"),
      ].filter { $0.0 > 0 }.map { "\(grouped($0.0)) \($0.1)" }
      return StyledText("\(name): " + facts.joined(separator: ", "))
    }
    let losses = report.losses.filter {
      $0.what == "webhook_secrets" || $0.what.hasPrefix("assign")
    }
    return (report.chats.isEmpty ? [] : table.lines(width: FileDescriptor.output.terminalWidth))
      + items + losses.map { StyledText(Self.line($0)) }
  }
}
