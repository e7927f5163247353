/// What an export wrote.
package struct ExportSummary: Sendable, Equatable {
  package internal(set) var chats = 0
  package internal(set) var messages = 0
  /// As the messages name them.
  package internal(set) var media = ChatSummary.Media()
  /// Distinct files in `media/`.
  package internal(set) var copiedFiles = 0
  /// Of the copied files.
  package internal(set) var copiedBytes: Int64 = 0
}

extension ExportSummary {
  mutating func count(_ chat: ChatSummary) {
    chats += 1
    messages += chat.messages
    media.present += chat.media.present
    media.missing += chat.media.missing
    media.omitted += chat.media.omitted
    media.bytes += chat.media.bytes
  }
}
