internal import ChatRecords

/// Recognises the header of one learned shape in bytes: date, time and what stands around them.
struct HeaderReader: Sendable {
  struct Match {
    /// Where the author or the system text begins.
    var bodyStart: Int
    var time: MessageRecord.WallTime
  }

  /// The header that begins at `start`; nil where the line is none. Never reads past `lineEnd`.
  func match(_ bytes: Span<UInt8>, at start: Int, lineEnd: Int) -> Match? { fatalError() }
}
