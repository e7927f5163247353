/// Field names of createChatImport's items, which no published page gives.
package struct ImportProfile: Sendable, Equatable {
  package var participantName = "name"
  package var participantNumber = "wa_id"
  package var mediaName = "filename"
  package var mediaReference = "id"
  /// Whether `mediaReference` holds the id or the URL that createMediaFile gave.
  package var mediaReferenceIsURL = false

  package init() {}

  /// What `init(_:)` takes, for messages about a text it does not take.
  package static let grammar = """
    default, or a comma-separated list of participant_name=KEY, participant_number=KEY, \
    media_name=KEY, media_id=KEY or media_url=KEY
    """

  /// Reads a profile as the configuration names it: `default`, or the fields that differ from it, as in
  /// `participant_number=phone_number,media_url=file`. nil for anything else.
  package init?(_ text: String) {
    if text == "default" { return }
    for setting in text.split(separator: ",", omittingEmptySubsequences: false) {
      let parts = setting.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2 else { return nil }
      let key = String(parts[1].trimmed)
      guard !key.isEmpty, key.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
      switch parts[0].trimmed {
      case "participant_name": participantName = key
      case "participant_number": participantNumber = key
      case "media_name": mediaName = key
      case "media_id": (mediaReference, mediaReferenceIsURL) = (key, false)
      case "media_url": (mediaReference, mediaReferenceIsURL) = (key, true)
      default: return nil
      }
    }
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return text
  }
}
