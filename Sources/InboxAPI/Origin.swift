internal import CCurl

/// Scheme, host and port of a server, read by the same parser that later connects to it.
struct Origin: Sendable, Equatable {
  let scheme: String
  /// Lower case; an IPv6 address in brackets.
  let host: String
  let port: Int

  /// Without a slash at the end; the port only where it is not the scheme's own.
  var text: String {
    let isUsual = port == (scheme == "https" ? 443 : 80)
    return "\(scheme)://\(host)" + (isUsual ? "" : ":\(port)")
  }

  /// 127.0.0.0/8, ::1 or localhost.
  var isLoopback: Bool {
    if host == "localhost" || host == "[::1]" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }

  /// Reads the address of an inbox: an origin, with or without a slash, and nothing more.
  ///
  /// - Throws: `APIError.invalidURL`.
  init(inboxURL text: String) throws(APIError) {
    guard let url = ParsedURL(text) else {
      throw .invalidURL(reason: "it is not a URL")
    }
    guard url.scheme == "https" || url.scheme == "http" else {
      throw .invalidURL(reason: "its scheme is not https")
    }
    guard !url.hasUser else { throw .invalidURL(reason: "it holds a user or a password") }
    guard !url.hasQuery else { throw .invalidURL(reason: "it holds a query or a fragment") }
    guard url.path.isEmpty || url.path == "/" else {
      throw .invalidURL(reason: "it holds a path, which chatferry adds itself")
    }
    guard let origin = url.origin else { throw .invalidURL(reason: "it has no usable host") }
    guard origin.scheme == "https" || origin.isLoopback else {
      throw .invalidURL(reason: "http would send the token unprotected over the network")
    }
    self = origin
  }

  init(scheme: String, host: String, port: Int) {
    self.scheme = scheme
    self.host = host
    self.port = port
  }

  /// Where a redirect leads: an absolute URL of the same origin; nil if it leads anywhere else.
  func redirect(from url: String, to location: String) -> String? {
    guard let target = ParsedURL(url, then: location), !target.hasUser, target.origin == self else {
      return nil
    }
    return target.text
  }

  /// The path of a link to this host, by whichever scheme: servers write `http` for themselves. nil for any other
  /// host or port, and for whatever is no URL of the web.
  func path(of link: String) -> String? {
    guard let url = ParsedURL(link), !url.hasUser, let other = url.origin, other.host == host,
      other.scheme == "https" || other.scheme == "http"
    else { return nil }
    let isPlain = { (origin: Origin) in origin.port == (origin.scheme == "https" ? 443 : 80) }
    guard other.port == port || isPlain(other) && isPlain(self) else { return nil }
    return url.path
  }

  /// Where a file may be fetched without the token: by https anywhere, but on this machine only for a server that is on it
  /// itself. This server's own addresses are taken for its own scheme, since servers write `http` for themselves.
  ///
  /// - Parameter url: what `link` is relative to, as in a redirect; nil: this server.
  func download(_ link: String, from url: String? = nil) -> (url: String, isLoopback: Bool)? {
    guard !link.isEmpty, let parsed = ParsedURL(url ?? text + "/", then: link), !parsed.hasUser,
      let target = parsed.origin
    else { return nil }
    if target.host == host, scheme == "https", target.scheme == "http", target.port == 80 {
      guard port == 443, let secure = parsed.text(withScheme: "https") else { return nil }
      return (secure, isLoopback)
    }
    let isAllowed = target.isLoopback ? isLoopback : target.scheme == "https"
    guard isAllowed, target.scheme == "https" || target.scheme == "http", let text = parsed.text
    else { return nil }
    return (text, target.isLoopback)
  }

  /// Scheme, host and port of an address: what may be shown of it.
  static func text(of link: String) -> String { ParsedURL(link)?.origin?.text ?? "(no address)" }

  /// The last part of an address's path, without percent-encoding; nil where there is none.
  static func lastName(in link: String) -> String? {
    let path = link.prefix { $0 != "?" && $0 != "#" }
    guard let slash = path.lastIndex(of: "/") else { return nil }
    let name = decode(path[path.index(after: slash)...])
    return name.isEmpty ? nil : name
  }

  /// `text` with its percent-encoding resolved.
  static func decode(_ text: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"),
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `text` with everything percent-encoded that is not unreserved (RFC 3986, section 2.3).
  static func encode(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        encoded += byte < 16 ? "%0" : "%"
        encoded += String(byte, radix: 16, uppercase: true)
      }
    }
    return encoded
  }
}

/// A URL in libcurl's own parser.
private final class ParsedURL {
  private let handle: OpaquePointer

  /// `location` is resolved against `text` where given.
  init?(_ text: String, then location: String? = nil) {
    guard let handle = curl_url() else { return nil }
    self.handle = handle
    guard !text.utf8.contains(0),
      curl_url_set(handle, CURLUPART_URL, text, UInt32(CURLU_NON_SUPPORT_SCHEME)) == CURLUE_OK
    else { return nil }
    if let location {
      guard !location.utf8.contains(0),
        curl_url_set(handle, CURLUPART_URL, location, 0) == CURLUE_OK
      else { return nil }
    }
  }

  deinit { curl_url_cleanup(handle) }

  private func part(_ part: CURLUPart, _ flags: UInt32 = 0) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard curl_url_get(handle, part, &text, flags) == CURLUE_OK, let text else { return nil }
    defer { curl_free(text) }
    return String(cString: text)
  }

  var text: String? { part(CURLUPART_URL) }

  /// The same address under another scheme, at that scheme's own port.
  func text(withScheme scheme: String) -> String? {
    guard curl_url_set(handle, CURLUPART_SCHEME, scheme, 0) == CURLUE_OK,
      curl_url_set(handle, CURLUPART_PORT, nil, 0) == CURLUE_OK
    else { return nil }
    return text
  }

  var scheme: String { part(CURLUPART_SCHEME)?.lowercased() ?? "" }
  var path: String { part(CURLUPART_PATH) ?? "" }
  var hasUser: Bool { part(CURLUPART_USER) != nil || part(CURLUPART_PASSWORD) != nil }
  var hasQuery: Bool { part(CURLUPART_QUERY) != nil || part(CURLUPART_FRAGMENT) != nil }

  var origin: Origin? {
    guard let host = part(CURLUPART_HOST)?.lowercased(), !host.isEmpty,
      host.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }),
      part(CURLUPART_ZONEID) == nil,
      let port = part(CURLUPART_PORT, UInt32(CURLU_DEFAULT_PORT)).flatMap({ Int($0) })
    else { return nil }
    return Origin(scheme: scheme, host: host, port: port)
  }
}
