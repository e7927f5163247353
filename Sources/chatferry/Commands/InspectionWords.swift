internal import WhatsAppExport

/// What `inspect` says of one export to people.
struct InspectionWords {
  private let found: ChatInspection

  init(_ found: ChatInspection) { self.found = found }

  var lines: [StyledText] {
    var lines = [StyledText(found.path, .bold)]
    lines.append(row("chat", "\(found.title), \(kind) from \(platform)"))
    lines.append(row("time", span))
    lines.append(row("dates", "\(order), \(found.shape.dateOrderReason)"))
    lines.append(row("written in", writing))
    lines.append(row("time zone", zone))
    for (index, author) in found.participants.prefix(12).enumerated() {
      lines.append(row(index == 0 ? "people" : "", person(author)))
    }
    if found.participants.count > 12 {
      lines.append(row("", "and \(found.participants.count - 12) more"))
    }
    lines.append(
      row(
        "messages",
        "\(grouped(found.messages)), and \(grouped(found.systemMessages)) of the app itself"))
    lines.append(row("lines", accounting))
    lines.append(row("media", media))
    lines.append(importable)
    for problem in found.problems.prefix(20) { lines.append(line(problem)) }
    if found.problems.count > 20 {
      lines.append(row("", "and \(grouped(found.problems.count - 20)) more; --json lists all"))
    }
    return lines
  }

  private func row(_ name: String, _ text: String) -> StyledText {
    StyledText("  " + fitted(name, to: 12), .dim) + StyledText(text)
  }

  private var kind: String { found.kind == .direct ? "a chat of two" : "a group" }

  private var platform: String {
    switch found.shape.platform {
    case .android: "Android"
    case .ios: "an iPhone"
    case .unknown: "an unknown phone"
    }
  }

  private var span: String {
    guard let first = found.first, let last = found.last else { return "no messages" }
    return "\(first) to \(last)"
  }

  private var order: String {
    let order =
      switch found.shape.dateOrder {
      case .dmy: "day, month, year"
      case .mdy: "month, day, year"
      case .ymd: "year, month, day"
      }
    return order + " (\(found.shape.dateOrderEvidence.rawValue))"
  }

  private var writing: String {
    let locale = found.shape.locale.map { "\($0) (\(evidence))" } ?? "an unknown language"
    let hours = found.shape.hourCycle == .h12 ? "12 hours" : "24 hours"
    return "\(locale), \(hours), \(found.shape.digits) digits, \(found.shape.calendar) calendar"
  }

  private var evidence: String {
    switch found.shape.localeEvidence {
    case .given: "given"
    case .text: "by its words"
    case .dates: "by its dates"
    case .none: "not told"
    }
  }

  private var zone: String {
    guard let zone = found.timeZone else { return "not known" }
    let runs = found.offsets.prefix(6).map { run in
      let minutes = abs(run.minutes)
      let hours = "\(minutes / 60)", rest = "\(minutes % 60)"
      return (run.minutes < 0 ? "-" : "+") + (hours.count < 2 ? "0" : "") + hours + ":"
        + (rest.count < 2 ? "0" : "") + rest
    }
    let more = found.offsets.count > 6 ? ", … (\(found.offsets.count) in all)" : ""
    return runs.isEmpty ? zone : "\(zone): \(runs.joined(separator: ", "))\(more)"
  }

  private func person(_ author: ChatAuthor) -> String {
    let role =
      switch author.role {
      case .me: ", me"
      case .partner: ", partner"
      case .unknown: ""
      }
    let number = author.number.map { ", \($0)" } ?? ""
    return "\(author.name)\(number): \(counted(author.messages, "message"))\(role)"
  }

  private var accounting: String {
    let lines = found.accounting
    return
      "\(grouped(lines.lines)) = \(counted(lines.messages, "message")) + \(counted(lines.continuations, "continuation")) + \(grouped(lines.unread)) unread"
  }

  private var media: String {
    let media = found.media
    return
      "\(grouped(media.referenced)) referenced = \(grouped(media.present)) present + \(grouped(media.missing)) missing; "
      + "\(grouped(media.omitted)) omitted, \(grouped(media.unreferenced)) unreferenced; \(size(media.bytes))"
  }

  private var importable: StyledText {
    let name = StyledText("  " + fitted("import", to: 12), .dim)
    return name
      + (found.isImportable ? StyledText("possible", .green) : StyledText("not possible", .red))
  }

  private func line(_ problem: Problem) -> StyledText {
    let place = problem.line.map { "line \($0): " } ?? ""
    return StyledText("  ")
      + StyledText(
        fitted(problem.severity.rawValue, to: 12), problem.severity == .error ? .red : .yellow)
      + StyledText("\(place)\(problem.message) (\(problem.code))")
  }
}
