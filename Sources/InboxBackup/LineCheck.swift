internal import Files
internal import InboxAPI
internal import JSONText
internal import Synchronization

/// Whether a file consists of whole lines of JSON.
struct LineCheck {
  private let item: NamedFiles.Item
  private let folder: BackupFolder
  private let form: MessageForm

  init(_ item: NamedFiles.Item, in folder: BackupFolder, _ form: MessageForm) {
    self.item = item
    self.folder = folder
    self.form = form
  }

  private var picks: JSONPicks {
    switch item.role {
    case .messages, .changes: MessageForm.picksOfType
    default: Self.nothing
    }
  }

  private static let nothing = JSONPicks([])

  /// What is wrong; nil where nothing is. Ids of media go to `media`.
  func problem(_ media: MediaIDs, _ isStopped: () -> Bool) throws -> String? {
    let generation = BackupLayout.generation(of: item.path)
    do {
      let lines = try PickedLines(folder.file(item.path), picks)
      while let block = try lines.nextBlock() {
        if isStopped() { throw CancellationError() }
        switch item.role {
        case .messages, .changes:
          for pieces in block where !form.isText(byType: pieces) {
            media.refer(InboxMessage(pieces.whole.takenApart, form), generation)
          }
        case .media:
          for pieces in block {
            media.know(try MediumRecord(pieces.whole.takenApart), generation)
          }
        default: break
        }
      }
      return lines.isTorn ? "its last line is not ended" : nil
    } catch is FilesError {
      return "it cannot be read"
    } catch is JSONError {
      return "a line is no JSON"
    } catch is BackupError {
      return "a line says nothing"
    }
  }
}

/// Media that messages name, and those that `media.jsonl` files tell of; from any thread, file after file in any order.
///
/// Memory: 128 bits for every id, and three times as much for one whose size is told.
final class MediaIDs: Sendable {
  /// What the newest generation says of the size of one medium, in bytes.
  private struct Size: Sendable {
    var bytes: Int64?
    var generation: Int
  }

  private struct State: Sendable {
    var referred: Set<ItemKey> = []
    var known: Set<ItemKey> = []
    /// By the messages.
    var announced: [ItemKey: Size] = [:]
    /// Of what is stored; nil for what is known to be missing or to differ, which is a problem of its own.
    var stored: [ItemKey: Size] = [:]
  }

  private let state = Mutex(State())
  /// Whether messages tell sizes.
  private let areSized: Bool

  init(_ kind: InboxKind) { areSized = kind == .online }

  func refer(_ message: InboxMessage, _ generation: Int) {
    if message.isText { return }
    // An address alone may lead anywhere; an id is the server's own.
    let media = message.allMedia.compactMap { medium in medium.id.map { (ItemKey($0), medium.size) }
    }
    if media.isEmpty { return }
    state.withLock { state in
      for (key, size) in media {
        state.referred.insert(key)
        if areSized, let size {
          Self.put(Size(bytes: size, generation: generation), of: key, in: &state.announced)
        }
      }
    }
  }

  func know(_ medium: MediumRecord, _ generation: Int) {
    let key = ItemKey(medium.id)
    let size = Size(bytes: medium.state == .stored ? medium.size : nil, generation: generation)
    state.withLock { state in
      state.known.insert(key)
      if areSized { Self.put(size, of: key, in: &state.stored) }
    }
  }

  private static func put(_ size: Size, of key: ItemKey, in sizes: inout [ItemKey: Size]) {
    if let other = sizes[key], other.generation > size.generation { return }
    sizes[key] = size
  }

  /// Messages of which a file is neither in the backup nor known to be missing, and files that are not as long as their
  /// messages say.
  func unresolved() -> [BackupProblem] {
    let (broken, differing) = state.withLock { state in
      let differing = state.announced.count { key, size in
        state.stored[key]?.bytes.map { $0 != size.bytes } ?? false
      }
      return (state.referred.subtracting(state.known).count, differing)
    }
    var problems: [BackupProblem] = []
    if broken > 0 {
      problems.append(
        BackupProblem(
          "backup-reference-broken", .error,
          "\(broken) media that messages name are in no media.jsonl; run `chatferry backup` again"))
    }
    if differing > 0 {
      problems.append(
        BackupProblem(
          "media-differs", .error,
          "\(differing) media have another size than their messages say; run `chatferry backup --full`"
        ))
    }
    return problems
  }
}
