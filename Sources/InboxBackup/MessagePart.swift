internal import Files
internal import InboxAPI

/// One file of a chat's messages while it grows, the newest first.
final class MessagePart {
  /// How far a part has come: all that is needed to go on with it.
  struct State: Equatable {
    var size: Int64 = 0
    var items = 0
    /// POSIX seconds of the newest and of the oldest message so far.
    var last: Int64?
    var first: Int64?
    /// Whether every message had a time, none later than that of the one before it.
    var isSorted = true
    var hasTimeless = false
    /// The lowest position so far (`InboxMessage.position`).
    var lowest: Int64?
    /// Whether every message had a position, none higher than that of the one before it: else a walk cannot be taken up.
    var isDescending = true

    /// Words apart by spaces.
    var text: String {
      let numbers = [last, first, lowest].map { $0.map { String($0) } ?? "-" }
      let flags = [isSorted, hasTimeless, isDescending].map { $0 ? "1" : "0" }
      return (["\(size)", "\(items)"] + numbers + flags).joined(separator: " ")
    }

    init() {}

    init?(_ text: some StringProtocol) {
      let words = text.split(separator: " ")
      guard words.count == 8, let size = Int64(words[0]), let items = Int(words[1]) else {
        return nil
      }
      self.size = size
      self.items = items
      last = Int64(words[2])
      first = Int64(words[3])
      lowest = Int64(words[4])
      isSorted = words[5] == "1"
      hasTimeless = words[6] == "1"
      isDescending = words[7] == "1"
    }
  }

  /// Relative to the backup folder.
  let name: String
  let role: BackupManifest.Role
  private(set) var state: State
  private let plan: CrawlPlan
  private let folder: BackupFolder
  private var file: AppendFile?

  /// Opens nothing yet: most parts stay empty.
  init(
    _ name: String, _ role: BackupManifest.Role, _ state: State, _ plan: CrawlPlan,
    in folder: BackupFolder
  ) {
    self.name = name
    self.role = role
    self.state = state
    self.plan = plan
    self.folder = folder
  }

  /// Goes on where `state` says.
  ///
  /// - Throws: `FilesError`; a file that is shorter than it was promised to be cannot be gone on with.
  private func open() throws(FilesError) -> AppendFile {
    if let file { return file }
    let path = folder.file(name)
    try Folder.create(FilePath.folder(of: path))
    let opened = try AppendFile(path, keeping: state.size, operations: folder.operations)
    file = opened
    return opened
  }

  func append(_ line: [UInt8], of message: InboxMessage) throws(FilesError) {
    try open().write(line.span)
    state.size += Int64(line.count)
    state.items += 1
    if let position = message.position, position <= state.lowest ?? .max {
      state.lowest = position
    } else {
      state.isDescending = false
    }
    guard let time = message.time else {
      state.isSorted = false
      state.hasTimeless = true
      return
    }
    if let first = state.first, time > first { state.isSorted = false }
    state.last = max(state.last ?? time, time)
    state.first = min(state.first ?? time, time)
  }

  func flush() throws(FilesError) { try file?.flush() }

  /// The finished file; nil where nothing was written.
  func finish(chat: String) throws -> BackupManifest.File? {
    guard state.items > 0 else { return nil }
    var receipt = try open().receipt()
    if !state.isSorted { receipt = try MessageSorter.sort(folder, name, plan) }
    file = nil
    return BackupManifest.File(
      path: name, role: role, subject: chat, items: state.items,
      first: state.hasTimeless ? nil : state.first, last: state.last, size: receipt.size,
      sha256: receipt.sha256)
  }

  /// Keys of the messages at its end whose position is `position`: they come again when a walk is taken up.
  func keys(at position: Int64) throws -> Set<ItemKey> {
    guard state.items > 0 else { return [] }
    _ = try open()
    let lines = try PickedLines(folder.file(name), plan.kind.form.picks, .backwards)
    var keys: Set<ItemKey> = []
    while let line = try lines.next() {
      let stored = plan.message(line)
      guard let at = stored.message.position, at <= position else { break }
      keys.insert(stored.key)
    }
    return keys
  }
}
