internal import Glibc
internal import Synchronization

/// Stands before an inbox, passes requests on, and does harm on demand.
package final class InboxProxy: Sendable {
  package enum Harm: Sendable {
    /// The inbox never sees the request, the client no answer.
    case loseRequest
    /// The inbox acts, the client sees no answer.
    case loseAnswer
    /// The inbox never sees the request.
    case answer(Reaction)
    /// The inbox acts, the client sees this answer.
    case act(Reaction)
    /// The client sees another answer than the inbox gave; of the same length.
    case change(@Sendable (String) -> String)
  }

  private let state = Mutex<@Sendable (Request) -> Harm?>({ _ in nil })
  private let holder: Mutex<TestServer?>

  package var server: TestServer {
    guard let server = holder.withLock({ $0 }) else { preconditionFailure("no server") }
    return server
  }

  package init(before url: String) throws {
    holder = Mutex(nil)
    let port = UInt16(url.split(separator: ":").last ?? "") ?? 0
    let server = try TestServer { [weak self] request in
      let harm = self?.state.withLock { $0 }(request)
      switch harm {
      case .loseRequest: return .reset
      case .answer(let reaction): return reaction
      case .act(let reaction):
        _ = Self.forward(request, to: port)
        return reaction
      case .loseAnswer:
        _ = Self.forward(request, to: port)
        return .reset
      case .change(let change):
        return .raw(
          Array(change(String(decoding: Self.forward(request, to: port), as: UTF8.self)).utf8))
      case nil: return .raw(Self.forward(request, to: port))
      }
    }
    holder.withLock { $0 = server }
  }

  /// Asked for every request; nil passes it on.
  package func harm(_ rule: @escaping @Sendable (Request) -> Harm?) { state.withLock { $0 = rule } }

  /// How many requests were made with this method below this path.
  package func count(_ method: String, _ path: String = "/") -> Int {
    server.requests.count { $0.method == method && $0.path.hasPrefix(path) }
  }

  private static func forward(_ request: Request, to port: UInt16) -> [UInt8] {
    let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(connection) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isConnected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(connection, $0, size) == 0 }
    }
    guard isConnected else { return [] }
    var head = "\(request.method) \(request.target) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
    for header in request.headers
    where !["host", "connection"].contains(header.name.lowercased()) {
      head += "\(header.name): \(header.value)\r\n"
    }
    let bytes = Array((head + "Connection: close\r\n\r\n").utf8) + request.body
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        send(
          connection, $0.baseAddress?.advanced(by: sent), bytes.count - sent, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { break }
      sent += count
    }
    var answer: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(connection, &piece, piece.count, 0)
      guard count > 0 else { return answer }
      answer += piece[..<count]
    }
  }
}
