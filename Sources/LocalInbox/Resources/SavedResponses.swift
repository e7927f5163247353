internal import Glibc
internal import JSONText

extension ObjectList {
  static let savedResponses = ObjectList(
    table: "saved_response",
    fields: [Field(name: "text", kind: .text(longest: .max))],
    stamp: { json in
      json.key("created_by")
      json.string(InboxService.userName)
      json.key("timestamp")
      json.number(Int64(time(nil)))
    },
    wanted: { request -> Test? in
      guard let phrase = request.parameter("text") else { return nil }
      return { $0["text"]?.contains(phrase) == true }
    })
}
