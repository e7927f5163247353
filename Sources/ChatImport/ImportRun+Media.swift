internal import Files
internal import InboxAPI
internal import Synchronization
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
  /// How many files are read and written down at once, and how many bytes: a batch is read while the one before it is
  /// sent. Only the first one keeps anybody waiting, so it is small, and each may have twice as many files as the last.
  private static let batch = (firstFiles: 8, files: 64, bytes: Int64(16 << 20))

  /// Sees to it that every file of the rows is on the server, each content once.
  func upload(filesOf rows: [Range<Int64>], _ chat: ChatTransfer) async throws {
    let files = try files(of: rows, chat)
    progress?.began(
      .uploading, of: chat.plan.path, totalBytes: files.reduce(0) { $0 + $1.file.size },
      totalItems: files.count)
    let line = UploadLine()
    do {
      try await send(Self.batches(of: files), line, chat)
    } catch let error where error is APIError || error is CancellationError {
      // The next run need not wonder what became of those whose turn never came.
      try chat.journal.forget(media: Array(line.waiting))
      throw error
    }
    if !line.open.isEmpty {
      chat.problem(
        "media-perhaps-doubled", .warning,
        "\(line.open.count) file(s) were uploaded again, since no answer had told whether they had arrived; "
          + "the inbox may hold them a second time, where no message shows them")
    }
    for (row, key) in line.contents {
      if let receipt = line.receipts[key] {
        chat.receipts[row] = receipt
      } else {
        chat.failedFiles.insert(row)
      }
    }
  }

  private func send(
    _ batches: [ArraySlice<WantedFile>], _ line: UploadLine, _ chat: ChatTransfer
  ) async throws {
    guard let first = batches.first else { return }
    let reader = MediaReader(archives)
    try await withThrowingTaskGroup(of: Void.self) { group in
      var underWay = 0
      var keys = try await reader.keys(of: first.map(\.file))
      for (at, batch) in batches.enumerated() {
        let following = (at + 1 < batches.count ? batches[at + 1] : []).map(\.file)
        async let nextKeys = reader.keys(of: following)
        for upload in try await uploads(of: batch, keys, line, chat) {
          if underWay == max(options.jobs, 1) {
            try await group.next()
            underWay -= 1
          }
          underWay += 1
          group.addTask { try await self.send(upload, line, chat) }
        }
        keys = try await nextKeys
      }
      try await group.waitForAll()
    }
  }

  /// What of a batch is to be uploaded, its intent on the disk.
  private func uploads(
    of batch: ArraySlice<WantedFile>, _ keys: [MediaKey], _ line: UploadLine, _ chat: ChatTransfer
  ) async throws -> [Upload] {
    var uploads: [Upload] = []
    for (wanted, key) in zip(batch, keys) {
      for row in wanted.rows { line.contents[row] = key }
      if line.seen.insert(key).inserted {
        guard let receipt = try await earlierReceipt(for: key, chat) else {
          uploads.append(Upload(key: key, file: wanted.file))
          continue
        }
        line.receipts[key] = receipt
        chat.reusedKeys.insert(key)
      }
      chat.result.media.reused += 1
      progress?.advanced(bytes: wanted.file.size, items: 1)
    }
    if !uploads.isEmpty {
      let open = try chat.journal.intend(media: uploads.map(\.key), at: clock.now())
      line.open.formUnion(open)
      line.waiting.formUnion(uploads.lazy.map(\.key).filter { !open.contains($0) })
      try reached(.mediaIntended)
    }
    return uploads
  }

  private func send(_ upload: Upload, _ line: UploadLine, _ chat: ChatTransfer) async throws {
    line.waiting.remove(upload.key)
    let body = MediaBody(upload, of: archives[upload.file.source], advance: advance)
    defer { progress?.advanced(bytes: 0, items: 1) }
    let lost = LostTry()
    let receipt: MediaReceipt
    do throws(APIError) {
      receipt = try await chat.client.createMedia(
        MediaUpload(fileName: upload.file.name, contentType: upload.key.mime, body: body)
      ) { lost.note() }
    } catch {
      // A file that was refused, or never arrived, is nowhere: another try of it doubles nothing. What an earlier try or
      // run left open stays open, unless the server takes no such file.
      let mayBeThere = lost.wasNoted || line.open.contains(upload.key)
      if error.isAboutTheFile || error.outcome != .unknown && !mayBeThere {
        try chat.journal.forget(media: [upload.key])
      }
      guard error.isAboutTheFile else { throw error }
      chat.result.media.failed += 1
      return chat.problem(
        "media-refused", .warning,
        "“\(upload.file.name)” was not taken and is left out of the chat: \(error.fact)")
    }
    if lost.wasNoted { line.open.insert(upload.key) }
    try reached(.mediaSent)
    try chat.journal.finish(media: upload.key, receipt, at: clock.now())
    try reached(.mediaDone)
    line.receipts[upload.key] = receipt
    chat.result.media.uploaded += 1
    chat.result.media.bytes += upload.key.size
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
    let hash = RunningHash(size: key.size)
    do throws(APIError) {
      try await chat.client.media(id: receipt.id, restart: { hash.restart() }) {
        try hash.update($0)
      }
    } catch {
      if hash.isTooLong { return false }
      guard error.outcome == .refused else { throw error }
      if case .tokenRefused = error { throw error }
      return false
    }
    return hash.finish() == key.sha256
  }

  // MARK: Files

  /// A file that messages show.
  private struct WantedFile {
    var file: PlanFile
    /// Its rows in the store: one for each name under which it is shown.
    var rows: [Int64]
  }

  /// The files that the rows show, in the order of the archives.
  private func files(of rows: [Range<Int64>], _ chat: ChatTransfer) throws -> [WantedFile] {
    var wanted: Set<Int64> = []
    try chat.store.forEach(in: rows) { row in
      if let file = row.file { wanted.insert(file) }
    }
    var files: [[Int]: WantedFile] = [:]
    for row in wanted.sorted() {
      guard let file = try chat.store.file(at: row) else {
        preconditionFailure("a file that was planned and not written down")
      }
      files[[file.source, file.entry], default: WantedFile(file: file, rows: [])].rows.append(row)
    }
    return files.values.sorted {
      ($0.file.source, $0.file.entry) < ($1.file.source, $1.file.entry)
    }
  }

  private static func batches(of files: [WantedFile]) -> [ArraySlice<WantedFile>] {
    var batches: [ArraySlice<WantedFile>] = []
    var start = 0
    var most = batch.firstFiles
    var bytes: Int64 = 0
    for (at, wanted) in files.enumerated() {
      bytes += wanted.file.size
      if at + 1 == files.count || at + 1 - start == most || bytes >= batch.bytes {
        batches.append(files[start...at])
        start = at + 1
        most = min(2 * most, batch.files)
        bytes = 0
      }
    }
    return batches
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
/// Unchecked: only the run's actor touches it; the uploads' tasks merely hand it to the actor's methods.
private final class UploadLine: @unchecked Sendable {
  var seen: Set<MediaKey> = []
  /// What the files of the store's rows hold.
  var contents: [Int64: MediaKey] = [:]
  var receipts: [MediaKey: MediaReceipt] = [:]
  /// Written down as about to go, and not on their way yet.
  var waiting: Set<MediaKey> = []
  /// Uploads that were made again, or are, though the file may have arrived before.
  var open: Set<MediaKey> = []
}

/// Whether a request was sent again though an earlier try may have been carried out.
private final class LostTry: Sendable {
  private let flag = Atomic(false)

  var wasNoted: Bool { flag.load(ordering: .relaxed) }
  func note() { flag.store(true, ordering: .relaxed) }
}
