internal import CMicroHTTPD
internal import Files
internal import Glibc

/// A listening socket that only this machine can reach.
struct LoopbackListener: ~Copyable {
  let descriptor: Int32
  /// The port that was asked for, or the one that the system chose.
  let port: UInt16
  /// As it stands in a URL: `127.0.0.1`, `[::1]`.
  let hostInURL: String

  /// - Parameters:
  ///   - host: `localhost`, an address of 127.0.0.0/8, or `::1`. Names are not looked up.
  ///   - port: 0 for any free one.
  init(host: String, port: UInt16) throws(LocalInboxError) {
    let address = host == "localhost" ? "127.0.0.1" : host
    let isVersion6 = address == "::1" || address == "[::1]"
    guard isVersion6 || Self.isLoopback(version4: address) else { throw .notLoopback(host: host) }
    let hostInURL = isVersion6 ? "[::1]" : address

    let descriptor = socket(
      isVersion6 ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue),
      0)
    let name = "\(hostInURL):\(port)"
    guard descriptor >= 0 else {
      throw .cannotListen(address: name, reason: FilesError.words(of: errno))
    }
    var on: Int32 = 1
    // A restart need not wait for the connections of the last run to be forgotten.
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
    let bound =
      isVersion6
      ? Self.bind(descriptor, version6: port) : Self.bind(descriptor, address, version4: port)
    guard let bound, listen(descriptor, SOMAXCONN) == 0 else {
      let reason = FilesError.words(of: errno)
      close(descriptor)
      throw .cannotListen(address: name, reason: reason)
    }
    self.descriptor = descriptor
    self.port = bound
    self.hostInURL = hostInURL
  }

  deinit { close(descriptor) }

  /// Lets nobody connect any more.
  borrowing func stop() { shutdown(descriptor, Int32(SHUT_RDWR)) }

  /// Whether `address` is a dotted address of 127.0.0.0/8.
  static func isLoopback(version4 address: String) -> Bool {
    var parsed = in_addr()
    guard inet_pton(AF_INET, address, &parsed) == 1 else { return false }
    return UInt32(bigEndian: parsed.s_addr) >> 24 == 127
  }

  /// Whether the `Host` header of a request names this machine: a page of another site that made a browser look its
  /// name up to 127.0.0.1 names itself there.
  static func isLoopback(hostHeader: String) -> Bool {
    var host = hostHeader.prefix(300)
    if host.hasPrefix("[") {
      guard let end = host.firstIndex(of: "]") else { return false }
      let rest = host[host.index(after: end)...]
      return host[...end] == "[::1]" && (rest.isEmpty || isPort(rest))
    }
    if let colon = host.firstIndex(of: ":") {
      guard isPort(host[colon...]) else { return false }
      host = host[..<colon]
    }
    return host.lowercased() == "localhost" || isLoopback(version4: String(host))
  }

  private static func isPort(_ text: Substring) -> Bool {
    text.first == ":" && text.dropFirst().utf8.allSatisfy { (48...57).contains($0) }
  }

  /// The port; nil with `errno` set.
  private static func bind(_ descriptor: Int32, _ address: String, version4 port: UInt16) -> UInt16?
  {
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_port = port.bigEndian
    inet_pton(AF_INET, address, &name.sin_addr)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &name) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.bind(descriptor, $0, size) == 0 ? getsockname(descriptor, $0, &size) : -1
      }
    }
    return code == 0 ? UInt16(bigEndian: name.sin_port) : nil
  }

  private static func bind(_ descriptor: Int32, version6 port: UInt16) -> UInt16? {
    var name = sockaddr_in6()
    name.sin6_family = sa_family_t(AF_INET6)
    name.sin6_port = port.bigEndian
    name.sin6_addr = in6addr_loopback
    var size = socklen_t(MemoryLayout<sockaddr_in6>.size)
    let code = withUnsafeMutablePointer(to: &name) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.bind(descriptor, $0, size) == 0 ? getsockname(descriptor, $0, &size) : -1
      }
    }
    return code == 0 ? UInt16(bigEndian: name.sin6_port) : nil
  }
}
