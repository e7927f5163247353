internal import JSONText

/// A path of 99digital's Partner API, which takes one method only.
struct PartnerRoute: Sendable {
  let path: String
  let method: String
  let answer: @Sendable (InboxService, JSONValue) throws -> HTTPResponse

  static let table: [PartnerRoute] = [
    PartnerRoute(path: "/api/whatsapp/getWhatsApp", method: "GET") { service, _ in
      try service.getWhatsApp()
    },
    PartnerRoute(path: "/api/online/createInbox", method: "POST") { service, body in
      try service.createInbox(body)
    },
    PartnerRoute(path: "/api/online/deleteInbox", method: "DELETE") { service, body in
      try service.deleteInbox(body)
    },
  ]

  /// nil for a path that the interface does not have.
  static func find(_ path: String) -> PartnerRoute? { table.first { $0.path == path } }
}

extension InboxService {
  /// Decides on the head of a partner's request who takes its body.
  func receive(_ request: HTTPRequest, on route: PartnerRoute) -> any BodyReceiver {
    let words = (request.authorization ?? "").split(separator: " ")
    guard words.count == 2, words[0].lowercased() == "bearer",
      TokenFile.areEqual(String(words[1]), token)
    else { return IgnoredBody(PartnerReply.failure(.tokenUnknown)) }
    guard request.method == route.method else {
      return IgnoredBody(PartnerReply.failure(.methodWrong))
    }
    return PartnerBody(self, route)
  }
}

/// Receives the JSON object of a partner's request; a request without a body has an empty one.
final class PartnerBody: BodyReceiver {
  private let service: InboxService
  private let route: PartnerRoute
  private var bytes: [UInt8] = []
  private var isTooLong = false

  init(_ service: InboxService, _ route: PartnerRoute) {
    self.service = service
    self.route = route
  }

  func take(_ piece: Span<UInt8>) {
    isTooLong = isTooLong || bytes.count + piece.count > FieldsBody.limitInBytes
    if !isTooLong { piece.withUnsafeBufferPointer { bytes.append(contentsOf: $0) } }
  }

  func finish() -> HTTPResponse {
    let text = bytes.isEmpty ? Array("{}".utf8) : bytes
    guard !isTooLong, let body = try? JSONValue(parsing: text), body.isObject else {
      return PartnerReply.failure(.notUnderstood)
    }
    return service.answering {
      do {
        return try route.answer(service, body)
      } catch let reason as PartnerReply.Reason {
        return PartnerReply.failure(reason)
      }
    }
  }
}
