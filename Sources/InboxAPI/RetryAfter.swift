internal import CCurl

/// The `Retry-After` header (RFC 9110, section 10.2.3).
enum RetryAfter {
  /// How long the server asks to wait; nil where it does not say, or says nothing that makes sense.
  ///
  /// A date is measured against the answer's own `Date`, so that neither clock has to be right.
  static func wait(_ headers: AnswerHeaders) -> Duration? {
    guard let text = headers.retryAfter, !text.isEmpty else { return nil }
    if text.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) {
      // More digits than fit is a long wait, not none.
      return .seconds(min(Int64(text) ?? .max, 1_000_000_000_000))
    }
    guard text.utf8.contains(UInt8(ascii: ":")), let date = headers.date else { return nil }
    let until = curl_getdate(text, nil)
    let now = curl_getdate(date, nil)
    guard until >= 0, now >= 0, until >= now else { return nil }
    return .seconds(until - now)
  }
}
