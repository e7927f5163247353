internal import CMicroHTTPD
internal import Dispatch
internal import Glibc
internal import Synchronization

/// Takes what arrives of a request's body, then answers.
protocol BodyReceiver: AnyObject {
  /// Called for each piece of the body. Errors are kept for `finish`: the rest of the body is read anyway, since a
  /// client that is cut off while it sends never sees the answer.
  func take(_ bytes: Span<UInt8>)
  func finish() -> HTTPResponse
}

/// A body that nobody wants; the answer stands already.
final class IgnoredBody: BodyReceiver {
  private let response: HTTPResponse
  init(_ response: HTTPResponse) { self.response = response }
  func take(_ bytes: Span<UInt8>) {}
  func finish() -> HTTPResponse { response }
}

/// libmicrohttpd around an `InboxService`: one thread for each connection.
final class HTTPServer: Sendable {
  /// More callers than that wait in the listening socket's queue.
  private static let connectionLimit: UInt32 = 256
  /// Half of it is read into, so that large uploads come in large pieces.
  private static let memoryOfAConnectionInBytes = 256 * 1024
  /// Of silence.
  private static let timeoutInSeconds: UInt32 = 120
  /// How long `stop` waits for requests that are being answered.
  private static let patienceOfStopInSeconds = 30

  private let service: InboxService
  private let listener: LoopbackListener
  /// libmicrohttpd's handle.
  ///
  /// Unchecked: it is used only behind the lock of `daemon`.
  private struct Daemon: @unchecked Sendable {
    let handle: OpaquePointer
  }

  /// nil once stopped.
  private let daemon = Mutex<Daemon?>(nil)
  private let openRequests = DispatchGroup()
  private let isStopping = Atomic<Bool>(false)

  /// Starts to answer at once.
  init(_ service: InboxService, on listener: consuming LoopbackListener) throws(LocalInboxError) {
    self.service = service
    self.listener = listener
    let handle = shim_start(
      self.listener.descriptor, handleRequest, forgetRequest,
      Unmanaged.passUnretained(self).toOpaque(),
      Self.connectionLimit, Self.memoryOfAConnectionInBytes, Self.timeoutInSeconds)
    guard let handle else {
      throw .cannotListen(
        address: "\(self.listener.hostInURL):\(self.listener.port)",
        reason: "the HTTP server did not start")
    }
    let started = Daemon(handle: handle)
    daemon.withLock { $0 = started }
  }

  deinit { stop() }

  /// Takes no new connection, lets requests that are being answered come to their end, and closes the rest.
  func stop() {
    isStopping.store(true, ordering: .releasing)
    daemon.withLock {
      guard let handle = $0?.handle else { return }
      MHD_quiesce_daemon(handle)
      listener.stop()
      _ = openRequests.wait(timeout: .now() + .seconds(Self.patienceOfStopInSeconds))
      MHD_stop_daemon(handle)
      $0 = nil
    }
  }

  fileprivate func begin(_ request: HTTPRequest, _ connection: OpaquePointer) -> any BodyReceiver {
    openRequests.enter()
    if isStopping.load(ordering: .acquiring) {
      return IgnoredBody(
        .detail(503, "The local inbox is being stopped.").adding("Connection", "close"))
    }
    return service.receive(request, connection)
  }

  fileprivate func end() { openRequests.leave() }
}

/// What libmicrohttpd keeps for one request.
private final class Exchange {
  let receiver: any BodyReceiver
  var isAnswered = false
  init(_ receiver: any BodyReceiver) { self.receiver = receiver }
}

/// libmicrohttpd calls this once for the head, once for each piece of the body, once at its end.
private func handleRequest(
  context: UnsafeMutableRawPointer?, connection: OpaquePointer?, path: UnsafePointer<CChar>?,
  method: UnsafePointer<CChar>?, version: UnsafePointer<CChar>?, data: UnsafePointer<CChar>?,
  size: UnsafeMutablePointer<Int>?, slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
  guard let context, let connection, let path, let method, let size, let slot else {
    return MHD_Result.NO
  }
  guard let known = slot.pointee else {
    let server = Unmanaged<HTTPServer>.fromOpaque(context).takeUnretainedValue()
    let request = HTTPRequest(
      path: String(cString: path), method: String(cString: method), connection: connection)
    let exchange = Exchange(server.begin(request, connection))
    slot.pointee = Unmanaged.passRetained(exchange).toOpaque()
    // A client that asks before it sends is answered before it sends.
    guard exchange.receiver is IgnoredBody, asksBeforeSending(connection) else {
      return MHD_Result.YES
    }
    return exchange.receiver.finish().queue(on: connection)
  }
  let exchange = Unmanaged<Exchange>.fromOpaque(known).takeUnretainedValue()
  guard size.pointee == 0 else {
    let bytes = UnsafeBufferPointer(
      start: data.map { UnsafeRawPointer($0).assumingMemoryBound(to: UInt8.self) },
      count: size.pointee)
    exchange.receiver.take(bytes.span)
    size.pointee = 0
    return MHD_Result.YES
  }
  guard !exchange.isAnswered else { return MHD_Result.YES }
  exchange.isAnswered = true
  return exchange.receiver.finish().queue(on: connection)
}

private func asksBeforeSending(_ connection: OpaquePointer) -> Bool {
  guard let value = MHD_lookup_connection_value(connection, MHD_ValueKind.HEADER_KIND, "Expect")
  else {
    return false
  }
  return String(cString: value).lowercased() == "100-continue"
}

/// Called for every request whose head was handled, however it ended.
private func forgetRequest(
  context: UnsafeMutableRawPointer?, connection: OpaquePointer?,
  slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, code: MHD_RequestTerminationCode
) {
  guard let context, let slot, let known = slot.pointee else { return }
  slot.pointee = nil
  Unmanaged<Exchange>.fromOpaque(known).release()
  Unmanaged<HTTPServer>.fromOpaque(context).takeUnretainedValue().end()
}
