package import Files
internal import JSONText

/// A chat text as valid UTF-8, whatever its bytes are: the one reading of a text that offsets count in.
///
/// - UTF-8: a byte order mark at the start is dropped, and every maximal subpart of an ill-formed
///   sequence becomes U+FFFD (Unicode 16, section 3.9, "substitution of maximal subparts").
/// - UTF-16: told by its byte order mark, or by where the zero bytes lie; a lone surrogate becomes U+FFFD.
///
/// NUL is text. Two decodings of the same bytes give the same bytes, so a second one can be cut by the
/// offsets that the first one gave. Memory: two buffers of `bufferSize` bytes, one of them up to three
/// times as large when nothing of the text is well-formed. Used by one thread at a time.
package final class DecodedText: ByteSource, PieceMaker {
  static let bufferSize = 128 * 1024

  private let source: any ByteSource
  private var encoding: TextEncoding?
  /// Bytes of the source that are not decoded yet.
  private var raw: [UInt8] = []
  private var sourceHasEnded = false
  /// Decoded bytes, handed out up to `start`.
  private var decoded: [UInt8] = []
  private var start = 0

  /// How many ill-formed sequences were replaced so far.
  package private(set) var replacements = 0

  package init(_ source: any ByteSource) {
    self.source = source
  }

  package func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard try decodeMore() else { return 0 }
    let count = min(buffer.count, decoded.count - start)
    unsafe decoded.withUnsafeBytes {
      unsafe buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[start..<start + count]))
    }
    start += count
    return count
  }

  /// Lends the next decoded bytes, some at least, and whole characters; false at the end.
  func next(_ body: (Span<UInt8>) -> Void) throws -> Bool {
    guard try decodeMore() else { return false }
    body(decoded.span.extracting(droppingFirst: start))
    start = decoded.count
    return true
  }

  package static func blank() -> TextPiece { TextPiece() }
  package static func isHeavy(_ piece: TextPiece) -> Bool { false }

  /// Reads the next decoded bytes into `piece`, some at least, and whole characters; false at the end. Valid UTF-8 is
  /// not copied on its way.
  package func next(into piece: inout TextPiece) throws -> Bool {
    guard encoding == .utf8, start == decoded.count, !sourceHasEnded else {
      return try next { piece.take($0) }
    }
    let count = try unsafe piece.fill(raw, limit: Self.bufferSize) {
      try unsafe source.read(into: $0)
    }
    if count == 0 { sourceHasEnded = true }
    let whole = piece.count - UTF8Check.unfinished(piece.bytes.span.extracting(first: piece.count))
    if count > 0, whole > 0, UTF8Check.isValid(piece.bytes.span.extracting(first: whole)) {
      raw.removeAll(keepingCapacity: true)
      raw.append(copying: piece.bytes.span.extracting(whole..<piece.count))
      piece.shorten(to: whole)
      return true
    }
    raw.removeAll(keepingCapacity: true)
    raw.append(copying: piece.bytes.span.extracting(first: piece.count))
    decoded.removeAll(keepingCapacity: true)
    start = 0
    decodeUTF8()
    return try next { piece.take($0) }
  }

  /// Sees to it that `decoded` holds something after `start`; false at the end of the text.
  private func decodeMore() throws -> Bool {
    while start == decoded.count {
      if sourceHasEnded && raw.isEmpty { return false }
      decoded.removeAll(keepingCapacity: true)
      start = 0
      if !sourceHasEnded { try readRaw() }
      if encoding == nil {
        if raw.count < TextEncoding.sampleSize && !sourceHasEnded { continue }
        encoding = detectEncoding()
      }
      switch encoding {
      case .utf16LittleEndian: decodeUTF16(high: 1)
      case .utf16BigEndian: decodeUTF16(high: 0)
      default: decodeUTF8()
      }
    }
    return true
  }

  private func readRaw() throws {
    let kept = raw.count
    raw.reserveCapacity(kept + Self.bufferSize)
    let count = try unsafe withUnsafeTemporaryAllocation(byteCount: Self.bufferSize, alignment: 16)
    {
      buffer in
      let count = try unsafe source.read(into: buffer)
      unsafe raw.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      return count
    }
    if count == 0 { sourceHasEnded = true }
  }

  /// Tells the encoding from the first bytes, and drops a byte order mark.
  private func detectEncoding() -> TextEncoding {
    let (encoding, markLength) = TextEncoding.of(raw)
    raw.removeFirst(markLength)
    return encoding
  }

  /// Decodes all of `raw` but for the start of a sequence that may go on in the next bytes.
  private func decodeUTF8() {
    let whole = raw.count - UTF8Check.unfinished(raw.span)
    if whole > 0, UTF8Check.isValid(raw.span.extracting(first: whole)), !sourceHasEnded {
      append(0..<whole)
      return raw.removeFirst(whole)
    }
    var done = 0
    while done < raw.count {
      guard let fault = Self.fault(in: raw.span.extracting(droppingFirst: done)) else {
        append(done..<raw.count)
        done = raw.count
        break
      }
      let bad = fault.byteOffsets
      append(done..<done + bad.lowerBound)
      done += bad.lowerBound
      if fault.kind == .truncatedScalar && done + bad.count == raw.count && !sourceHasEnded {
        break
      }
      replace()
      done += bad.count
    }
    raw.removeFirst(done)
  }

  private static func fault(in bytes: Span<UInt8>) -> UTF8.ValidationError? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes)
      return nil
    } catch {
      return error
    }
  }

  private func append(_ range: Range<Int>) {
    decoded.append(contentsOf: raw[range])
  }

  private func replace() {
    replacements += 1
    decoded.append(contentsOf: [0xEF, 0xBF, 0xBD])
  }

  /// Decodes all of `raw` but for half a character; `high` is where the high byte of a unit lies.
  private func decodeUTF16(high: Int) {
    func unit(_ at: Int) -> UInt32 { UInt32(raw[at + high]) << 8 | UInt32(raw[at + 1 - high]) }
    var at = 0
    while at + 1 < raw.count {
      let first = unit(at)
      if first & 0xFC00 == 0xD800 {
        if at + 3 >= raw.count && !sourceHasEnded { break }
        let second = at + 3 < raw.count ? unit(at + 2) : 0
        if second & 0xFC00 == 0xDC00 {
          appendScalar(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF)
          at += 4
          continue
        }
      }
      if first & 0xF800 == 0xD800 { replace() } else { appendScalar(first) }
      at += 2
    }
    if sourceHasEnded && at < raw.count {
      replace()
      at = raw.count
    }
    raw.removeFirst(at)
  }

  private func appendScalar(_ value: UInt32) { decoded.appendUTF8(value) }
}
