internal import JSONText

extension InboxService {
  /// `POST /auth/token/`: the same token every time.
  func logIn(_ fields: Fields) throws(FieldErrors) -> HTTPResponse {
    var errors = FieldErrors()
    let user = fields.text("username", &errors)
    let password = fields.text("password", &errors)
    guard errors.isEmpty, let user, let password else { throw errors }
    guard user == Self.userName, TokenFile.areEqual(password, token) else {
      throw FieldErrors("non_field_errors", "Unable to log in with provided credentials.")
    }
    return .json(200) {
      $0.beginObject()
      $0.key("token")
      $0.string(token)
      $0.endObject()
    }
  }
}
