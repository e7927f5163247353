internal import JSONText

/// Receives `POST /auth/token/`: user and password as JSON or as a form.
final class LoginBody: BodyReceiver {
  private static let limitInBytes = 64 * 1024

  private let service: InboxService
  private let request: HTTPRequest
  private var form: FormReader?
  private var bytes: [UInt8] = []
  private var isTooLong = false
  private var fields: [String: [UInt8]] = [:]

  init(_ service: InboxService, _ request: HTTPRequest, _ connection: OpaquePointer) {
    self.service = service
    self.request = request
    if request.mediaType != "application/json" {
      form = FormReader(connection: connection) { [unowned self] piece, bytes in
        if fields.count > 16 { return }
        if piece.offset == 0 { fields[piece.name] = [] }
        fields[piece.name]?.append(contentsOf: bytes)
      }
    }
  }

  func take(_ piece: Span<UInt8>) {
    guard bytes.count + piece.count <= Self.limitInBytes else { return isTooLong = true }
    piece.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    form?.take(piece)
  }

  func finish() -> HTTPResponse {
    if isTooLong { return .reason(413, "A login is not longer than \(Self.limitInBytes) bytes.") }
    let given: (String) -> String?
    if request.mediaType == "application/json" {
      do throws(JSONError) {
        let json = try JSONValue(parsing: bytes)
        given = { json[$0]?.string }
      } catch {
        return .detail(400, "JSON parse error - \(error)")
      }
    } else {
      guard let form else { return service.unsupported(request) }
      // An url-encoded form's last field ends with the form.
      _ = form.finish()
      self.form = nil
      let fields = fields
      given = { fields[$0].map { String(decoding: $0, as: UTF8.self) } }
    }
    return answer(user: given("username"), password: given("password"))
  }

  private func answer(user: String?, password: String?) -> HTTPResponse {
    var errors = FieldErrors()
    for (field, value) in [("username", user), ("password", password)] {
      if value == nil { errors.add(field, "This field is required.") }
      if value == "" { errors.add(field, "This field may not be blank.") }
    }
    guard errors.isEmpty, let user, let password else { return errors.response }
    guard user == InboxService.userName, TokenFile.areEqual(password, service.token) else {
      return FieldErrors("non_field_errors", "Unable to log in with provided credentials.").response
    }
    return .json(200) {
      $0.beginObject()
      $0.key("token")
      $0.string(service.token)
      $0.endObject()
    }
  }
}
