internal import Dispatch
internal import Synchronization

/// Work that two threads share.
enum TwoThreads {
  private struct State: Sendable {
    var next = 0
    var failure: (number: Int, error: any Error)?
  }

  /// Does the works `0..<count`, in this order as far as the threads are free.
  ///
  /// - Parameter worker: called once by each thread; gives what does a work on this thread.
  /// - Throws: the error of the lowest number; works that were not begun by then are left.
  static func perform(
    _ count: Int, _ worker: @Sendable () -> (_ number: Int) throws -> Void
  ) throws {
    let state = Mutex(State())
    DispatchQueue.concurrentPerform(iterations: min(2, count)) { _ in
      let work = worker()
      while true {
        let number: Int? = state.withLock { state in
          guard state.next < count, state.failure == nil else { return nil }
          defer { state.next += 1 }
          return state.next
        }
        guard let number else { return }
        do {
          try work(number)
        } catch {
          state.withLock { state in
            if number < state.failure?.number ?? .max { state.failure = (number, error) }
          }
        }
      }
    }
    if let failure = state.withLock({ $0.failure }) { throw failure.error }
  }
}
