internal import Glibc

/// What the server does with a request.
package enum Reaction: Sendable {
  /// A whole answer; `Content-Length` is added unless `headers` give it.
  case answer(Int, headers: [(name: String, value: String)] = [], body: [UInt8])
  /// A whole answer, then the connection is closed although nothing said so.
  case answerAndClose(Int, headers: [(name: String, value: String)] = [], body: [UInt8])
  /// Exactly these bytes, then the connection is closed.
  case raw([UInt8])
  /// Closes without an answer.
  case close
  /// Resets the connection.
  case reset
  /// `bytes` one at a time, with a pause of so many milliseconds, then the connection is closed.
  case drip([UInt8], milliseconds: UInt32)
  /// `start`, then `piece` again and again, until the client ends the connection.
  case flood([UInt8], piece: [UInt8])
  /// Waits for the client, or for `stop`, to end the connection.
  case hang

  package static func json(
    _ text: String, status: Int = 200, headers: [(name: String, value: String)] = []
  ) -> Reaction {
    .answer(
      status, headers: [("Content-Type", "application/json")] + headers, body: Array(text.utf8))
  }

  package static func status(
    _ status: Int, _ headers: [(name: String, value: String)] = [], _ text: String = ""
  ) -> Reaction {
    .answer(status, headers: headers, body: Array(text.utf8))
  }

  /// False when the connection is to be closed.
  @discardableResult
  func perform(on connection: Int32) -> Bool {
    switch self {
    case .answer(let status, let headers, let body):
      return send(Self.bytes(status, headers, body), connection)
    case .answerAndClose(let status, let headers, let body):
      _ = send(Self.bytes(status, headers, body), connection)
      drain(connection)
    case .raw(let bytes):
      _ = send(bytes, connection)
      drain(connection)
    case .close: break
    case .reset:
      var linger = linger(l_onoff: 1, l_linger: 0)
      setsockopt(
        connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
    case .drip(let bytes, let milliseconds):
      for byte in bytes {
        guard send([byte], connection) else { break }
        usleep(milliseconds * 1000)
      }
    case .flood(let start, let piece):
      guard send(start, connection) else { break }
      while send(piece, connection) {}
    case .hang: drain(connection)
    }
    return false
  }

  private static func bytes(
    _ status: Int, _ headers: [(name: String, value: String)], _ body: [UInt8]
  ) -> [UInt8] {
    var head = "HTTP/1.1 \(status) Scripted\r\n"
    for header in headers { head += "\(header.name): \(header.value)\r\n" }
    if !headers.contains(where: { $0.name.lowercased() == "content-length" }) {
      head += "Content-Length: \(body.count)\r\n"
    }
    return Array((head + "\r\n").utf8) + body
  }

  private func send(_ bytes: [UInt8], _ connection: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        let rest = UnsafeRawBufferPointer(rebasing: $0[sent...])
        return Glibc.send(connection, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// Half-closes and reads on until the client has closed, so that no reset overtakes what was sent.
  private func drain(_ connection: Int32) {
    if case .hang = self {} else { shutdown(connection, Int32(SHUT_WR)) }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while recv(connection, &buffer, buffer.count, 0) > 0 {}
  }
}
