import Foundation
import Glibc

/// A small HTTP/1.1 client on a bare socket, so that a test sends exactly the bytes it means.
final class RawClient {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  struct Answer {
    let status: Int
    let headers: [(name: String, value: String)]
    let body: [UInt8]

    func header(_ name: String) -> String? {
      headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    var text: String { String(decoding: body, as: UTF8.self) }

    var json: Any? {
      try? JSONSerialization.jsonObject(with: Data(body), options: .fragmentsAllowed)
    }

    var object: [String: Any] { json as? [String: Any] ?? [:] }

    var results: [[String: Any]] { object["results"] as? [[String: Any]] ?? [] }
  }

  private let descriptor: Int32
  private var received: [UInt8] = []

  /// - Parameter url: `http://127.0.0.1:PORT`.
  init(_ url: String) throws {
    guard let parts = URLComponents(string: url), let port = parts.port, let host = parts.host
    else {
      throw Failure(description: "no URL: \(url)")
    }
    let isVersion6 = host.contains(":")
    descriptor = socket(
      isVersion6 ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var limit = timeval(tv_sec: 60, tv_usec: 0)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      setsockopt(
        descriptor, SOL_SOCKET, option, &limit, socklen_t(MemoryLayout<timeval>.size))
    }
    var code: Int32 = -1
    if isVersion6 {
      var name = sockaddr_in6()
      name.sin6_family = sa_family_t(AF_INET6)
      name.sin6_port = UInt16(port).bigEndian
      name.sin6_addr = in6addr_loopback
      code = withUnsafePointer(to: &name) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in6>.size))
        }
      }
    } else {
      var name = sockaddr_in()
      name.sin_family = sa_family_t(AF_INET)
      name.sin_port = UInt16(port).bigEndian
      inet_pton(AF_INET, host, &name.sin_addr)
      code = withUnsafePointer(to: &name) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
    }
    guard code == 0 else {
      let reason = String(cString: strerror(errno))
      close(descriptor)
      throw Failure(description: "connect: \(reason)")
    }
  }

  deinit { close(descriptor) }

  func send(_ text: String) throws { try send(Array(text.utf8)) }

  func send(_ bytes: [UInt8]) throws {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.send(
          descriptor, $0.baseAddress?.advanced(by: done), bytes.count - done,
          Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else {
        throw Failure(description: "send: \(String(cString: strerror(errno)))")
      }
      done += count
    }
  }

  /// Reads one answer; the connection stays usable.
  func receive(toHead: Bool = false) throws -> Answer {
    while true {
      let answer = try receiveAny(toHead: toHead)
      if answer.status != 100 { return answer }
    }
  }

  func receiveAny(toHead: Bool = false) throws -> Answer {
    var end: Int?
    while true {
      end = received.indices.dropLast(3).first {
        received[$0] == 13 && received[$0 + 1] == 10 && received[$0 + 2] == 13
          && received[$0 + 3] == 10
      }
      if end != nil { break }
      try readMore()
    }
    let head = String(decoding: received[..<(end ?? 0)], as: UTF8.self)
    received.removeFirst((end ?? 0) + 4)
    var lines = head.components(separatedBy: "\r\n")
    let words = lines.removeFirst().split(separator: " ")
    guard words.count > 1, let status = Int(words[1]) else {
      throw Failure(description: "no HTTP: \(head.prefix(80))")
    }
    let headers = lines.map { line in
      let colon = line.firstIndex(of: ":") ?? line.endIndex
      return (
        name: String(line[..<colon]),
        value: line[colon...].dropFirst().trimmingCharacters(in: .whitespaces)
      )
    }
    let length = headers.first { $0.name.lowercased() == "content-length" }.flatMap {
      Int($0.value)
    }
    let wanted = status == 100 || toHead ? 0 : length ?? 0
    while received.count < wanted { try readMore() }
    let body = Array(received.prefix(wanted))
    received.removeFirst(wanted)
    return Answer(status: status, headers: headers, body: body)
  }

  private func readMore() throws {
    var buffer = [UInt8](repeating: 0, count: 256 * 1024)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    guard count > 0 else {
      throw Failure(description: "the connection ended after \(received.count) bytes")
    }
    received.append(contentsOf: buffer[..<count])
  }
}
