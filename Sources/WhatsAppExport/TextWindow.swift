internal import Glibc

/// The part of a decoded text that is being looked at: from the message in hand to the last bytes read.
///
/// It holds what is read at a time and the longest message, so its size does not depend on the length
/// of the text.
struct TextWindow {
  private(set) var bytes: [UInt8]
  /// Where `bytes` begins in the whole text.
  private(set) var offset: Int64 = 0
  private(set) var hasEnded: Bool
  private let pull: (_ body: (Span<UInt8>) -> Void) throws -> Bool

  /// - Parameters:
  ///   - head: the start of the text, already read.
  ///   - pull: lends the next bytes of the text; false at its end. Nil when `head` is all of it.
  init(head: [UInt8], _ pull: ((_ body: (Span<UInt8>) -> Void) throws -> Bool)?) {
    bytes = head
    hasEnded = pull == nil
    self.pull = pull ?? { _ in false }
  }

  /// Appends what is read next; at the end it sets `hasEnded`.
  mutating func grow() throws {
    let hasMore = try pull { bytes.append(copying: $0) }
    if !hasMore { hasEnded = true }
  }

  /// Forgets the first `count` bytes.
  mutating func drop(_ count: Int) {
    guard count > 0 else { return }
    bytes.removeSubrange(..<count)
    offset += Int64(count)
  }

  /// The place of the first line feed from `start` on.
  @inline(__always)
  static func lineFeed(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress, start < buffer.count else { return nil }
      guard let found = unsafe memchr(base + start, 0x0A, buffer.count - start) else { return nil }
      return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }
}
