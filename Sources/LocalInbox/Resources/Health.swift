internal import JSONText
internal import SQLiteStore

extension InboxService {
  /// `GET /status/health/`: whether the store can be read.
  func health() throws -> HTTPResponse {
    try store.read { _ = try $0.schemaVersion() }
    return .json(200) {
      $0.beginArray()
      $0.beginObject()
      $0.key("check_name")
      $0.string("store")
      $0.key("is_ok")
      $0.bool(true)
      $0.key("message")
      $0.string("")
      $0.endObject()
      $0.endArray()
    }
  }
}
