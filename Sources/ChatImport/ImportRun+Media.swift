internal import Files
internal import InboxAPI
internal import WhatsAppExport

/// Uploading files.
extension ImportRun {
  /// A file's content, to be uploaded once.
  struct Upload: Sendable {
    var key: MediaKey
    var file: PlanFile
  }

  /// Receipts of earlier runs that are older than this, in seconds, are asked for again before they are relied on.
  private static let trustedAge: Int64 = 24 * 3600
  /// How many uploads are written down at once.
  private static let intentBatch = 64

  /// Sees to it that every file of the rows is on the server, each content once.
  func upload(filesOf rows: [Range<Int64>], _ chat: ChatTransfer) async throws {
    let files = try files(of: rows, chat)
    var uploads: [Upload] = []
    var known: [MediaKey: MediaReceipt] = [:]
    var seen: Set<MediaKey> = []
    for (_, file, key) in files where seen.insert(key).inserted {
      if let receipt = try await earlierReceipt(for: key, chat) {
        known[key] = receipt
        chat.reusedKeys.insert(key)
      } else {
        uploads.append(Upload(key: key, file: file))
      }
    }
    progress?.began(
      .uploading, of: chat.plan.path, totalBytes: uploads.reduce(0) { $0 + $1.key.size },
      totalItems: uploads.count)
    let line = UploadLine(uploads, batch: Self.intentBatch)
    line.receipts = known
    // Counted also when the run ends here: what was uploaded stays so.
    defer {
      chat.result.media.uploaded += line.receipts.count - known.count
      chat.result.media.failed += line.failed
      chat.result.media.bytes += line.bytes
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<min(max(options.jobs, 1), uploads.count) {
        group.addTask { try await self.work(line, chat) }
      }
      try await group.waitForAll()
    }
    for (row, _, key) in files {
      if let receipt = line.receipts[key] {
        chat.receipts[row] = receipt
      } else {
        chat.failedFiles.insert(row)
      }
    }
    let entries = Set(files.map { [$0.file.source, $0.file.entry] })
    chat.result.media.reused += max(0, entries.count - uploads.count)
  }

  /// One of the workers: takes one upload after the other.
  private func work(_ line: UploadLine, _ chat: ChatTransfer) async throws {
    while let upload = try next(of: line, chat) {
      try Task.checkCancellation()
      let body = MediaBody(upload, of: archives[upload.file.source], advance: advance)
      let receipt: MediaReceipt
      do throws(APIError) {
        receipt = try await chat.client.createMedia(
          MediaUpload(fileName: upload.file.name, contentType: upload.key.mime, body: body))
      } catch {
        guard error.isAboutTheFile else { throw error }
        line.failed += 1
        chat.problem(
          "media-refused", .warning,
          "“\(upload.file.name)” was not taken and is left out of the chat: \(error)")
        progress?.advanced(bytes: 0, items: 1)
        continue
      }
      try reached(.mediaSent)
      try chat.journal.finish(media: upload.key, receipt, at: clock.now())
      try reached(.mediaDone)
      line.receipts[upload.key] = receipt
      line.bytes += upload.key.size
      progress?.advanced(bytes: 0, items: 1)
    }
  }

  /// The next upload, its intent on the disk.
  private func next(of line: UploadLine, _ chat: ChatTransfer) throws -> Upload? {
    if line.intended == line.next, line.next < line.uploads.count {
      let batch = line.uploads[line.next...].prefix(line.batch)
      try chat.journal.intend(media: batch.map(\.key), at: clock.now())
      line.intended = batch.endIndex
      try reached(.mediaIntended)
    }
    guard line.next < line.intended else { return nil }
    defer { line.next += 1 }
    return line.uploads[line.next]
  }

  /// What an earlier run got for the same content, if the server still has it.
  private func earlierReceipt(
    for key: MediaKey, _ chat: ChatTransfer
  ) async throws -> MediaReceipt? {
    guard let stored = try chat.journal.receipt(for: key) else { return nil }
    let age = clock.now() - stored.at
    if age >= 0, age < Self.trustedAge { return stored.receipt }
    guard try await isThere(stored.receipt, key, chat) else {
      try chat.journal.forget(media: [key])
      return nil
    }
    try chat.journal.finish(media: key, stored.receipt, at: clock.now())
    return stored.receipt
  }

  /// Downloads a file and compares it.
  private func isThere(
    _ receipt: MediaReceipt, _ key: MediaKey, _ chat: ChatTransfer
  ) async throws -> Bool {
    let hash = RunningHash()
    do throws(APIError) {
      try await chat.client.media(id: receipt.id, restart: { hash.restart() }) { hash.update($0) }
    } catch {
      guard error.outcome == .refused else { throw error }
      if case .tokenRefused = error { throw error }
      return false
    }
    return hash.finish() == key.sha256
  }

  // MARK: Files

  /// The files that the rows show, each with its content, in the order of the archives.
  private func files(
    of rows: [Range<Int64>], _ chat: ChatTransfer
  ) throws -> [(row: Int64, file: PlanFile, key: MediaKey)] {
    var wanted: Set<Int64> = []
    try chat.store.forEach(in: rows) { row in
      if let file = row.file { wanted.insert(file) }
    }
    var files: [(row: Int64, file: PlanFile, key: MediaKey)] = []
    for row in wanted {
      guard let file = try chat.store.file(at: row), let key = try chat.store.content(of: file)
      else { preconditionFailure("a file that was planned and not read") }
      files.append((row, file, key))
    }
    return files.sorted {
      ($0.file.source, $0.file.entry, $0.row) < ($1.file.source, $1.file.entry, $1.row)
    }
  }
}

extension APIError {
  /// Whether the server found fault with one file, and would take another.
  fileprivate var isAboutTheFile: Bool {
    switch self {
    case .payloadTooLarge: true
    case .refused(_, let status, _): ![404, 405].contains(status) && status >= 400
    default: false
    }
  }
}

/// The uploads of a chat and how far they are.
///
/// Unchecked: only the run's actor touches it; the workers merely hand it to the actor's methods.
private final class UploadLine: @unchecked Sendable {
  let uploads: [ImportRun.Upload]
  let batch: Int
  var next = 0
  /// Uploads before this one are written down.
  var intended = 0
  var failed = 0
  var bytes: Int64 = 0
  var receipts: [MediaKey: MediaReceipt] = [:]

  init(_ uploads: [ImportRun.Upload], batch: Int) {
    self.uploads = uploads
    self.batch = batch
  }
}
