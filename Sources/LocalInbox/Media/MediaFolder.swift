internal import Dispatch
internal import Files
internal import Glibc
internal import SQLiteStore
internal import Synchronization

/// The media: files named after their SHA-256, and a row for each upload.
///
/// Uploads that end at about the same time share one commit: the first of them makes everybody's files and rows
/// durable while the next ones gather.
final class MediaFolder: Sendable {
  /// A file that waits for its name and its row.
  private struct Arrival: Sendable {
    let record: MediaRecord
    let incomingPath: String
  }

  /// One upload that waits for the outcome.
  private final class Ticket: Sendable {
    enum Outcome: Sendable {
      case waiting, stored
      /// Nobody has taken care of it yet: it leads the next commit.
      case leading
      case failed(any Error)
    }
    let arrival: Arrival
    let ready = DispatchSemaphore(value: 0)
    private let outcome = Mutex(Outcome.waiting)

    init(_ arrival: Arrival) { self.arrival = arrival }

    func settle(_ new: Outcome) {
      outcome.withLock { $0 = new }
      ready.signal()
    }

    func wait() -> Outcome {
      ready.wait()
      return outcome.withLock { $0 }
    }
  }

  private struct Queue {
    var waiting: [Ticket] = []
    var isLed = false
  }

  private let directory: DataDirectory
  private let store: InboxStore
  private let queue = Mutex(Queue())

  init(_ directory: DataDirectory, _ store: InboxStore) {
    self.directory = directory
    self.store = store
  }

  /// Where the bytes with that digest lie.
  func path(of sha256: String) -> String {
    "\(directory.media)/\(sha256.prefix(2))/\(sha256)"
  }

  /// Takes over a received file whose bytes are on the disk already. When this returns, file and row outlive a
  /// power cut.
  ///
  /// - Throws: `FilesError`, `StoreError`; then there is no row.
  func add(_ record: MediaRecord, from incomingPath: String) throws {
    let ticket = Ticket(Arrival(record: record, incomingPath: incomingPath))
    let leads = queue.withLock { queue in
      queue.waiting.append(ticket)
      if queue.isLed { return false }
      queue.isLed = true
      return true
    }
    if !leads {
      switch ticket.wait() {
      case .failed(let error): throw error
      case .leading: break
      case .waiting, .stored: return
      }
    }
    try lead(for: ticket)
  }

  /// Commits everything that waits, `mine` among it, then passes the lead on.
  private func lead(for mine: Ticket) throws {
    let batch = queue.withLock { queue in
      let batch = queue.waiting
      queue.waiting = []
      return batch
    }
    let outcome = Result { try commit(batch.map(\.arrival)) }
    for ticket in batch where ticket !== mine {
      switch outcome {
      case .success: ticket.settle(.stored)
      case .failure(let error): ticket.settle(.failed(error))
      }
    }
    let next = queue.withLock {
      $0.isLed = !$0.waiting.isEmpty
      return $0.waiting.first
    }
    next?.settle(.leading)
    try outcome.get()
  }

  private func commit(_ arrivals: [Arrival]) throws {
    var folders: Set<String> = []
    for arrival in arrivals {
      let target = path(of: arrival.record.sha256.hex)
      let folder = FilePath.folder(of: target)
      if !Folder.isFolder(folder) {
        try Folder.create(folder)
        folders.insert(directory.media)
      }
      guard rename(arrival.incomingPath, target) == 0 else {
        throw FilesError.cannotReplace(path: target, code: errno)
      }
      folders.insert(folder)
    }
    for folder in folders { try Folder.sync(folder) }
    try store.write { try $0.insert(arrivals.map(\.record)) }
  }
}

extension Database {
  fileprivate func insert(_ records: [MediaRecord]) throws(StoreError) {
    let statement = try prepare(
      """
      INSERT INTO media(id, sha256, size, mime_type) VALUES(?, ?, ?, ?) \
      ON CONFLICT DO UPDATE SET sha256 = excluded.sha256, size = excluded.size, \
      mime_type = excluded.mime_type, is_gone = 0
      """)
    for record in records {
      try statement.bind(record.id.text, at: 1)
      try statement.bind(record.sha256.hex, at: 2)
      try statement.bind(record.size, at: 3)
      try statement.bind(record.mimeType, at: 4)
      try statement.run()
    }
  }
}
