internal import CCurl
internal import Glibc
internal import Synchronization

/// Sends requests over libcurl, all of them on one thread of its own.
///
/// Bodies are read and answers are handed on by that thread, so a slow source or receiver slows the
/// other requests of the same transport.
final class Transport: Sendable {
  private let loop: TransferLoop

  init() {
    loop = TransferLoop()
    loop.start()
  }

  deinit { loop.stop() }

  /// Sends one request once and gives whatever became of it. Cancelling the task ends the transfer.
  func perform(_ exchange: Exchange) async -> Answer {
    let id = loop.nextID()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { loop.add(id, exchange, $0) }
    } onCancel: {
      loop.cancel(id)
    }
  }
}

/// The thread and libcurl's multi handle.
///
/// `@unchecked`: `multi` and `transfers` belong to the thread that `start` begins; other threads only
/// reach `shared`, guarded by its `Mutex`, and call `curl_multi_wakeup`, which libcurl allows from
/// anywhere while the handle lives. They call it with the mutex held and only while `isStopping` is
/// not set, and the thread ends the handle only after it saw `isStopping` under the same mutex.
private final class TransferLoop: @unchecked Sendable {
  private enum Command: Sendable {
    case add(UInt64, Exchange, Transfer.Continuation)
    case cancel(UInt64)
  }

  private struct Shared: Sendable {
    var lastID: UInt64 = 0
    var commands: [Command] = []
    var isStopping = false
  }

  private let shared = Mutex(Shared())
  private let multi: UnsafeMutableRawPointer?
  private var transfers: [UInt64: Transfer] = [:]
  private var identifiers: [UnsafeMutableRawPointer: UInt64] = [:]

  init() {
    _ = isLibraryReady
    multi = curl_multi_init()
  }

  /// Without a handle or a thread every request is answered with an error; nothing would wait for it.
  func start() {
    guard multi != nil else {
      shared.withLock { $0.isStopping = true }
      return
    }
    var thread = pthread_t()
    let me = Unmanaged.passRetained(self).toOpaque()
    let code = pthread_create(
      &thread, nil,
      { data in
        guard let data else { return nil }
        Unmanaged<TransferLoop>.fromOpaque(data).takeRetainedValue().run()
        return nil
      }, me)
    if code == 0 {
      pthread_detach(thread)
    } else {
      Unmanaged<TransferLoop>.fromOpaque(me).release()
      shared.withLock { $0.isStopping = true }
    }
  }

  func stop() {
    shared.withLock {
      $0.isStopping = true
      _ = curl_multi_wakeup(multi)
    }
  }

  func nextID() -> UInt64 {
    shared.withLock {
      $0.lastID += 1
      return $0.lastID
    }
  }

  /// Called by the task itself: a cancellation that came before is seen here, a later one finds the
  /// command in the list.
  func add(_ id: UInt64, _ exchange: Exchange, _ continuation: Transfer.Continuation) {
    let failure: Answer.Failure? = shared.withLock {
      if $0.isStopping {
        return .connection("no thread", isConnecting: true, isPermanent: true, isTimeout: false)
      }
      if Task.isCancelled { return .cancelled }
      $0.commands.append(.add(id, exchange, continuation))
      _ = curl_multi_wakeup(multi)
      return nil
    }
    if let failure { continuation.resume(returning: Answer(failure: failure)) }
  }

  func cancel(_ id: UInt64) {
    shared.withLock {
      if $0.isStopping { return }
      $0.commands.append(.cancel(id))
      _ = curl_multi_wakeup(multi)
    }
  }

  // MARK: On the thread

  private func run() {
    // Signals are for the main thread; a write to a closed TLS connection must not end the process.
    var all = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_BLOCK, &all, nil)

    while true {
      let (commands, isStopping) = shared.withLock { shared in
        defer { shared.commands = [] }
        return (shared.commands, shared.isStopping)
      }
      for command in commands {
        switch command {
        case .add(let id, let exchange, let continuation): begin(id, exchange, continuation)
        case .cancel(let id): remove(id)?.cancelled()
        }
      }
      if isStopping { break }
      var running: Int32 = 0
      curl_multi_perform(multi, &running)
      collect()
      curl_multi_poll(multi, nil, 0, 1000, nil)
    }
    for id in transfers.keys { remove(id)?.cancelled() }
    curl_multi_cleanup(multi)
  }

  private func begin(_ id: UInt64, _ exchange: Exchange, _ continuation: Transfer.Continuation) {
    let transfer = Transfer(exchange, continuation)
    if let failure = transfer?.failureOfBody() { return continuation.resume(returning: failure) }
    guard let multi, let transfer, curl_multi_add_handle(multi, transfer.handle) == CURLM_OK
    else {
      continuation.resume(
        returning: Answer(
          failure: .connection(
            "libcurl could not begin", isConnecting: true, isPermanent: true, isTimeout: false)))
      return
    }
    transfers[id] = transfer
    identifiers[transfer.handle] = id
  }

  /// Hands the ended transfers' answers over.
  private func collect() {
    var left: Int32 = 0
    while let message = curl_multi_info_read(multi, &left) {
      guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle else {
        continue
      }
      // Read before the handle is removed, which ends the message's life.
      let code = message.pointee.data.result
      guard let id = identifiers[handle], let transfer = remove(id) else { continue }
      transfer.continuation.resume(returning: transfer.finish(code))
    }
  }

  private func remove(_ id: UInt64) -> Transfer? {
    guard let transfer = transfers.removeValue(forKey: id) else { return nil }
    identifiers[transfer.handle] = nil
    curl_multi_remove_handle(multi, transfer.handle)
    return transfer
  }
}

extension Transfer {
  fileprivate func cancelled() { continuation.resume(returning: cancel()) }
}

/// libcurl's global state, made once.
private let isLibraryReady: Bool = shim_global_init() == CURLE_OK

/// The version of libcurl and of what it is built with, as libcurl names them.
package func curlVersion() -> String { String(cString: curl_version()) }
