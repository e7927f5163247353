internal import JSONText

/// Writes into room that was reserved before: no checks, no growing, which is what makes a record cheap.
///
/// The room must hold everything that is written; `[UInt8].write(reserving:_:)` is the only way to get one,
/// and it checks at the end.
struct ByteCursor: ~Copyable {
  fileprivate var at: UnsafeMutablePointer<UInt8>

  fileprivate init(_ at: UnsafeMutablePointer<UInt8>) { self.at = at }

  @inline(__always)
  mutating func byte(_ byte: UInt8) {
    at.pointee = byte
    at += 1
  }

  @inline(__always)
  mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>) {
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
  mutating func write(reserving limit: Int, _ body: (inout ByteCursor) -> Void) {
    append(addingCapacity: limit) { output in
      output.withUnsafeMutableBufferPointer { room, count in
        guard let base = room.baseAddress else { return }
        var cursor = ByteCursor(base + count)
        body(&cursor)
        let written = cursor.at - (base + count)
        precondition(written <= limit, "\(written) bytes written into room for \(limit)")
        count += written
      }
    }
  }
}
