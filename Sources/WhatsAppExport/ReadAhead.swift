internal import Glibc

/// Decodes a text on a thread of its own, a few pieces ahead of whoever asks, so that unpacking and
/// parsing run side by side. Holds at most `depth` pieces of `DecodedText.bufferSize` bytes or so.
///
/// The thread ends with the text, with an error, or with this object; `deinit` waits for it, so that
/// nothing reads the archive afterwards.
final class ReadAhead {
  private static let depth = 32

  private let shared: Shared
  private let thread: pthread_t

  init(_ text: DecodedText) {
    let shared = Shared(text)
    var thread = pthread_t()
    let context = unsafe Unmanaged.passRetained(shared).toOpaque()
    let code = unsafe pthread_create(
      &thread, nil,
      { context in
        guard let context = unsafe context else { return nil }
        unsafe Unmanaged<Shared>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, context)
    precondition(code == 0, "no thread to read with: error \(code)")
    self.shared = shared
    self.thread = thread
  }

  deinit {
    shared.cancel()
    pthread_join(thread, nil)
  }

  /// Lends the next piece; false at the end.
  func next(_ body: (Span<UInt8>) -> Void) throws -> Bool {
    guard let piece = try shared.take() else { return false }
    body(piece.bytes.span.extracting(first: piece.count))
    shared.give(back: piece)
    return true
  }

  /// What both threads see. `lock` guards every variable but `text`, which is only the reading
  /// thread's until `hasEnded`; that makes it safe to share.
  @safe private final class Shared: @unchecked Sendable {
    private let text: DecodedText
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var ready: [TextPiece] = []
    private var spare: [TextPiece] = []
    private var failure: (any Error)?
    private var hasEnded = false
    private var isCancelled = false

    init(_ text: DecodedText) {
      self.text = text
      unsafe pthread_mutex_init(lock, nil)
      unsafe pthread_cond_init(changed, nil)
    }

    deinit {
      unsafe pthread_mutex_destroy(lock)
      unsafe pthread_cond_destroy(changed)
      unsafe lock.deallocate()
      unsafe changed.deallocate()
    }

    private func locked<R>(_ body: () throws -> R) rethrows -> R {
      unsafe pthread_mutex_lock(lock)
      defer { unsafe pthread_mutex_unlock(lock) }
      return try body()
    }

    private func wait() { unsafe pthread_cond_wait(changed, lock) }
    private func tell() { unsafe pthread_cond_broadcast(changed) }

    func cancel() {
      locked {
        isCancelled = true
        tell()
      }
    }

    func take() throws -> TextPiece? {
      try locked {
        while ready.isEmpty && !hasEnded { wait() }
        if ready.isEmpty {
          if let failure { throw failure }
          return nil
        }
        tell()
        return ready.removeFirst()
      }
    }

    func give(back piece: TextPiece) {
      locked { spare.append(piece) }
    }

    /// The reading thread's life.
    func run() {
      var failure: (any Error)?
      do {
        while var piece = blank() {
          guard try text.next(into: &piece) else { break }
          put(piece)
        }
      } catch {
        failure = error
      }
      locked {
        self.failure = failure
        hasEnded = true
        tell()
      }
    }

    /// An empty piece to fill, once there is room for it; nil when nobody wants more.
    private func blank() -> TextPiece? {
      locked {
        while ready.count >= ReadAhead.depth && !isCancelled { wait() }
        if isCancelled { return nil }
        return spare.popLast() ?? TextPiece()
      }
    }

    private func put(_ piece: TextPiece) {
      locked {
        ready.append(piece)
        tell()
      }
    }
  }
}
