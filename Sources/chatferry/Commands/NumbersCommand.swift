internal import InboxAPI
internal import JSONText
internal import WhatsAppExport

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
    let problems = Self.problems(of: numbers)
    if run.arguments.has(.json) {
      try run.console.result(Self.json(numbers, listed, problems, connection.name))
    } else {
      try run.console.result(lines(numbers, listed))
    }
    run.console.report(problems, of: connection.name)
    return problems.isEmpty ? .allDone : .someFailed
  }

  /// Entries that say too little keep the others from nobody.
  private static func problems(of numbers: PartnerNumbers) -> [Problem] {
    let unclear = numbers.list.count { $0.unclear != nil }
    return numbers.unread.map {
      Problem(
        "number-missing", .error,
        "entry \($0) of the partner's list holds no number; ask the provider what it is")
    }
      + (unclear == 0
        ? []
        : [
          Problem(
            "number-unclear", .error,
            "the list does not say of \(counted(unclear, "number")) whether an inbox has it (isOnline), so that none counts as free; ask the provider"
          )
        ])
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
          entry.digits, entry.connection?.description ?? (entry.isFree ? "free" : "not known"),
          entry.isCoexistence ? "yes" : "no",
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
    _ numbers: PartnerNumbers, _ listed: [PartnerNumber], _ problems: [Problem],
    _ partner: String
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
    json.problems(problems)
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
    if unclear == nil { json.bool(!isFree) } else { json.null() }
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
