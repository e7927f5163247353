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
    do {
      let lines = try PickedLines(folder.file(item.path), picks)
      while let block = try lines.nextBlock() {
        if isStopped() { throw CancellationError() }
        switch item.role {
        case .messages, .changes:
          for pieces in block where !form.isText(byType: pieces) {
            media.refer(InboxMessage(pieces.whole.takenApart, form))
          }
        case .media: for pieces in block { media.know(try MediumRecord(pieces.whole.takenApart)) }
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

/// Ids of media that messages name, and those that `media.jsonl` files tell of; from any thread.
///
/// Memory: 128 bits for every id.
final class MediaIDs: Sendable {
  private struct State: Sendable {
    var referred: Set<ItemKey> = []
    var known: Set<ItemKey> = []
  }

  private let state = Mutex(State())

  func refer(_ message: InboxMessage) {
    if message.isText { return }
    // An address alone may lead anywhere; an id is the server's own.
    let keys = message.allMedia.compactMap(\.id).map { ItemKey($0) }
    if keys.isEmpty { return }
    state.withLock { $0.referred.formUnion(keys) }
  }

  func know(_ medium: MediumRecord) {
    state.withLock { _ = $0.known.insert(ItemKey(medium.id)) }
  }

  /// Messages of which a file is neither in the backup nor known to be missing.
  func unresolved() -> [BackupProblem] {
    let count = state.withLock { $0.referred.subtracting($0.known).count }
    guard count > 0 else { return [] }
    return [
      BackupProblem(
        "backup-reference-broken", .error,
        "\(count) media that messages name are in no media.jsonl; run `chatferry backup` again")
    ]
  }
}
