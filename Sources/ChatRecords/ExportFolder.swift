package import Files

/// The folder of `export --to DIR`: records, chats, media and a manifest that names every file.
///
/// The manifest is the mark of a folder of ours. A new folder gets it at once, saying that the export is not complete; an
/// export over an earlier one leaves the earlier files until new ones take their place. Files that are not of our
/// making are neither overwritten nor removed. Everything is for the owner alone (0600, 0700).
///
/// Order of calls: `add` media before the records that show them; `beginChat`, `append`…, `endChat` for each chat;
/// `finish` once. A folder that is dropped without `finish` is taken over by the next export. Used by one thread at a time.
package final class ExportFolder {
  static let manifestName = "manifest.json"

  package let path: String
  package private(set) var summary = ExportSummary()

  private let options: ExportOptions
  private let operations: FileOperations
  /// Open from the start: who has it writes this folder, and nobody else.
  private let manifest: OutputFile
  private let shelf: MediaShelf?
  private let examiner: MediaExaminer?
  private var messageFiles: [(file: OutputFile, stream: RecordStream)] = []
  private var chatFiles: [(file: OutputFile, format: RecordFormat)] = []
  private var chat: ChatSummary?

  /// Makes the folder where there is none, and takes it.
  ///
  /// - Throws: `folderTaken`, `newerExport`, `file`.
  package init(
    _ path: String, _ options: ExportOptions, operations: FileOperations = .system
  ) throws(RecordsError) {
    self.path = path
    self.options = options
    self.operations = operations
    do throws(FilesError) {
      try Folder.create(path)
    } catch {
      throw .file(error)
    }
    try ExportFolder.refuseForeignFiles(in: path)
    do throws(FilesError) {
      let manifestPath = path + "/" + ExportFolder.manifestName
      if !Folder.hasItem(manifestPath) {
        let mark = try OutputFile(manifestPath, access: .owner, operations: operations)
        try mark.write(Array(ExportManifest.unfinished.utf8).span)
        try mark.commit()
      }
      manifest = try OutputFile(manifestPath, access: .owner, operations: operations)
      shelf = options.copiesMedia ? try MediaShelf(in: path, operations: operations) : nil
      examiner = options.copiesMedia ? nil : try MediaExaminer()
      for format in RecordFormat.allCases where options.formats.contains(format) {
        let messages = try OutputFile(
          "\(path)/messages.\(format)", access: .owner, operations: operations)
        messageFiles.append((messages, RecordStream(format, to: messages, csv: options.csv)))
        let chats = try OutputFile(
          "\(path)/chats.\(format)", access: .owner, operations: operations)
        if format == .csv { try chats.write(ChatSummary.csvHead(options.csv).span) }
        chatFiles.append((chats, format))
      }
    } catch {
      throw .file(error)
    }
  }

  /// Reads a media file to its end, and copies it where that is asked.
  ///
  /// - Parameter name: the file's name as its message knows it.
  /// - Returns: what the record says of it (`MessageRecord.describeMedia`).
  /// - Throws: whatever `source` throws, and `RecordsError`.
  package func add(_ source: any ByteSource, named name: String) throws -> MediaFacts {
    do {
      if let shelf { return try shelf.add(source, named: name) }
      guard let examiner else { preconditionFailure("neither copying nor examining media") }
      return try examiner.examine(source)
    } catch let error as FilesError {
      throw RecordsError.file(error)
    }
  }

  /// Begins a chat; the records up to `endChat` are its own.
  package func beginChat(_ chat: ChatSummary) {
    precondition(self.chat == nil, "a chat was begun before another was ended")
    self.chat = chat
  }

  /// - Throws: `file`.
  package func append(_ record: borrowing MessageRecord) throws(RecordsError) {
    guard chat != nil else { preconditionFailure("a record outside of any chat") }
    chat?.count(record)
    for position in messageFiles.indices {
      do throws(FilesError) {
        try messageFiles[position].stream.append(record)
      } catch {
        throw .file(error)
      }
    }
  }

  /// Writes the chat's row.
  ///
  /// - Parameter kind: where only its messages told it; nil keeps what `beginChat` said.
  /// - Throws: `file`.
  @discardableResult
  package func endChat(_ kind: ChatSummary.Kind? = nil) throws(RecordsError) -> ChatSummary {
    guard var chat else { preconditionFailure("no chat was begun") }
    chat.kind = kind ?? chat.kind
    self.chat = nil
    summary.count(chat)
    for (file, format) in chatFiles {
      do throws(FilesError) {
        try file.write(chat.encoded(as: format, options.csv).span)
      } catch {
        throw .file(error)
      }
    }
    return chat
  }

  /// Puts everything into place, the manifest last, and then removes what an earlier export left.
  ///
  /// - Parameter isComplete: whether nothing is known to be missing of what was asked for.
  /// - Throws: `file`; before the first file has moved, the earlier export is as it was.
  @discardableResult
  package func finish(
    sources: [ExportSource], isComplete: Bool = true
  ) throws(RecordsError) -> ExportSummary {
    precondition(chat == nil, "a chat was begun and not ended")
    summary.copiedFiles = shelf?.count ?? 0
    summary.copiedBytes = shelf?.bytes ?? 0
    do throws(FilesError) {
      try finishFiles(sources, isComplete: isComplete)
    } catch {
      throw .file(error)
    }
    return summary
  }

  private func finishFiles(_ sources: [ExportSource], isComplete: Bool) throws(FilesError) {
    var files: [(name: String, receipt: OutputFile.Receipt)] = []
    for position in messageFiles.indices { try messageFiles[position].stream.finish() }
    try shelf?.sync()
    for (file, _) in messageFiles {
      files.append((FilePath.name(of: file.path), try file.commit()))
    }
    for (file, _) in chatFiles {
      files.append((FilePath.name(of: file.path), try file.commit()))
    }
    try ExportManifest.write(
      summary, isComplete: isComplete, sources: sources, files: files, media: shelf, to: manifest)
    try manifest.commit()
    for name in ExportFolder.recordNames where !files.contains(where: { $0.name == name }) {
      try operations.removeFile(path + "/" + name)
    }
    try MediaShelf.removeLeftovers(in: path, keeping: shelf, operations: operations)
  }
}

extension ExportFolder {
  /// Every name beside the manifest and `media/` that an export can write.
  private static let recordNames = RecordFormat.allCases.flatMap {
    ["messages.\($0)", "chats.\($0)"]
  }

  /// A folder with our manifest is ours; another may not hold any name that we would write.
  private static func refuseForeignFiles(in path: String) throws(RecordsError) {
    let manifestPath = path + "/" + manifestName
    if Folder.hasItem(manifestPath) {
      let version: Int?
      do throws(FilesError) {
        version = try ExportManifest.versionOrNil(of: manifestPath)
      } catch {
        throw .file(error)
      }
      guard let version else { throw .folderTaken(path: path, file: manifestName) }
      guard version <= ExportManifest.version else {
        throw .newerExport(path: path, version: version)
      }
      return
    }
    for name in recordNames + [MediaShelf.folderName] where Folder.hasItem(path + "/" + name) {
      throw .folderTaken(path: path, file: name)
    }
  }
}
