internal import JSONText

extension InboxMessage {
  /// Every file that the message names: its own, and those in the header of a template or of buttons.
  package var allMedia: [Media] {
    var found: [Media] = []
    if let payload { Self.collect(in: payload, into: &found) }
    return found
  }

  private static func collect(in value: JSONValue, into found: inout [Media]) {
    if let members = value.members {
      for (key, member) in members {
        if mediaTypes.contains(key), member["id"] != nil || member["link"] != nil {
          found.append(Media(type: key, json: member))
        } else {
          collect(in: member, into: &found)
        }
      }
    } else if let items = value.array {
      for item in items { collect(in: item, into: &found) }
    }
  }
}
