internal import SQLiteStore
internal import Synchronization

/// The inbox's tables: one connection that writes, and as many that read as requests are open at once.
final class InboxStore: Sendable {
  /// A connection that belongs to whoever holds it.
  ///
  /// Unchecked: a reader is either in `readers`, behind that lock, or in the hands of the one thread that took it
  /// out; the writer is used only behind the lock `writing`.
  private struct Lent: @unchecked Sendable {
    let database: Database
  }

  /// This store's mark in the ids of its messages.
  let salt: UInt64
  private let path: String
  private let options: Database.Options
  private let writer: Lent
  private let writing = Mutex(())
  private let readers = Mutex<[Lent]>([])

  init(path: String) throws(LocalInboxError) {
    self.path = path
    var options = Database.Options()
    // Another process may be in the middle of a large import.
    options.busyTimeoutInMilliseconds = 60_000
    self.options = options
    do throws(StoreError) {
      let database = try Database(path: path, options: options)
      do {
        try database.migrate(InboxStore.schema)
      } catch let error as StoreError {
        throw error
      } catch {
        throw .failed(code: 0, message: "\(error)", doing: "migration")
      }
      let statement = try database.prepare("SELECT value FROM meta WHERE key = 'salt'")
      guard try statement.step(), let salt = statement.bytes(0), salt.count == 8 else {
        throw .failed(code: 0, message: "the store's salt is missing", doing: "open the store")
      }
      self.salt = salt.reduce(0) { $0 << 8 | UInt64($1) }
      writer = Lent(database: database)
    } catch {
      throw .store(path: path, error)
    }
  }

  /// All reads of `body` see one state.
  func read<R>(_ body: (Database) throws -> R) throws -> R {
    let lent = try readers.withLock { $0.popLast() } ?? Lent(database: open())
    defer { readers.withLock { $0.append(lent) } }
    return try lent.database.snapshot { try body(lent.database) }
  }

  /// Everything that `body` does is kept, or nothing. Writers of this process wait for one another here, those of
  /// others at the database.
  func write<R>(_ body: (Database) throws -> R) throws -> R {
    var result: R?
    try writing.withLock { _ in
      result = try writer.database.transaction { try body(writer.database) }
    }
    guard let result else { preconditionFailure("a transaction ended without result or error") }
    return result
  }

  private func open() throws(StoreError) -> Database {
    try Database(path: path, options: options)
  }
}
