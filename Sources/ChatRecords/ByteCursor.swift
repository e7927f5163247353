internal import JSONText

/// Writes into room that was reserved before: no checks, no growing, which is what makes a record cheap.
///
/// The room must hold everything that is written; `write(reserving:_:)` of an array or arena is the only way to
/// get one, and it checks at the end.
package struct ByteCursor: ~Copyable {
  @usableFromInline var at: UnsafeMutablePointer<UInt8>

  @inlinable init(_ at: UnsafeMutablePointer<UInt8>) { self.at = at }

  /// How many bytes `body` writes from `start` on, where there is room for `limit`.
  @inlinable @inline(__always)
  static func count(
    from start: UnsafeMutablePointer<UInt8>, limit: Int, _ body: (inout ByteCursor) -> Void
  ) -> Int {
    var cursor = ByteCursor(start)
    body(&cursor)
    let written = cursor.at - start
    precondition(written <= limit, "\(written) bytes written into room for \(limit)")
    return written
  }

  @inlinable @inline(__always)
  package mutating func byte(_ byte: UInt8) {
    at.pointee = byte
    at += 1
  }

  @inlinable @inline(__always)
  package mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    at.update(from: base, count: bytes.count)
    at += bytes.count
  }

  @inline(__always)
  mutating func literal(_ text: StaticString) {
    text.withUTF8Buffer { copy($0) }
  }

  /// At most 20 bytes.
  mutating func decimal(_ value: Int64) {
    if value < 0 { byte(UInt8(ascii: "-")) }
    var rest = value.magnitude
    var digits = InlineArray<20, UInt8>(repeating: 0)
    var place = 20
    // Two digits at a time: a division takes longer than all else here.
    while rest >= 10 {
      let next = rest / 100
      let pair = rest &- next &* 100
      place -= 2
      digits[place] = UInt8(truncatingIfNeeded: pair / 10) &+ 48
      digits[place + 1] = UInt8(truncatingIfNeeded: pair % 10) &+ 48
      rest = next
    }
    if rest > 0 || place == 20 {
      place -= 1
      digits[place] = UInt8(truncatingIfNeeded: rest) &+ 48
    }
    digits.span.extracting(droppingFirst: place).withUnsafeBufferPointer { copy($0) }
  }

  /// The inside of a JSON string; at most `escapeRoom(for:)` bytes.
  @inline(__always)
  mutating func escaped(_ text: UnsafeBufferPointer<UInt8>) {
    if JSONWriter.copyPlain(text, to: at) {
      at += text.count
    } else {
      escapeSome(text)
    }
  }

  private mutating func escapeSome(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while true {
      let next = JSONWriter.nextEscape(in: text, from: start)
      copy(UnsafeBufferPointer(rebasing: text[start..<next]))
      if next == text.count { return }
      escape(text[next])
      start = next + 1
    }
  }

  private mutating func escape(_ control: UInt8) {
    byte(UInt8(ascii: "\\"))
    if let letter = JSONWriter.shortEscape(of: control) { return byte(letter) }
    literal("u00")
    byte(control >> 4 &+ 48)
    let low = control & 15
    byte(low < 10 ? low &+ 48 : low &+ 87)
  }

  /// Room that `escaped` stays within: six times the length, or counted where that would be much.
  static func escapeRoom(for text: Span<UInt8>) -> Int {
    text.count < 4_096 ? text.count &* 6 : JSONWriter.escapedLength(text)
  }
}

extension [UInt8] {
  /// Appends what `body` writes, of which `limit` says the most.
  @inline(__always)
  package mutating func write(reserving limit: Int, _ body: (inout ByteCursor) -> Void) {
    append(addingCapacity: limit) { output in
      output.withUnsafeMutableBufferPointer { room, count in
        guard let base = room.baseAddress else { return }
        count += ByteCursor.count(from: base + count, limit: limit, body)
      }
    }
  }
}
