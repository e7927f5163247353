internal import JSONText
internal import SQLiteStore

extension InboxService {
  func writeUser(into json: inout JSONWriter) {
    json.beginObject()
    json.key("url")
    json.string("\(url)\(Self.root)users/1/")
    json.key("id")
    json.number(1)
    json.key("username")
    json.string(Self.userName)
    for key in ["first_name", "last_name", "email"] {
      json.key(key)
      json.string("")
    }
    json.key("profile")
    json.beginObject()
    json.key("role")
    json.string("app")
    json.key("is_available")
    json.bool(true)
    json.key("avatar")
    json.null()
    json.key("large_avatar")
    json.null()
    json.endObject()
    json.key("groups")
    json.beginArray()
    json.beginObject()
    json.key("id")
    json.number(1)
    json.key("name")
    json.string("App integration")
    json.endObject()
    json.endArray()
    json.key("permissions")
    json.beginObject()
    json.key("can_use_tags")
    json.bool(false)
    json.key("can_read_chats")
    json.string("all")
    json.key("can_write_to_chats")
    json.string("all")
    json.endObject()
    json.endObject()
  }

  func writeUsers(into json: inout JSONWriter) {
    json.beginObject()
    json.key("count")
    json.number(1)
    json.key("next")
    json.null()
    json.key("previous")
    json.null()
    json.key("results")
    json.beginArray()
    writeUser(into: &json)
    json.endArray()
    json.endObject()
  }

  /// Whether the store can be read.
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
