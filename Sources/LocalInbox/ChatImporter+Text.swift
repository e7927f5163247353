internal import Files
internal import Glibc
internal import WhatsAppExport

extension ChatImporter {
  func makeReader() throws -> ChatReader { fatalError() }

  /// The next message; a text that cannot be read is the client's fault.
  func read(_ reader: ChatReader) throws(FieldErrors) -> Bool {
    do throws(ExportError) {
      return try reader.next()
    } catch {
      throw FieldErrors("chat_text", "The text cannot be read: \(error.code)")
    }
  }
}
