extension JSONValue {
  /// The value written in one way only: members in the order of their names' bytes, no spaces, no escape that is not
  /// needed. Numbers stay as they are.
  package var canonical: String {
    var json = JSONWriter()
    writeCanonical(to: &json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// The members of an object by the bytes of their names; equal names keep their order. nil for anything else.
  package var sortedMembers: [(key: String, value: JSONValue)]? {
    members?.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }

  private func writeCanonical(to json: inout JSONWriter) {
    if let members = sortedMembers {
      json.beginObject()
      for (key, value) in members {
        json.key(key)
        value.writeCanonical(to: &json)
      }
      json.endObject()
    } else if let items = array {
      json.beginArray()
      for item in items { item.writeCanonical(to: &json) }
      json.endArray()
    } else if let text = string {
      json.string(text)
    } else {
      json.raw(Array(raw).span)
    }
  }
}
