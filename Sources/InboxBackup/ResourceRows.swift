internal import Files
internal import InboxAPI
internal import JSONText

/// Rows of one kind on their way into its file.
struct ResourceRows {
  let name: String
  let operation: ReadOperation
  let output: OutputFile
  var filter: SecretFilter
  private(set) var count = 0

  init(_ name: String, _ operation: ReadOperation, to output: OutputFile, _ filter: SecretFilter) {
    self.name = name
    self.operation = operation
    self.output = output
    self.filter = filter
  }

  mutating func write(_ rows: [JSONValue]) throws {
    try Task.checkCancellation()
    for row in rows { try output.write(filter.line(row).span) }
    count += rows.count
  }

  /// Writes a row as an earlier generation has it.
  mutating func copy(_ row: JSONValue) throws {
    try output.write((Array(row.raw) + [UInt8(ascii: "\n")]).span)
    count += 1
  }
}

/// A kind that was not to be had, or not to its end.
struct FailedKind {
  let name: String
  let operation: ReadOperation
  /// What was given of it before that.
  var rows: ResourceRows?
  let item: FailedItem

  /// Whether the inbox has no such things.
  var isNotOffered: Bool { rows?.count ?? 0 == 0 && item.failure.isNotOffered }
}
