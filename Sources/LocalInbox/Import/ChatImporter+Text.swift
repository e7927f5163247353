internal import WhatsAppExport

extension ChatImporter {
  /// Reads the text from its first message.
  ///
  /// - Throws: `FieldErrors` for a text or a language that nobody can read.
  func makeReader() throws(FieldErrors) -> ChatReader {
    let language = order.language.replacing("_", with: "-")
    let options = ParseOptions(locale: language, zone: .offset(minutes: order.utcOffsetMinutes))
    // Names that are known tell an author with a colon in the name from a text with one.
    let numbers = Dictionary(
      order.participants.map { ($0.name, $0.waID) }, uniquingKeysWith: { first, _ in first })
    do throws(ExportError) {
      return try ChatReader(
        text: text, title: order.participants.first?.name ?? "",
        mediaNames: order.media.map(\.name),
        options: options, people: People(numbers: numbers))
    } catch {
      throw Self.complaint(error)
    }
  }

  /// Goes on to the next message; false at the end.
  func advance(_ reader: ChatReader) throws(FieldErrors) -> Bool {
    do throws(ExportError) {
      return try reader.next()
    } catch {
      throw Self.complaint(error)
    }
  }

  /// Says what no importer should guess.
  func checkIsImportable(_ reader: ChatReader) throws(FieldErrors) {
    if reader.shape.dateOrderEvidence == .ambiguous {
      throw FieldErrors(
        "device_language_code",
        "Day and month cannot be told apart under this language code (date-order-ambiguous).")
    }
    if reader.hasGroupNotice {
      throw FieldErrors(
        "chat_text", "This is a group chat; only chats of two are imported (group-chat).")
    }
    if reader.accounting.messages == 0 {
      throw FieldErrors("chat_text", "There is no message in this text (text-empty).")
    }
  }

  /// In words that carry nothing of the text.
  private static func complaint(_ error: ExportError) -> FieldErrors {
    switch error {
    case .localeUnknown:
      FieldErrors("device_language_code", "This language is not known (\(error.code)).")
    case .textEmpty: FieldErrors("chat_text", "There is no message in this text (\(error.code)).")
    case .headerUnknown:
      FieldErrors("chat_text", "No line begins like a message of an exported chat (\(error.code)).")
    default: FieldErrors("chat_text", "The text cannot be read (\(error.code)).")
    }
  }
}
