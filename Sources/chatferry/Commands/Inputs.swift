internal import InboxBackup
internal import WhatsAppExport

/// An input that cannot be used, and why; nothing of it was taken.
struct BadInput: Sendable, Equatable {
  let path: String
  /// Stable word, as in `problems`.
  let code: String
  let message: String
  let status: ExitStatus

  init(_ path: String, _ error: ExportError) {
    self.path = path
    code = error.code
    message = "\(error)"
    status = ExitStatus(rawValue: error.exitStatus.rawValue) ?? .badInput
  }

  init(
    _ path: String, _ code: String, _ message: String, status: ExitStatus = .badInput
  ) {
    self.path = path
    self.code = code
    self.message = message
    self.status = status
  }

  /// `path: what; what to do (code)`; the path is not said twice.
  var line: String {
    (message.contains(visible(path)) ? "" : path + ": ") + "\(message) (\(code))"
  }

  /// nil for what is no fault of the folder.
  init?(_ path: String, _ error: BackupError) {
    guard let code = error.inputCode else { return nil }
    self.init(path, code, "\(error)", status: ExitStatus(of: error))
  }

  var problem: Problem { Problem(code, .error, message) }
}

/// The exports that a command's paths stand for, in the user's order, each once.
struct Inputs: Sendable {
  private(set) var exports: [FoundExport] = []
  /// Folders that `backup` wrote; only where they were asked for.
  private(set) var backups: [String] = []
  private(set) var bad: [BadInput] = []
  private var places: [String: Int] = [:]

  /// - Parameter takesBackups: whether a backup folder is an input of its own; else it is looked into for exports.
  init(_ paths: [String], takesBackups: Bool = false) {
    for path in paths {
      if takesBackups, BackupFolder(path).isBackup {
        if !backups.contains(path) { backups.append(path) }
        note(path)
        continue
      }
      do throws(ExportError) {
        for found in try findExports(at: path) where !exports.contains(found) {
          exports.append(found)
          note(found.path)
        }
      } catch {
        bad.append(BadInput(path, error))
        note(path)
      }
    }
  }

  private mutating func note(_ path: String) {
    if places[path] == nil { places[path] = places.count }
  }

  /// What became of the inputs, in the user's order; what belongs to none of them comes last.
  func ordered<Result>(_ results: [(path: String, result: Result)]) -> [Result] {
    results.enumerated().sorted {
      let one = (places[$0.element.path] ?? .max, $0.offset)
      let other = (places[$1.element.path] ?? .max, $1.offset)
      return one < other
    }.map(\.element.result)
  }

  /// Opens every export; those that cannot be opened are in `bad`.
  mutating func open() -> [ExportArchive] {
    var archives: [ExportArchive] = []
    for found in exports {
      do throws(ExportError) {
        archives.append(try ExportArchive(opening: found))
      } catch {
        bad.append(BadInput(found.path, error))
      }
    }
    return archives
  }
}
