/// Why a text is not JSON that chatferry accepts.
package enum JSONError: Error, Equatable, Sendable {
  /// `byteOffset` is 0 where the text as a whole is refused.
  case invalid(reason: String, byteOffset: Int)
}

extension JSONError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .invalid(let reason, let byteOffset):
      "not valid JSON at byte \(byteOffset): \(reason); check that the server answers with JSON"
    }
  }
}
