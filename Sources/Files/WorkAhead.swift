internal import Glibc

/// Makes pieces of something, one after the other.
package protocol PieceMaker: AnyObject {
  associatedtype Piece: Sendable

  /// A piece to be filled; pieces that were used come back.
  static func blank() -> Piece
  /// Fills the next piece; false at the end.
  func next(into piece: inout Piece) throws -> Bool
  /// Whether no other piece should be made before this one is taken, so that memory follows the longest piece alone.
  static func isHeavy(_ piece: Piece) -> Bool
}

/// Lets a maker work on a thread of its own, at most `depth` pieces ahead of whoever asks, so that two steps of a
/// reading run side by side.
///
/// The thread ends with the pieces, with an error, or with this object; `deinit` waits for it, so that
/// nothing of the maker happens afterwards.
package final class WorkAhead<Maker: PieceMaker> {
  private let shared: Shared
  private let thread: pthread_t

  /// - Parameter maker: is the new thread's alone until the last piece was taken, or this object is gone.
  package init(_ maker: Maker, depth: Int) {
    let shared = Shared(maker, depth)
    var thread = pthread_t()
    let context = unsafe Unmanaged.passRetained(shared as Worker).toOpaque()
    let code = unsafe pthread_create(
      &thread, nil,
      { context in
        guard let context = unsafe context else { return nil }
        unsafe Unmanaged<Worker>.fromOpaque(context).takeRetainedValue().run()
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

  /// The next piece, to be given back after use; nil at the end.
  package func take() throws -> Maker.Piece? { try shared.take() }

  package func give(back piece: Maker.Piece) { shared.give(back: piece) }

  /// What both threads see. `lock` guards every variable; `maker` is the working thread's alone until `hasEnded`. That
  /// makes it safe to share.
  @safe private final class Shared: Worker, @unchecked Sendable {
    private let maker: Maker
    private let depth: Int
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var ready: [Maker.Piece] = []
    private var spare: [Maker.Piece] = []
    private var failure: (any Error)?
    private var hasEnded = false
    private var isCancelled = false
    /// Of the piece that was made last.
    private var isHeavy = false

    init(_ maker: Maker, _ depth: Int) {
      self.maker = maker
      self.depth = depth
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

    func take() throws -> Maker.Piece? {
      try locked {
        while ready.isEmpty && !hasEnded { wait() }
        if ready.isEmpty {
          if let failure { throw failure }
          return nil
        }
        let piece = ready.removeFirst()
        // The maker waits for half the room, so that the two do not wake each other for every piece.
        if ready.count == depth / 2 || ready.isEmpty { tell() }
        return piece
      }
    }

    func give(back piece: Maker.Piece) {
      locked { spare.append(piece) }
    }

    override func run() {
      var failure: (any Error)?
      do {
        while var piece = blank() {
          guard try maker.next(into: &piece) else { break }
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

    /// A piece to fill, once there is room for it; nil when nobody wants more.
    private func blank() -> Maker.Piece? {
      locked {
        if ready.count >= depth || isHeavy {
          while !isCancelled && (ready.count > depth / 2 || isHeavy && !ready.isEmpty) { wait() }
        }
        if isCancelled { return nil }
        return spare.popLast() ?? Maker.blank()
      }
    }

    private func put(_ piece: Maker.Piece) {
      locked {
        ready.append(piece)
        isHeavy = Maker.isHeavy(piece)
        if ready.count == 1 { tell() }
      }
    }
  }
}

/// The life of a thread; a class without parameters, as a C function can hold one.
private class Worker {
  func run() { preconditionFailure("a worker without work") }
}
