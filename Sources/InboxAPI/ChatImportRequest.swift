internal import JSONText

/// createChatImport's request, but for the text, which is streamed.
package struct ChatImportRequest: Sendable {
  package struct Participant: Sendable, Equatable {
    /// As the chat text writes it.
    package let name: String
    /// Digits, without a plus sign.
    package let number: String
    package init(name: String, number: String) {
      self.name = name
      self.number = number
    }
  }
  package struct MediaFile: Sendable, Equatable {
    /// As the chat text writes it.
    package let fileName: String
    package let receipt: MediaReceipt
    package init(fileName: String, receipt: MediaReceipt) {
      self.fileName = fileName
      self.receipt = receipt
    }
  }
  package var participants: [Participant]
  package var utcOffsetMinutes: Int
  package var languageCode: String
  package var mediaFiles: [MediaFile]
  /// The chat text as the *inside* of a JSON string: escaped already, its length known.
  package var escapedText: any RequestBody

  package init(
    participants: [Participant], utcOffsetMinutes: Int, languageCode: String,
    mediaFiles: [MediaFile], escapedText: any RequestBody
  ) {
    self.participants = participants
    self.utcOffsetMinutes = utcOffsetMinutes
    self.languageCode = languageCode
    self.mediaFiles = mediaFiles
    self.escapedText = escapedText
  }

  /// What stands after the text.
  static let suffix = Array("\"}".utf8)

  /// What stands before the text: every other field, then the opening quote.
  func prefix(_ profile: ImportProfile) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("chat_participants")
    writer.beginArray()
    for participant in participants {
      writer.beginObject()
      writer.key(profile.participantName)
      writer.string(participant.name)
      writer.key(profile.participantNumber)
      writer.string(participant.number)
      writer.endObject()
    }
    writer.endArray()
    writer.key("utc_offset_minutes")
    writer.number(Int64(utcOffsetMinutes))
    writer.key("device_language_code")
    writer.string(languageCode)
    writer.key("media_files")
    writer.beginArray()
    for media in mediaFiles {
      writer.beginObject()
      writer.key(profile.mediaName)
      writer.string(media.fileName)
      writer.key(profile.mediaReference)
      writer.string(
        profile.mediaReferenceIsURL ? media.receipt.file ?? media.receipt.id : media.receipt.id)
      writer.endObject()
    }
    writer.endArray()
    writer.key("chat_text")
    return writer.bytes + Array("\"".utf8)
  }
}
