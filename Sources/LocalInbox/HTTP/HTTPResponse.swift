internal import CMicroHTTPD
internal import Glibc
internal import JSONText

/// What a request is answered.
struct HTTPResponse {
  enum Body {
    case bytes([UInt8])
    /// The first `size` bytes of an open file, which the response closes.
    case file(descriptor: Int32, size: Int64)
  }

  var status: UInt32
  var headers: [(name: String, value: String)]
  var body: Body

  init(_ status: UInt32, type: String, _ body: Body) {
    self.status = status
    self.headers = [("Content-Type", type)]
    self.body = body
  }

  /// An answer in JSON.
  static func json(_ status: UInt32, _ write: (inout JSONWriter) throws -> Void) rethrows
    -> HTTPResponse
  {
    var writer = JSONWriter()
    try write(&writer)
    return HTTPResponse(status, type: "application/json", .bytes(writer.bytes))
  }

  /// `{"detail": …}`, the way in which the Inbox API says that a request as a whole is refused.
  static func detail(_ status: UInt32, _ words: String) -> HTTPResponse {
    json(status) {
      $0.beginObject()
      $0.key("detail")
      $0.string(words)
      $0.endObject()
    }
  }

  /// `{"reason": …}`, the way in which the Inbox API explains itself to people.
  static func reason(_ status: UInt32, _ words: String) -> HTTPResponse {
    json(status) {
      $0.beginObject()
      $0.key("reason")
      $0.string(words)
      $0.endObject()
    }
  }

  static let notFound = detail(404, "Not found.")

  /// What a deletion is answered.
  static var noContent: HTTPResponse {
    var response = HTTPResponse(204, type: "", .bytes([]))
    response.headers = []
    return response
  }

  func adding(_ name: String, _ value: String) -> HTTPResponse {
    var response = self
    response.headers.append((name, value))
    return response
  }

  /// Hands the answer to libmicrohttpd.
  func queue(on connection: OpaquePointer) -> MHD_Result {
    let response: OpaquePointer? =
      switch body {
      case .bytes(var bytes):
        bytes.withUnsafeMutableBytes {
          MHD_create_response_from_buffer(
            $0.count, $0.baseAddress, MHD_ResponseMemoryMode.RESPMEM_MUST_COPY)
        }
      case .file(let descriptor, let size):
        MHD_create_response_from_fd64(UInt64(size), descriptor)
      }
    guard let response else {
      if case .file(let descriptor, _) = body { close(descriptor) }
      return MHD_Result.NO
    }
    defer { MHD_destroy_response(response) }
    for header in headers { MHD_add_response_header(response, header.name, header.value) }
    return MHD_queue_response(connection, status, response)
  }
}
