internal import ChatRecords

/// Lines that the app wrote.
extension BodyReader {
  /// A line without an author: the words as printed.
  mutating func notice(_ bytes: Span<UInt8>, _ extent: Extent) -> MessageBody {
    var body = printed(.system, bytes, extent)
    body.isSystem = true
    return body
  }

  /// Events that only groups have, by the table's words for them.
  private static let groupEvents: Set<Substring> = [
    "created_this_group", "created_group_named", "you_created_group", "added", "added_you",
    "was_added", "you_were_added", "removed", "removed_you", "was_removed", "you_were_removed",
    "left", "you_left", "joined_link", "you_joined_link", "subject_changed",
    "subject_changed_from_to", "icon_changed", "icon_deleted", "description_changed",
    "you_are_admin", "you_are_not_admin", "group_ended", "e2e_group_old",
    "group_settings_changed", "invite_link_reset", "joined_community",
  ]

  /// Whether the notice that was just read is an event that only groups have.
  mutating func isGroupNotice() -> Bool {
    folded.removeAll(keepingCapacity: true)
    var end = min(words.count, Self.limit)
    while end > 0, end < words.count, words[end] & 0xC0 == 0x80 { end -= 1 }
    let words = words
    TextFold.append(words.span, from: 0, to: end, to: &folded)
    if let phrase = index.phrases[folded] {
      return phrase.category == .system && Self.groupEvents.contains(phrase.what)
    }
    guard let (pattern, _) = index.pattern(folded, in: [.system]) else { return false }
    return Self.groupEvents.contains(pattern.what)
  }
}
