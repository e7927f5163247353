internal import InboxAPI
internal import WhatsAppExport

/// One chat on its way into the inbox: what is known of it so far.
///
/// Unchecked: only the run's actor touches it; the upload workers merely hand it to the actor's methods.
final class ChatTransfer: @unchecked Sendable {
  let plan: ChatPlan
  /// The partner's, digits only.
  let number: String
  let store: PlanStore
  let client: GetChatClient
  let journal: ImportJournal
  let streams: TextStreams
  let sizes: RequestSizes
  /// The chat's name in the journal, which keeps no numbers.
  let key: String
  var result: ImportResult
  /// What the server gave for the plan's files.
  var receipts: [Int64: MediaReceipt] = [:]
  /// Files that the server did not take.
  var failedFiles: Set<Int64> = []
  /// Uploads of earlier runs that this one relies on.
  var reusedKeys: Set<MediaKey> = []
  /// Rows of parts that were sent or adopted, in this run or before.
  var sentRows: [Range<Int64>] = []
  /// Rows that the inbox had from elsewhere.
  var thereRows: [Range<Int64>] = []
  /// Rows of which a request of an earlier run came to nothing: they are sent once more, and not again in this run.
  var resentRows: [Range<Int64>] = []
  /// The smallest body in bytes that the server called too large.
  var refusedLength: Int64?
  /// Parts in the order of the text, for the result: the lowest row and the part.
  var parts: [(row: Int64, part: ImportResult.Part)] = []

  init(
    _ plan: ChatPlan, number: String, store: PlanStore, client: GetChatClient,
    journal: ImportJournal, streams: TextStreams
  ) throws {
    self.plan = plan
    self.number = number
    self.store = store
    self.client = client
    self.journal = journal
    self.streams = streams
    sizes = RequestSizes(plan, client)
    key = try journal.key(ofChat: number)
    result = ImportResult(of: plan, .failed)
  }

  func add(_ part: PartCutter.Part, _ state: ImportResult.Part.State) {
    add(rows: part.rows, offset: part.offsetMinutes, messages: part.messages, state)
  }

  func add(_ part: ImportJournal.StoredPart, _ state: ImportResult.Part.State) {
    add(rows: part.rows, offset: part.offsetMinutes, messages: part.messages, state)
  }

  /// A part that has its place on the server.
  func keep(_ part: ImportJournal.StoredPart, _ state: ImportResult.Part.State) {
    sentRows = sentRows.union(part.rows)
    result.wasSent = true
    add(part, state)
  }

  /// Begins anew.
  func forgetParts() {
    sentRows = []
    parts = []
    result.parts = []
  }

  /// The file that a row shows, as its part refers to it; nil for none, or one that the server did not take.
  func file(of row: PlanRow) throws -> PartCutter.File? {
    guard let number = row.file, !failedFiles.contains(number),
      let file = try store.file(at: number)
    else { return nil }
    return PartCutter.File(
      row: number, name: file.name, length: sizes.item(file.name, receipts[number]))
  }

  private func add(
    rows: [Range<Int64>], offset: Int32, messages: Int, _ state: ImportResult.Part.State
  ) {
    let part = ImportResult.Part(
      utcOffsetMinutes: Int(offset), messages: messages, state: state)
    parts.append((rows.first?.lowerBound ?? 0, part))
    parts.sort { $0.row < $1.row }
    result.parts = parts.map(\.part)
  }

  func problem(
    _ code: String, _ severity: Problem.Severity, line: Int? = nil, _ message: String
  ) {
    result.problems.append(Problem(code, severity, line: line, "\(plan.path): \(message)"))
  }

  /// The request that sends a part.
  func request(
    _ part: PartCutter.Part, advance: @escaping @Sendable (Int) -> Void = { _ in }
  ) throws -> ChatImportRequest {
    var files: [ChatImportRequest.MediaFile] = []
    for row in part.files {
      guard let receipt = receipts[row], let file = try store.file(at: row) else { continue }
      files.append(ChatImportRequest.MediaFile(fileName: file.name, receipt: receipt))
    }
    return ChatImportRequest(
      participants: plan.participants,
      utcOffsetMinutes: Int(part.offsetMinutes), languageCode: plan.languageCode,
      mediaFiles: files,
      escapedText: PartText(
        part, isCanonical: plan.isCanonical, store: store, streams: streams, advance: advance))
  }
}
