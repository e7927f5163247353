/// One request as the transport sends it.
struct Exchange: Sendable {
  enum Body: Sendable {
    case none
    /// JSON: `prefix`, then `stream` if there is one, then `suffix`.
    case json(prefix: [UInt8], stream: (any RequestBody)?, suffix: [UInt8])
    /// A form of one file.
    case file(MediaUpload, field: String)

    static func json(_ bytes: [UInt8]) -> Body { .json(prefix: bytes, stream: nil, suffix: []) }
  }

  enum Method: String, Sendable { case get = "GET", post = "POST", put = "PUT", delete = "DELETE" }

  /// Absolute; with the query.
  var url: String
  var method = Method.get
  var token: Secret?
  var tokenHeader = TokenHeader.token
  var body = Body.none
  /// Whether the server may execute it twice. If not, it goes out on a connection of its own, since
  /// libcurl sends a request again by itself when a reused connection turns out to be dead.
  var isRepeatable: Bool
  var accept = "application/json"
  /// Of the answer, decoded, in bytes.
  var answerLimit = 64 << 20
  /// Takes the bytes of an answer of status 200 in place of `Answer.body`.
  var receive: (@Sendable (UnsafeRawBufferPointer) throws -> Void)?
  var stallLimit: Duration = .seconds(60)
  /// For addresses on this machine, which no proxy can reach.
  var isLoopback: Bool
  /// Whether the host may have an address of a private network: not where a server elsewhere leads to it.
  var mayBePrivate = true
  /// A file of the authorities that may vouch for a server; nil: the system's.
  var authorities: String?
}

/// What came back, or why nothing did.
struct Answer: Sendable {
  enum Failure: Sendable, Equatable {
    /// libcurl's own words; `isConnecting`: not one byte of the request can have left.
    case connection(String, isConnecting: Bool, isPermanent: Bool, isTimeout: Bool)
    /// The request's body could not be read.
    case body(String)
    /// Whoever takes the answer failed.
    case receiver(String)
    /// More than is read of one, in words: its body (`Exchange.answerLimit`) or its headers.
    case tooLong(String)
    /// Every address of the host is one of a private network; see `Exchange.mayBePrivate`.
    case privateAddress
    case cancelled
  }

  var failure: Failure?
  /// Headers and body, in bytes.
  var bytesSent: Int64 = 0
  /// 0 where none came.
  var status = 0
  var headers = AnswerHeaders()
  var body: [UInt8] = []
  /// What `Exchange.receive` was given, in bytes.
  var bytesReceived: Int64 = 0
  /// Whether a redirect was followed to it.
  var isRedirected = false
  /// Who answered: the server, or the proxy before it.
  var peer: NetworkAddress?
}

/// The headers that matter.
struct AnswerHeaders: Sendable, Equatable {
  var contentType: String?
  var location: String?
  var retryAfter: String?
  var date: String?

  var isHTML: Bool { contentType?.lowercased().hasPrefix("text/html") ?? false }

  /// Takes a header line, line end included; a status line begins anew.
  mutating func take(_ line: UnsafeRawBufferPointer) {
    if line.starts(with: "HTTP/".utf8) {
      self = AnswerHeaders()
      return
    }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
    let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
    let value = String(
      decoding: line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }.prefix { $0 >= 0x20 },
      as: UTF8.self)
    switch name {
    case "content-type": contentType = value
    case "location": location = value
    case "retry-after": retryAfter = value
    case "date": date = value
    default: break
    }
  }
}
