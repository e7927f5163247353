/// A request as it arrived.
package struct Request: Sendable {
  package let method: String
  /// Path and query, as sent.
  package let target: String
  /// In order, names as sent.
  package let headers: [(name: String, value: String)]
  package internal(set) var body: [UInt8] = []
  /// Counts the server's connections from 1.
  package let connection: Int
  /// Counts the requests of the connection from 1.
  package let numberOnConnection: Int

  /// One that nobody sent, for tests of tests.
  package init(
    method: String, target: String, headers: [(name: String, value: String)], body: [UInt8]
  ) {
    self.init(
      method: method, target: target, headers: headers, body: body, connection: 0,
      numberOnConnection: 0)
  }

  init(
    method: String, target: String, headers: [(name: String, value: String)], body: [UInt8] = [],
    connection: Int, numberOnConnection: Int
  ) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
    self.connection = connection
    self.numberOnConnection = numberOnConnection
  }

  package var path: String { String(target.prefix { $0 != "?" }) }

  /// The decoded value of a query parameter.
  package func query(_ name: String) -> String? {
    let pairs = target.drop { $0 != "?" }.dropFirst().split(separator: "&")
    guard let pair = pairs.first(where: { $0.hasPrefix(name + "=") }) else { return nil }
    return Self.decoded(pair.dropFirst(name.count + 1))
  }

  /// The value of the only header of that name; nil where there is none or more than one.
  package func header(_ name: String) -> String? {
    let values = headers.filter { $0.name.lowercased() == name.lowercased() }
    return values.count == 1 ? values[0].value : nil
  }

  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = UInt8(String(rest.prefix(2)) ?? "", radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// A part of a `multipart/form-data` body.
package struct FormPart: Sendable, Equatable {
  package let name: String
  package let fileName: String?
  package let contentType: String?
  package let body: [UInt8]

  package init(name: String, fileName: String?, contentType: String?, body: [UInt8]) {
    self.name = name
    self.fileName = fileName
    self.contentType = contentType
    self.body = body
  }
}

extension Request {
  /// The parts of a form, read as strictly as RFC 7578 writes them; nil where it is none.
  package var form: [FormPart]? {
    guard let type = header("Content-Type"), type.hasPrefix("multipart/form-data; boundary=") else {
      return nil
    }
    let boundary = Array("--\(type.dropFirst("multipart/form-data; boundary=".count))".utf8)
    let lineEnd = Array("\r\n".utf8)
    var parts: [FormPart] = []
    var rest = body[...]
    guard rest.starts(with: boundary) else { return nil }
    rest = rest.dropFirst(boundary.count)
    while rest.starts(with: lineEnd) {
      rest = rest.dropFirst(2)
      guard let headEnd = rest.firstRange(of: Array("\r\n\r\n".utf8)),
        let partEnd = rest[headEnd.upperBound...].firstRange(of: lineEnd + boundary)
      else { return nil }
      let head = String(decoding: rest[..<headEnd.lowerBound], as: UTF8.self)
      let lines = head.split(separator: "\r\n")
      let disposition = lines.first { $0.lowercased().hasPrefix("content-disposition:") } ?? ""
      let contentType = lines.first { $0.lowercased().hasPrefix("content-type:") }
      parts.append(
        FormPart(
          name: Self.parameter("name", of: disposition) ?? "",
          fileName: Self.parameter("filename", of: disposition),
          contentType: contentType.map { String($0.dropFirst(13).drop { $0 == " " }) },
          body: Array(rest[headEnd.upperBound..<partEnd.lowerBound])))
      rest = rest[partEnd.upperBound...]
    }
    return rest.elementsEqual(Array("--\r\n".utf8)) ? parts : nil
  }

  private static func parameter(_ name: String, of line: Substring) -> String? {
    guard let start = line.firstRange(of: "; \(name)=\"")?.upperBound else { return nil }
    return String(line[start...].prefix { $0 != "\"" })
  }
}
