internal import JSONText

/// The fields of a body: the members of a JSON object, or of a form, in which every value is a text.
struct Fields {
  let json: JSONValue

  /// - Throws: `FieldErrors` where the body is no object.
  init(_ json: JSONValue) throws(FieldErrors) {
    guard json.isObject else {
      throw FieldErrors(
        "non_field_errors", "Invalid data. Expected a dictionary, but got \(json.typeName).")
    }
    self.json = json
  }

  subscript(name: String) -> JSONValue? { json[name] }
}

/// Receives a body of fields and answers with what the handler makes of them.
final class FieldsBody: BodyReceiver {
  static let limitInBytes = 1024 * 1024
  private static let mostFields = 64

  private let service: InboxService
  private let request: HTTPRequest
  private let answer: (Fields) throws -> HTTPResponse
  private var form: FormReader?
  private var bytes: [UInt8] = []
  private var size = 0
  private var parts: [(name: String, value: [UInt8])] = []

  init(
    _ service: InboxService, _ request: HTTPRequest, _ connection: OpaquePointer,
    _ answer: @escaping (Fields) throws -> HTTPResponse
  ) {
    self.service = service
    self.request = request
    self.answer = answer
    guard !isJSON else { return }
    form = FormReader(connection: connection) { [unowned self] piece, bytes in
      if piece.offset == 0 {
        guard parts.count < Self.mostFields else { return }
        parts.append((piece.name, []))
      }
      guard let last = parts.indices.last, parts[last].name == piece.name else { return }
      parts[last].value.append(contentsOf: bytes)
    }
  }

  /// A request without a body has no fields, whatever its type.
  private var isJSON: Bool { request.mediaType == "application/json" }

  func take(_ piece: Span<UInt8>) {
    size += piece.count
    guard size <= Self.limitInBytes else { return bytes = [] }
    if let form {
      form.take(piece)
    } else {
      piece.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    }
  }

  func finish() -> HTTPResponse {
    if size > Self.limitInBytes {
      return .reason(413, "A body here may be \(Self.limitInBytes) bytes long.")
    }
    if size > 0, !isJSON, form == nil { return service.unsupported(request) }
    // An url-encoded form's last field ends with the form.
    _ = form?.finish()
    form = nil
    do throws(JSONError) {
      let json = try JSONValue(parsing: isJSON && size > 0 ? bytes : formAsJSON())
      return service.answering { try answer(Fields(json)) }
    } catch {
      return .detail(400, "JSON parse error - \(error)")
    }
  }

  /// Of equal names the last counts, as in Django.
  private func formAsJSON() -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    for part in parts.reversed() {
      json.key(part.name)
      json.string(String(decoding: part.value, as: UTF8.self))
    }
    json.endObject()
    return json.bytes
  }
}
