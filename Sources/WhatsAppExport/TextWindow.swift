internal import Glibc

/// The part of a decoded text that is being looked at: from the message in hand to the last bytes read.
///
/// It holds what is read at a time and the longest message, so its size does not depend on the length
/// of the text. Its memory is the system's, not an array's: that of a very long message grows in place, without a
/// second copy beside it.
@safe final class TextWindow {
  /// Where its first byte is in the whole text.
  private(set) var offset: Int64 = 0
  private(set) var hasEnded: Bool
  private var base: UnsafeMutablePointer<UInt8>
  private var count: Int
  private var capacity: Int
  private let pull: (_ body: (Span<UInt8>) -> Void) throws -> Bool

  /// - Parameters:
  ///   - head: the start of the text, already read.
  ///   - pull: lends the next bytes of the text; false at its end. Nil when `head` is all of it.
  init(head: [UInt8], _ pull: ((_ body: (Span<UInt8>) -> Void) throws -> Bool)?) {
    count = 0
    capacity = max(head.count, 1)
    unsafe base = Self.room(nil, capacity)
    hasEnded = pull == nil
    self.pull = pull ?? { _ in false }
    append(head.span)
  }

  deinit { unsafe free(base) }

  /// Lends what is in the window.
  @inline(__always)
  func withBytes<R>(_ body: (Span<UInt8>) throws -> R) rethrows -> R {
    try unsafe body(UnsafeBufferPointer(start: base, count: count).span)
  }

  /// Forgets the first `dropped` bytes and appends what is read next; at the end it sets `hasEnded`.
  func advance(by dropped: Int) throws {
    if dropped > 0 {
      unsafe memmove(base, base + dropped, count - dropped)
      count -= dropped
      offset += Int64(dropped)
    }
    if try !pull({ append($0) }) { hasEnded = true }
  }

  private func append(_ more: Span<UInt8>) {
    if count + more.count > capacity {
      capacity = count + more.count + capacity / 4
      unsafe base = Self.room(base, capacity)
    }
    unsafe more.withUnsafeBufferPointer { more in
      guard let from = more.baseAddress else { return }
      unsafe (base + count).update(from: from, count: more.count)
    }
    count += more.count
  }

  private static func room(
    _ old: UnsafeMutablePointer<UInt8>?, _ count: Int
  ) -> UnsafeMutablePointer<UInt8> {
    guard let room = unsafe realloc(old, count) else {
      preconditionFailure("no memory for a message of \(count) bytes")
    }
    return unsafe room.assumingMemoryBound(to: UInt8.self)
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
