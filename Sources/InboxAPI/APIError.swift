/// Why a request did not succeed.
package enum APIError: Error, Equatable, Sendable {
  case unreachable(url: String, reason: String)

  /// What is known of the request's effect on the server; all that retry and reconciliation read.
  package enum Outcome: Sendable { case notExecuted, refused, unknown }
  package var outcome: Outcome { fatalError() }
}
