internal import Files
internal import InboxAPI
internal import JSONText
internal import WhatsAppExport

/// The text of one part as the inside of a JSON string, made while it is sent.
///
/// Unchecked for `TextStreams`' reason.
final class PartText: RequestBody, @unchecked Sendable {
  let length: Int64
  private let rows: [Range<Int64>]
  private let isCanonical: Bool
  private let store: PlanStore
  private let streams: TextStreams
  private let advance: @Sendable (Int) -> Void

  /// - Parameter advance: is told how many bytes were handed out.
  init(
    _ part: PartCutter.Part, isCanonical: Bool, store: PlanStore, streams: TextStreams,
    advance: @escaping @Sendable (Int) -> Void = { _ in }
  ) {
    length = part.textLength
    rows = part.rows
    self.isCanonical = isCanonical
    self.store = store
    self.streams = streams
    self.advance = advance
  }

  func open() throws -> any ByteSource {
    Source(
      rows: rows, isCanonical: isCanonical, store: store, streams: streams, advance: advance)
  }

  private final class Source: ByteSource {
    private var ranges: ArraySlice<Range<Int64>>
    private let isCanonical: Bool
    private let store: PlanStore
    private let streams: TextStreams
    private let advance: @Sendable (Int) -> Void
    private var batch: ArraySlice<PlanRow> = []
    /// What is left of the verbatim run under way.
    private var run: (source: Int, extent: Range<Int64>)?
    private var line = CanonicalLine()
    private var lastByte = UInt8(ascii: "\n")
    /// Escaped, handed out up to `start`.
    private var escaped: [UInt8] = []
    private var start = 0

    init(
      rows: [Range<Int64>], isCanonical: Bool, store: PlanStore, streams: TextStreams,
      advance: @escaping @Sendable (Int) -> Void
    ) {
      ranges = rows[...]
      self.isCanonical = isCanonical
      self.store = store
      self.streams = streams
      self.advance = advance
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
      while start == escaped.count {
        escaped.removeAll(keepingCapacity: true)
        start = 0
        guard try fill() else { return 0 }
      }
      let count = min(buffer.count, escaped.count - start)
      escaped.withUnsafeBytes {
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[start..<start + count]))
      }
      start += count
      advance(count)
      return count
    }

    /// Escapes the next piece; false at the end.
    private func fill() throws -> Bool {
      if let (source, extent) = run { return try fill(from: source, extent) }
      guard let row = try nextRow() else { return false }
      if isCanonical {
        let reader = try streams.message(of: row.source, at: row.extent.lowerBound)
        line.write(reader.entry.record)
        let bytes = line.bytes
        JSONWriter.escape(bytes.span, into: &escaped)
        return true
      }
      if lastByte != UInt8(ascii: "\n") {
        let lineBreak = [UInt8(ascii: "\n")]
        JSONWriter.escape(lineBreak.span, into: &escaped)
      }
      // Neighbours in the text are copied in one piece.
      var extent = row.extent
      while let next = try peekRow(), next.source == row.source,
        next.extent.lowerBound == extent.upperBound
      {
        extent = extent.lowerBound..<next.extent.upperBound
        batch.removeFirst()
      }
      run = (row.source, extent)
      return true
    }

    private func fill(from source: Int, _ extent: Range<Int64>) throws -> Bool {
      guard !extent.isEmpty else {
        run = nil
        return true
      }
      let reader = try streams.text(of: source, from: extent.lowerBound)
      let count: Int? = try reader.read(extent) { piece in
        JSONWriter.escape(piece, into: &escaped)
        lastByte = piece[piece.count - 1]
        return piece.count
      }
      guard let count else { throw ImportError.export(streams.changed(source)) }
      run = (source, extent.lowerBound + Int64(count)..<extent.upperBound)
      return true
    }

    private func nextRow() throws -> PlanRow? {
      let row = try peekRow()
      if row != nil { batch.removeFirst() }
      return row
    }

    private func peekRow() throws -> PlanRow? {
      while batch.isEmpty {
        guard let range = ranges.first else { return nil }
        batch = try store.rows(range)[...]
        if let last = batch.last, last.seq + 1 < range.upperBound {
          ranges[ranges.startIndex] = last.seq + 1..<range.upperBound
        } else {
          ranges.removeFirst()
        }
      }
      return batch.first
    }
  }
}
