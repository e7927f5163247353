/// The header by which a server wants to see the token.
package enum TokenHeader: String, Sendable, CaseIterable {
  /// `Authorization: Token …`, Django REST Framework's way.
  case token
  /// `Authorization: Bearer …` (RFC 6750).
  case bearer
  /// `api_access_token: …`, Chatwoot's way.
  case apiAccessToken = "api_access_token"

  func line(_ token: Secret) -> String {
    switch self {
    case .token: "Authorization: Token \(token.value)"
    case .bearer: "Authorization: Bearer \(token.value)"
    case .apiAccessToken: "api_access_token: \(token.value)"
    }
  }
}
