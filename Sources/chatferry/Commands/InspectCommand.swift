internal import Files
internal import JSONText
internal import WhatsAppExport

/// `chatferry inspect`: what exports are, and what would stop an import. Changes nothing.
struct InspectCommand {
  let run: Run

  func callAsFunction() throws -> ExitStatus {
    let options = try run.settings.parseOptions()
    let people = try run.settings.people(run.console)
    let progress = ProgressDisplay(run.console)
    var inputs = Inputs(run.arguments.positionals)
    let archives = inputs.open()
    try refusePartner(for: archives)
    var inspections: [ChatInspection] = []
    var bad = inputs.bad
    for archive in archives {
      progress.began(
        Meter(
          phase: "reading", subject: FilePath.name(of: archive.path),
          totalBytes: archive.chatText.size, item: "message"))
      do throws(ExportError) {
        inspections.append(
          try ChatInspection(archive, options: options, people: people) { position, messages in
            progress.reached(bytes: position, moreItems: messages)
          })
      } catch {
        bad.append(BadInput(archive.path, error))
      }
      progress.ended()
    }
    try report(inspections, bad)
    return .combining(inspections.map { _ in .allDone } + bad.map(\.status))
  }

  private func refusePartner(for archives: [ExportArchive]) throws(CommandError) {
    let chats = Set(archives.map(\.title)).count
    if chats > 1, let partner = run.settings.find(.partner) {
      throw .partnerForSeveral(partner.origin, chats: chats)
    }
  }

  private func report(_ inspections: [ChatInspection], _ bad: [BadInput]) throws {
    if run.arguments.has(.json) {
      var json = JSONWriter()
      json.beginObject()
      json.key("exports")
      json.beginArray()
      for inspection in inspections { json.inspection(inspection) }
      for input in bad { json.unreadable(input) }
      json.endArray()
      json.endObject()
      try run.console.result(json)
    } else {
      for (index, inspection) in inspections.enumerated() {
        try run.console.result((index > 0 ? [""] : []) + InspectionWords(inspection).lines)
      }
    }
    for input in bad { run.console.error(input.line) }
  }
}
