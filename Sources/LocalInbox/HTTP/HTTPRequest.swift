internal import CMicroHTTPD

/// The head of a request.
struct HTTPRequest {
  let method: String
  /// Percent escapes resolved.
  let path: String
  /// In the order of the URL, escapes resolved.
  let query: [(name: String, value: String)]
  let host: String?
  let authorization: String?
  /// The online platform's header.
  let apiAccessToken: String?
  let contentType: String?
  /// What the client says of its body, which is a claim.
  let contentLength: Int64?

  /// HEAD is answered like GET; the server leaves the body out.
  var isReading: Bool { method == "GET" || method == "HEAD" }

  /// The last value of a parameter, as Django takes it; nil where it is absent or empty.
  func parameter(_ name: String) -> String? {
    let value = query.last { $0.name == name }?.value
    return value?.isEmpty == true ? nil : value
  }

  /// The media type of the body in lower case, without its parameters.
  var mediaType: String {
    let type = contentType?.utf8.prefix { $0 != UInt8(ascii: ";") }
    return type.flatMap { String($0) }?.lowercased().filter { $0 != " " } ?? ""
  }
}

extension HTTPRequest {
  /// - Parameter connection: libmicrohttpd's; only read here.
  init(path: String, method: String, connection: OpaquePointer) {
    func header(_ name: String) -> String? {
      MHD_lookup_connection_value(connection, MHD_ValueKind.HEADER_KIND, name).map {
        String(cString: $0)
      }
    }
    self.method = method
    self.path = path
    host = header("Host")
    authorization = header("Authorization")
    apiAccessToken = header("api_access_token")
    contentType = header("Content-Type")
    contentLength = header("Content-Length").flatMap { Int64($0) }

    final class Pairs { var all: [(name: String, value: String)] = [] }
    let pairs = Pairs()
    MHD_get_connection_values_n(
      connection, MHD_ValueKind.GET_ARGUMENT_KIND,
      { context, _, name, nameSize, value, valueSize in
        guard let context else { return MHD_Result.NO }
        Unmanaged<Pairs>.fromOpaque(context).takeUnretainedValue().all.append(
          (text(name, nameSize), text(value, valueSize)))
        return MHD_Result.YES
      }, Unmanaged.passUnretained(pairs).toOpaque())
    query = pairs.all
  }
}

/// Whatever bytes a client sent, as valid text.
private func text(_ start: UnsafePointer<CChar>?, _ count: Int) -> String {
  let bytes = UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)
  return String(decoding: bytes, as: UTF8.self)
}
