internal import JSONText

extension ObjectList {
  static let templates = ObjectList(table: "template", keyMember: "name", showsID: false)
}

extension InboxService {
  /// Whether templates or settings are being fetched from WhatsApp: never, since there is none.
  func refreshStatus() -> HTTPResponse {
    .json(200) {
      $0.beginObject()
      $0.key("currently_refreshing")
      $0.bool(false)
      $0.endObject()
    }
  }
}
