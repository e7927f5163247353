internal import Files
internal import WhatsAppExport

/// The open texts of a run's exports. A text goes forward from part to part and is opened anew only to go back.
///
/// Unchecked: the run uses it while no request is under way, and the transport's thread while the run waits for one.
final class TextStreams: @unchecked Sendable {
  private let archives: [ExportArchive]
  private let options: ImportOptions
  private var texts: [Int: ExtentReader] = [:]
  private var messages: [Int: MessageStream] = [:]

  /// Reads messages again, in file order.
  final class MessageStream {
    let reader: ChatReader
    /// Where the message in `reader.entry` begins; -1 before the first.
    fileprivate(set) var position: Int64 = -1
    fileprivate init(_ reader: ChatReader) { self.reader = reader }
  }

  init(_ archives: [ExportArchive], options: ImportOptions) {
    self.archives = archives
    self.options = options
  }

  /// The text of an export, at or before `offset`.
  func text(of source: Int, from offset: Int64) throws -> ExtentReader {
    if let reader = texts[source], reader.position <= offset { return reader }
    let reader = ExtentReader(DecodedText(try archives[source].openChatText()))
    texts[source] = reader
    return reader
  }

  /// The messages of an export, with the one that begins at `offset` in `reader.entry`.
  func message(of source: Int, at offset: Int64) throws -> ChatReader {
    let stream: MessageStream
    if let open = messages[source], open.position <= offset {
      stream = open
    } else {
      stream = MessageStream(
        try ChatReader(archives[source], options: options.parse, people: options.people))
      messages[source] = stream
    }
    while stream.position < offset {
      guard try stream.reader.next() else {
        messages[source] = nil
        throw ImportError.export(changed(source))
      }
      stream.position = stream.reader.entry.extent.lowerBound
    }
    return stream.reader
  }

  /// The text is not the one that was planned.
  func changed(_ source: Int) -> ExportError { .archiveChanged(path: archives[source].path) }
}
