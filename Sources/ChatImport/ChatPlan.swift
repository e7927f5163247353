internal import ChatRecords
internal import Files
internal import SQLiteStore
internal import WhatsAppExport

/// One chat of the run: which rows, to whom, in which shape. Decided before anything is sent.
struct ChatPlan: Sendable {
  /// More changes of the UTC offset than this, and the text is sent canonically.
  static let mostOffsetParts = 20
  /// Raised when rows or texts of the same input would come out differently.
  private static let version = "1"

  let path: String
  let title: String
  /// Indexes of the exports.
  let sources: [Int]
  /// In the order of sending.
  let rows: Range<Int64>
  /// The name under which the partner writes, as the text that is sent has it; the title where they never do.
  let partnerName: String
  /// Digits only; nil when it could not be found, which is a problem.
  let partnerNumber: String?
  let isCanonical: Bool
  let languageCode: String
  let problems: [Problem]
  /// Binds the journal to these messages and this way of sending them.
  let hash: String
  /// POSIX seconds, of all rows.
  let times: ClosedRange<Int64>?

  var messages: Int { rows.count }
  var isBad: Bool { problems.contains { $0.severity == .error } }
  var chat: String { partnerNumber ?? title }

  init(
    _ scans: [ExportScan], rows: Range<Int64>, options: ImportOptions, store: PlanStore
  ) throws {
    path = scans.min { $0.source < $1.source }?.path ?? ""
    title = scans.first?.title ?? ""
    sources = scans.map(\.source)
    self.rows = rows
    let people = Participants(scans, people: options.people)
    partnerNumber = people.partnerNumber

    var survey = Survey()
    var missing = MissingFiles(scans)
    try store.forEach(in: [rows]) { row in
      survey.add(row)
      missing.see(row)
    }
    problems = scans.flatMap { missing.problems(of: $0) } + people.problems
    times = survey.times
    let language = Self.languageCode(of: scans, given: options.parse.locale)
    isCanonical =
      options.chatText == .canonical || language == nil || survey.offsetParts > Self.mostOffsetParts
    partnerName = isCanonical ? people.partnerName : people.partnerSpelling
    languageCode = isCanonical ? CanonicalLine.languageCode : language ?? CanonicalLine.languageCode
    hash = survey.digest(
      with: [
        Self.version, people.partnerNumber ?? "", partnerName, languageCode,
        isCanonical ? "canonical" : "verbatim",
      ])
  }

  /// An export that cannot be read: nothing but its problem.
  init(unreadable failure: ExportFailure, source: Int) {
    path = failure.path
    title = failure.title
    sources = [source]
    rows = 0..<0
    partnerName = failure.title
    partnerNumber = nil
    isCanonical = false
    languageCode = ""
    problems = [Problem(failure.error.code, .error, "\(failure.error)")]
    hash = ""
    times = nil
  }

  /// The language under which a server reads the dates as they were learned; nil where there is none, or
  /// where joined exports differ in shape.
  private static func languageCode(of scans: [ExportScan], given: String?) -> String? {
    guard let first = scans.first?.shape, scans.allSatisfy({ $0.shape.isWrittenLike(first) })
    else { return nil }
    // Exports that tell no language follow those that do.
    let telling = scans.filter { !$0.languages.isEmpty || $0.shape.locale != nil }
    let codes = Set(
      (telling.isEmpty ? scans : telling).map {
        $0.shape.deviceLanguageCode(languages: $0.languages, given: given)
      })
    return codes.count == 1 ? codes.first ?? nil : nil
  }
}

extension ChatShape {
  /// Whether texts of both shapes can stand in one text.
  fileprivate func isWrittenLike(_ other: ChatShape) -> Bool {
    platform == other.platform && dateOrder == other.dateOrder && calendar == other.calendar
      && digits == other.digits && hourCycle == other.hourCycle
  }
}

/// What a reading of all rows tells.
private struct Survey: ~Copyable {
  var offsetParts = 0
  var times: ClosedRange<Int64>?
  private var lastOffset: Int32?
  private var hash = SHA256()
  private var buffer: [UInt8] = []

  mutating func add(_ row: PlanRow) {
    if lastOffset != row.offsetMinutes { offsetParts += 1 }
    lastOffset = row.offsetMinutes
    times =
      min(times?.lowerBound ?? row.time, row.time)...max(times?.upperBound ?? row.time, row.time)
    row.appendFingerprint(to: &buffer)
    buffer.append(row.file == nil ? 0 : 1)
    withUnsafeBytes(of: row.offsetMinutes.littleEndian) { buffer.append(contentsOf: $0) }
    if buffer.count > 60_000 { drain() }
  }

  /// The digest of all rows and of what else the sending depends on.
  mutating func digest(with words: [String]) -> String {
    for word in words { buffer += Array((word + "\u{0}").utf8) }
    drain()
    return hash.finish().hex
  }

  private mutating func drain() {
    let bytes = buffer
    hash.update(bytes.span)
    buffer.removeAll(keepingCapacity: true)
  }
}

extension PlanRow {
  /// What makes the message this one: time, direction and text.
  func appendFingerprint(to bytes: inout [UInt8]) {
    withUnsafeBytes(of: time.littleEndian) { bytes.append(contentsOf: $0) }
    bytes.append(direction.rawValue)
    withUnsafeBytes(of: text.littleEndian) { bytes.append(contentsOf: $0) }
    withUnsafeBytes(of: body.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

/// Which files are missing from a chat that several exports were joined to: those of messages that were taken from the
/// export that lacks them. The others were taken from one that has the file, or that lacks it too and says so.
private struct MissingFiles {
  private static let code = "media-missing"

  /// The lines that name them, by source; true once such a message is seen.
  private var lines: [Int: [Int: Bool]] = [:]

  init(_ scans: [ExportScan]) {
    guard scans.count > 1 else { return }
    for scan in scans {
      for case let line? in scan.problems.lazy.filter({ $0.code == Self.code }).map(\.line) {
        lines[scan.source, default: [:]][line] = false
      }
    }
  }

  mutating func see(_ row: PlanRow) {
    if lines[row.source]?[row.line] != nil { lines[row.source]?[row.line] = true }
  }

  /// All of an export's, without those of files that are there.
  func problems(of scan: ExportScan) -> [Problem] {
    scan.problems.filter { problem in
      guard problem.code == Self.code, let line = problem.line else { return true }
      return lines[scan.source]?[line] ?? true
    }
  }
}
