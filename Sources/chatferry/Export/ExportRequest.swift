internal import ChatRecords

/// What `export` was asked for, checked.
struct ExportRequest: Sendable {
  enum Target: Sendable, Equatable {
    case standardOutput
    case folder(String)
  }

  let target: Target
  let formats: Set<RecordFormat>
  let csv: CSVOptions
  let filter: RecordFilter
  /// Empty: every chat.
  let chats: Set<String>
  let copiesMedia: Bool
  let wantsJSON: Bool

  /// - Throws: usage errors.
  init(_ arguments: Arguments) throws(CommandError) {
    guard let to = arguments.value(of: .to), !to.isEmpty else {
      throw .missingOption(
        "--to", command: "export", why: "give a folder, or - for standard output")
    }
    target = to == "-" ? .standardOutput : .folder(to)
    formats = try Self.formats(arguments, target)
    csv = CSVOptions(
      hasByteOrderMark: arguments.has(.excel), guardsFormulas: !arguments.has(.rawCSV))
    filter = RecordFilter(
      since: try Self.bound(.since, arguments), until: try Self.bound(.until, arguments))
    chats = Set(arguments.values(of: .chat).map(Self.chatName))
    copiesMedia = try Self.copiesMedia(arguments, target)
    wantsJSON = arguments.has(.json)
    if wantsJSON, target == .standardOutput { throw .exclusive("--json", "--to -") }
    if !formats.contains(.csv) {
      for option in [Option.excel, .rawCSV] where arguments.has(option) {
        throw .exclusive(option.name, "--format jsonl")
      }
    }
  }

  private static func formats(
    _ arguments: Arguments, _ target: Target
  ) throws(CommandError) -> Set<RecordFormat> {
    guard let text = arguments.value(of: .format) else {
      return target == .standardOutput ? [.jsonl] : [.jsonl, .csv]
    }
    var formats: Set<RecordFormat> = []
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let format = RecordFormat(rawValue: String(word)) else {
        throw .badValue(text, origin: .option("--format"), expected: "jsonl, csv or jsonl,csv")
      }
      formats.insert(format)
    }
    if target == .standardOutput, formats.count > 1 {
      throw .badValue(text, origin: .option("--format"), expected: "one format with --to -")
    }
    return formats
  }

  private static func bound(
    _ option: Option, _ arguments: Arguments
  ) throws(CommandError) -> RecordFilter.Bound? {
    guard let text = arguments.value(of: option) else { return nil }
    do throws(RecordsError) {
      return try RecordFilter.Bound(parsing: text)
    } catch {
      throw .badValue(
        text, origin: .option(option.name),
        expected: "a date like 2022-03-10, or a time like 2022-03-10T11:00:00+02:00")
    }
  }

  private static func copiesMedia(
    _ arguments: Arguments, _ target: Target
  ) throws(CommandError) -> Bool {
    switch arguments.value(of: .media) {
    case nil: return target != .standardOutput
    case "none": return false
    case "copy":
      if target == .standardOutput { throw .exclusive("--media copy", "--to -") }
      return true
    case let other?:
      throw .badValue(other, origin: .option("--media"), expected: "copy or none")
    }
  }

  /// A wa_id is digits only; people also write `+44 7700 900142`.
  static func chatName(_ text: String) -> String {
    guard text.hasPrefix("+") else { return text }
    let digits = text.unicodeScalars.filter { ("0"..."9").contains($0) }
    let rest = text.dropFirst().unicodeScalars.filter { !("0"..."9").contains($0) }
    guard !digits.isEmpty, rest.allSatisfy({ " -().".unicodeScalars.contains($0) }) else {
      return text
    }
    return String(String.UnicodeScalarView(digits))
  }

  /// The chats that were asked for by name or number and are not among those found.
  ///
  /// - Parameters:
  ///   - found: names and numbers of chats that were written, or failed and were listed.
  ///   - hasUnread: whether there are inputs of which nobody knows what they hold.
  func missing(besides found: Set<String>, hasUnread: Bool) -> [BadInput] {
    let words =
      hasUnread
      ? "no chat that could be read has this number or title; it may be in an input that failed"
      : "no chat has this number or title; check --chat"
    return chats.subtracting(found).sorted().map {
      BadInput($0, "chat-not-found", words, status: .someFailed)
    }
  }

  /// Whether a chat is wanted, by any of the names it goes by.
  func wants(_ names: [String?]) -> Bool {
    chats.isEmpty || names.contains { $0.map(chats.contains) ?? false }
  }
}
