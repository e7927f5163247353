internal import Glibc
internal import Synchronization

/// An HTTP/1.1 server on 127.0.0.1 for tests: it answers by script, misbehaves where the script says
/// so, and remembers every request that it read whole.
///
/// Its threads end with it. It keeps connections open between requests, as real servers do.
package final class TestServer: Sendable {
  /// What the script does with a request.
  package typealias Script = @Sendable (Request) -> Reaction

  private struct State: Sendable {
    var requests: [Request] = []
    var aborted: [Request] = []
    var connections: [Int32] = []
    var connectionCount = 0
    var isStopped = false
  }

  package let port: UInt16
  private let listener: Int32
  private let state: Mutex<State>
  private let early: @Sendable (Request) -> Reaction?
  private let script: Script

  package var url: String { "http://127.0.0.1:\(port)" }

  /// The requests that were read to their end, in that order: each was "executed".
  package var requests: [Request] { state.withLock { $0.requests } }
  /// The requests that were cut off, by either side.
  package var aborted: [Request] { state.withLock { $0.aborted } }
  /// How many connections were accepted.
  package var connectionCount: Int { state.withLock { $0.connectionCount } }

  /// - Parameters:
  ///   - early: asked when the headers are there and before the body is read; nil: read on.
  ///   - script: asked when the whole request is there.
  package init(
    early: @escaping @Sendable (Request) -> Reaction? = { _ in nil }, _ script: @escaping Script
  ) throws {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let isListening = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) == 0 && listen(listener, 128) == 0
          && getsockname(listener, $0, &size) == 0
      }
    }
    guard isListening else {
      close(listener)
      throw TestServerError.cannotListen(errno)
    }
    port = UInt16(bigEndian: address.sin_port)
    state = Mutex(State())
    self.early = early
    self.script = script
    onThread { [weak self] in
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { break }
        guard let self else {
          close(connection)
          break
        }
        self.begin(connection)
      }
      close(listener)
    }
  }

  deinit { stop() }

  /// Ends everything that is under way; further connections are refused.
  package func stop() {
    let connections = state.withLock { state -> [Int32] in
      defer { state.isStopped = true }
      return state.isStopped ? [] : state.connections + [listener]
    }
    for connection in connections { shutdown(connection, Int32(SHUT_RDWR)) }
  }

  private func begin(_ connection: Int32) {
    let number: Int? = state.withLock {
      guard !$0.isStopped else { return nil }
      $0.connections.append(connection)
      $0.connectionCount += 1
      return $0.connectionCount
    }
    guard let number else {
      close(connection)
      return
    }
    onThread { [weak self] in
      var reader = RequestReader(connection: connection, number: number)
      while let self, self.serveOne(&reader, connection) {}
      guard let self else {
        close(connection)
        return
      }
      self.state.withLock {
        $0.connections.removeAll { $0 == connection }
        close(connection)
      }
    }
  }

  /// False when the connection is to be closed.
  private func serveOne(_ reader: inout RequestReader, _ connection: Int32) -> Bool {
    guard var request = reader.readHead() else { return false }
    if let reaction = early(request) {
      state.withLock { $0.aborted.append(request) }
      reaction.perform(on: connection)
      return false
    }
    guard let body = reader.readBody(of: request) else {
      state.withLock { $0.aborted.append(request) }
      return false
    }
    request.body = body
    state.withLock { $0.requests.append(request) }
    return script(request).perform(on: connection)
  }
}

package enum TestServerError: Error, Equatable {
  case cannotListen(Int32)
}

/// Runs `body` on a thread of its own.
private func onThread(_ body: @escaping @Sendable () -> Void) {
  final class Box: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
  var thread = pthread_t()
  let box = Unmanaged.passRetained(Box(body))
  let code = pthread_create(
    &thread, nil,
    { data in
      guard let data else { return nil }
      var all = sigset_t()
      sigfillset(&all)
      pthread_sigmask(SIG_BLOCK, &all, nil)
      Unmanaged<Box>.fromOpaque(data).takeRetainedValue().body()
      return nil
    }, box.toOpaque())
  if code == 0 { pthread_detach(thread) } else { box.release() }
}
