import Dispatch

private let queue = DispatchQueue(label: "long tests", qos: .utility)

/// Runs long work on a thread of its own, one piece after the other: on the shared pool it would keep tests that wait
/// for a server from their time.
package func offThePool<Result: Sendable>(
  _ work: @escaping @Sendable () -> Result
) async -> Result {
  await withCheckedContinuation { continuation in
    queue.async { continuation.resume(returning: work()) }
  }
}
