/// Cuts a chat into createChatImport calls: file order, one UTC offset each, none over the limit.
///
/// Fed with the rows to send, in order; hands out what is finished.
struct PartCutter {
  /// What every request costs, in bytes.
  struct Limits: Sendable, Equatable {
    /// Of the whole JSON body; nil for none.
    var bytes: Int64?
    /// The body without text and media items, its offset being 0.
    var overhead: Int64 = 0
    /// Whether the text is the canonical one: offset 0 throughout.
    var isCanonical = false
  }

  struct Part: Sendable, Equatable {
    var offsetMinutes: Int32
    /// Sequence numbers of the rows, rising, neighbours joined.
    var rows: [Range<Int64>] = []
    var messages = 0
    /// Of the text, escaped.
    var textLength: Int64 = 0
    /// Of the items in `media_files`, commas included.
    var mediaLength: Int64 = 0
    /// Rows in the plan's table of files, in the order of their first use, each once.
    var files: [Int64] = []
  }

  /// A file as a part refers to it.
  struct File: Sendable, Equatable {
    var row: Int64
    var name: String
    /// Bytes of its item in `media_files`.
    var length: Int64
  }

  let limits: Limits
  private var part: Part?
  private var lastEndsWithLineBreak = true
  /// Which file each name stands for in the part.
  private var names: [String: Int64] = [:]

  init(limits: Limits) { self.limits = limits }

  /// A message that no request can hold.
  struct TooLarge: Error, Equatable {
    var seq: Int64
    var line: Int
    /// What its request would need, in bytes.
    var length: Int64
  }

  /// Takes the next row.
  ///
  /// - Returns: the part before it, when the row begins a new one.
  mutating func add(_ row: PlanRow, file: File?) throws(TooLarge) -> Part? {
    let offset = limits.isCanonical ? 0 : row.offsetMinutes
    if part != nil, part?.offsetMinutes == offset, fits(row, file) {
      append(row, file)
      return nil
    }
    let finished = finish()
    part = Part(offsetMinutes: offset)
    guard fits(row, file) else {
      throw TooLarge(
        seq: row.seq, line: row.line,
        length: overhead + length(of: row) + (file?.length ?? 0))
    }
    append(row, file)
    return finished
  }

  /// The last part; nil when there were no rows.
  mutating func finish() -> Part? {
    defer {
      part = nil
      names.removeAll(keepingCapacity: true)
      lastEndsWithLineBreak = true
    }
    return part
  }

  private func fits(_ row: PlanRow, _ file: File?) -> Bool {
    guard let part else { return false }
    // Two files of one name cannot be told apart in one request.
    if let file, let other = names[file.name], other != file.row { return false }
    guard let limit = limits.bytes else { return true }
    let total =
      overhead + part.textLength + part.mediaLength + length(of: row) + added(by: file)
    return total <= limit
  }

  private var overhead: Int64 {
    limits.overhead + Int64(String(part?.offsetMinutes ?? 0).utf8.count - 1)
  }

  private mutating func append(_ row: PlanRow, _ file: File?) {
    let (text, media) = (length(of: row), added(by: file))
    part?.textLength += text
    part?.mediaLength += media
    part?.messages += 1
    if let file, names.updateValue(file.row, forKey: file.name) == nil {
      part?.files.append(file.row)
    }
    part?.rows.append(row.seq)
    lastEndsWithLineBreak = row.endsWithLineBreak || limits.isCanonical
  }

  /// Of the row's text behind what the part has; a line break is put in where the text before has none.
  private func length(of row: PlanRow) -> Int64 {
    let own = limits.isCanonical ? row.canonicalLength : row.verbatimLength
    return own + (lastEndsWithLineBreak ? 0 : 2)
  }

  private func added(by file: File?) -> Int64 {
    guard let file, names[file.name] == nil else { return 0 }
    return file.length + (names.isEmpty ? 0 : 1)
  }
}

extension [Range<Int64>] {
  /// Adds a number that is higher than all others.
  mutating func append(_ seq: Int64) {
    if let last, last.upperBound == seq {
      self[count - 1] = last.lowerBound..<seq + 1
    } else {
      append(seq..<seq + 1)
    }
  }

  /// How many numbers there are.
  var total: Int { reduce(0) { $0 + $1.count } }

  /// The numbers of `self` that are in none of `others`; all of them rising.
  func subtracting(_ others: [Range<Int64>]) -> [Range<Int64>] {
    var rest: [Range<Int64>] = []
    var next = 0
    for range in self {
      var start = range.lowerBound
      while next < others.count, others[next].upperBound <= start { next += 1 }
      var at = next
      while at < others.count, others[at].lowerBound < range.upperBound {
        if others[at].lowerBound > start { rest.append(start..<others[at].lowerBound) }
        start = Swift.max(start, others[at].upperBound)
        at += 1
      }
      if start < range.upperBound { rest.append(start..<range.upperBound) }
    }
    return rest
  }

  /// The numbers of both, rising.
  func union(_ others: [Range<Int64>]) -> [Range<Int64>] {
    var all: [Range<Int64>] = []
    for range in (self + others).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = all.last, range.lowerBound <= last.upperBound {
        all[all.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
      } else {
        all.append(range)
      }
    }
    return all
  }
}
