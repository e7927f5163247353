internal import InboxAPI
internal import JSONText

/// `chatferry numbers`: a partner's WhatsApp numbers and where they are connected.
@MainActor struct NumbersCommand {
  let run: Run

  func callAsFunction() async throws -> ExitStatus {
    let (settings, reference) = try run.partner()
    let connection = try PartnerConnection(reference, settings)
    let client = connection.client
    let task = Task { try await client.numbers() }
    Interruption.shared.cooperate { task.cancel() }
    let numbers = try await task.value
    let isFreeOnly = run.arguments.has(.free)
    let listed = numbers.list.filter { !isFreeOnly || $0.isFree }
    if run.arguments.has(.json) {
      try run.console.result(Self.json(numbers, listed, connection.name))
    } else {
      try run.console.result(lines(numbers, listed))
    }
    return .allDone
  }

  private func lines(_ numbers: PartnerNumbers, _ listed: [PartnerNumber]) -> [StyledText] {
    var table = Table([
      ("NUMBER", .left), ("INBOX", .left), ("COEXISTENCE", .left), ("CONVERSATIONS", .right),
      ("MARKETING", .right), ("SERVICE", .right), ("INCOMING", .right), ("NAME", .left),
      ("BUSINESS", .left),
    ])
    for entry in listed {
      let counts = entry.thisMonth.all.map { $0.map { grouped($0) } ?? "" }
      table.add(
        [
          entry.digits, entry.connection?.description ?? "free", entry.isCoexistence ? "yes" : "no",
        ] + counts + [entry.displayName ?? "", entry.businessName ?? ""])
    }
    var lines = table.lines(width: FileDescriptor.output.terminalWidth)
    let free = numbers.list.filter(\.isFree).count
    lines.append(
      StyledText(
        "\(counted(numbers.list.count, "number")), \(grouped(free)) free"
          + (numbers.thisMonth.conversations.map {
            "; \(counted($0, "conversation")) this month"
          } ?? "")))
    return lines
  }

  private static func json(
    _ numbers: PartnerNumbers, _ listed: [PartnerNumber], _ partner: String
  ) -> JSONWriter {
    var json = JSONWriter()
    json.beginObject()
    json.key("partner")
    json.string(partner)
    json.key("total")
    json.numberOrNull(numbers.total)
    json.key("this_month")
    numbers.thisMonth.write(to: &json)
    json.key("numbers")
    json.beginArray()
    for entry in listed { entry.write(to: &json) }
    json.endArray()
    json.endObject()
    return json
  }
}

extension PartnerNumbers.Counts {
  fileprivate var all: [Int64?] { [conversations, marketing, service, incoming] }

  fileprivate func write(to json: inout JSONWriter) {
    json.beginObject()
    let names: [StaticString] = ["conversations", "marketing", "service", "incoming"]
    for (name, count) in zip(names, all) {
      json.key(name)
      json.numberOrNull(count)
    }
    json.endObject()
  }
}

extension PartnerNumber {
  fileprivate func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("number")
    json.string(digits)
    json.key("display_name")
    json.stringOrNull(displayName)
    json.key("business_name")
    json.stringOrNull(businessName)
    json.key("created")
    json.numberOrNull(created)
    json.key("connected")
    json.bool(!isFree)
    json.key("account")
    json.numberOrNull(connection?.account)
    json.key("inbox_id")
    json.numberOrNull(connection?.inbox)
    json.key("server")
    json.stringOrNull(connection?.server)
    json.key("coexistence")
    json.bool(isCoexistence)
    json.key("this_month")
    thisMonth.write(to: &json)
    json.endObject()
  }
}

extension JSONWriter {
  mutating func numberOrNull(_ value: Int64?) {
    if let value { number(value) } else { null() }
  }
}
