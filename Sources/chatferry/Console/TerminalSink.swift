internal import Files

/// Records that go to a terminal: a person looks at them there, so nothing in them may steer it. What is written to a
/// pipe or a file stays as it is.
final class TerminalSink: ByteSink {
  private let sink: any ByteSink
  /// The beginning of a character whose rest is still to come, or a carriage return.
  private var pending: [UInt8] = []

  init(_ sink: any ByteSink) { self.sink = sink }

  func write(_ bytes: Span<UInt8>) throws(FilesError) {
    bytes.withUnsafeBufferPointer { pending.append(contentsOf: $0) }
    let end = Self.wholeCharacters(of: pending)
    let text = String(decoding: pending[..<end], as: UTF8.self)
    pending.removeFirst(end)
    try sink.write(Array(Self.visibleLines(text).utf8).span)
  }

  func flush() throws(FilesError) {
    let rest = String(decoding: pending, as: UTF8.self)
    pending = []
    try sink.write(Array(Self.visibleLines(rest).utf8).span)
    try sink.flush()
  }

  /// Line ends stay, both kinds; a carriage return anywhere else does not.
  private static func visibleLines(_ text: String) -> String {
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { index, line in
      let hasReturn = index < lines.count - 1 && line.last == "\r"
      return visible(String(hasReturn ? line.dropLast() : line)) + (hasReturn ? "\r" : "")
    }.joined(separator: "\n")
  }

  /// How many of the bytes can be shown now.
  private static func wholeCharacters(of bytes: [UInt8]) -> Int {
    if bytes.last == UInt8(ascii: "\r") { return bytes.count - 1 }
    // A character has four bytes at most, and all but its first begin with the bits 10.
    for back in 1...3 where back <= bytes.count {
      let byte = bytes[bytes.count - back]
      if byte & 0xC0 == 0x80 { continue }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return length > back ? bytes.count - back : bytes.count
    }
    return bytes.count
  }
}
