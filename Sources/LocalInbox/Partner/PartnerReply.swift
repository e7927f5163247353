internal import JSONText

/// What the partner endpoints answer: always status 200, and in the body whether it worked.
enum PartnerReply {
  /// Why a request failed, by the vendor's numbers.
  enum Reason: Int64, Error {
    /// No JSON object, or a field that the page does not let pass.
    case notUnderstood = 2
    case tokenUnknown = 3
    case numberWrong = 4
    case methodWrong = 13
    case accountWrong = 33
    case serverWrong = 34
    case inboxWrong = 47
  }

  static func success(_ write: (inout JSONWriter) throws -> Void) rethrows -> HTTPResponse {
    try HTTPResponse.json(200) { json in
      json.beginObject()
      json.key("status")
      json.string("OK")
      json.key("reason")
      json.number(1)
      try write(&json)
      json.endObject()
    }
  }

  static func failure(_ reason: Reason) -> HTTPResponse {
    .json(200) { json in
      json.beginObject()
      json.key("status")
      json.string("FAIL")
      json.key("reason")
      json.number(reason.rawValue)
      json.endObject()
    }
  }
}
