internal import Contacts
internal import Files
internal import JSONText
internal import WhatsAppExport

/// `chatferry inspect`: what exports are, and what would stop an import. Changes nothing.
@MainActor struct InspectCommand {
  let run: Run

  func callAsFunction() throws -> ExitStatus {
    let options = try run.settings.parseOptions()
    var inputs = Inputs(run.arguments.positionals)
    let people = try people(for: inputs)
    let progress = ProgressDisplay(run.console)
    let archives = inputs.open()
    try refusePartner(for: archives)
    var inspections: [ChatInspection] = []
    var bad = inputs.bad
    for archive in archives {
      let name = FilePath.name(of: archive.path)
      progress.began(
        Meter(
          phase: "reading", subject: name, totalBytes: archive.chatText.size, item: "message"))
      do throws(ExportError) {
        let inspection = try ChatInspection(archive, options: options, people: people) {
          progress.reached(bytes: $0, moreItems: $1)
        }
        if archive.verifiableBytes > 0 {
          progress.began(
            Meter(phase: "checking", subject: name, totalBytes: archive.verifiableBytes))
        }
        try archive.verifyMedia { progress.advanced(bytes: Int64($0)) }
        inspections.append(inspection)
      } catch {
        bad.append(BadInput(archive.path, error))
      }
      progress.ended()
    }
    try report(inspections, bad, inputs)
    return .combining(inspections.map { _ in .allDone } + bad.map(\.status))
  }

  /// WHO; where a contact list is unreadable, the result says so of every export before the error goes on.
  private func people(for inputs: Inputs) throws -> People {
    do {
      return try run.settings.people(run.console)
    } catch let error as ContactsError {
      if let code = error.code, run.arguments.has(.json) {
        let unread = inputs.exports.map { BadInput($0.path, code, "\(error)") }
        try printResult([], inputs.bad + unread, inputs)
      }
      throw error
    }
  }

  private func refusePartner(for archives: [ExportArchive]) throws(CommandError) {
    let chats = Set(archives.map(\.title)).count
    if chats > 1, let partner = run.settings.find(.partner) {
      throw .partnerForSeveral(partner.origin, chats: chats)
    }
  }

  private func report(
    _ inspections: [ChatInspection], _ bad: [BadInput], _ inputs: Inputs
  ) throws {
    if run.arguments.has(.json) {
      try printResult(inspections, bad, inputs)
    } else {
      for (index, inspection) in inspections.enumerated() {
        try run.console.result((index > 0 ? [""] : []) + InspectionWords(inspection).lines)
      }
    }
    for input in bad { run.console.error(input.line) }
  }

  private enum Result {
    case read(ChatInspection)
    case unread(BadInput)
  }

  private func printResult(
    _ inspections: [ChatInspection], _ bad: [BadInput], _ inputs: Inputs
  ) throws {
    let results =
      inspections.map { (path: $0.path, result: Result.read($0)) }
      + bad.map { (path: $0.path, result: Result.unread($0)) }
    var json = JSONWriter()
    json.beginObject()
    json.key("exports")
    json.beginArray()
    for result in inputs.ordered(results) {
      switch result {
      case .read(let inspection): json.inspection(inspection)
      case .unread(let input): json.unreadable(input)
      }
    }
    json.endArray()
    json.endObject()
    try run.console.result(json)
  }
}
