package import JSONText

/// The bytes that the fields of records lie in: filled, cleared and filled again without allocating.
package struct TextArena: Sendable {
  /// Texts lie in the first `count` bytes, each valid UTF-8. What follows is left of earlier ones.
  @usableFromInline package internal(set) var bytes: [UInt8] = []
  @usableFromInline package internal(set) var count = 0

  package init() {}

  /// Forgets everything after the first `kept` bytes.
  @inlinable package mutating func clear(keeping kept: Int = 0) { count = kept }

  /// Copies `text`, which must be valid UTF-8.
  @inlinable package mutating func store(_ text: Span<UInt8>) -> MessageRecord.Field {
    let start = count
    let end = start + text.count
    if end > bytes.count { grow(to: end) }
    text.withUnsafeBufferPointer { text in
      bytes.withUnsafeMutableBufferPointer { arena in
        guard let source = text.baseAddress, let target = arena.baseAddress else { return }
        unsafe (target + start).update(from: source, count: text.count)
      }
    }
    count = end
    return MessageRecord.Field(start: start, count: end - start)
  }

  /// Appends what `body` writes, valid UTF-8 of at most `limit` bytes. It also gets the arena as it is, to copy from.
  @inlinable @inline(__always)
  package mutating func write(
    reserving limit: Int, _ body: (inout ByteCursor, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    if count + limit > bytes.count { grow(to: count + limit) }
    let start = count
    count += bytes.withUnsafeMutableBufferPointer { arena in
      guard let base = arena.baseAddress else { return 0 }
      return ByteCursor.count(from: base + start, limit: limit) { output in
        body(&output, UnsafeBufferPointer(start: base, count: start))
      }
    }
  }

  /// Copies `text`.
  package mutating func store(_ text: String) -> MessageRecord.Field {
    store(text.utf8Span.span)
  }

  /// Copies the text of a JSON string; nothing of any other value.
  package mutating func store(_ text: JSONValue) -> MessageRecord.Field {
    let start = count
    if start + text.textLimit > bytes.count { grow(to: start + text.textLimit) }
    count += bytes.withUnsafeMutableBufferPointer { arena in
      arena.baseAddress.map { text.writeText(to: $0 + start) } ?? 0
    }
    return MessageRecord.Field(start: start, count: count - start)
  }

  /// Writes every CR LF of a text as LF; the text keeps its place.
  package mutating func unifyLineBreaks(of text: MessageRecord.Field) -> MessageRecord.Field {
    if text.isNull || !bytes[text.range].contains(0x0D) { return text }
    var end = text.start
    for at in text.range {
      let isPair = bytes[at] == 0x0D && at + 1 < text.range.upperBound && bytes[at + 1] == 0x0A
      if isPair { continue }
      bytes[end] = bytes[at]
      end += 1
    }
    return MessageRecord.Field(start: text.start, count: end - text.start)
  }

  @usableFromInline mutating func grow(to least: Int) {
    bytes.append(contentsOf: repeatElement(0, count: max(least, bytes.count * 2) - bytes.count))
  }
}
