internal import Files

/// The names in a backup folder; docs/formats/backup.md describes them for people.
///
/// They are ASCII and short, and equal on file systems that do not tell capitals.
enum BackupLayout {
  /// Of the format; a newer one is refused.
  static let version = 1

  static let pointer = "HEAD"
  static let generations = "generations"
  static let media = "media"
  /// What an unfinished generation needs besides its files; not there when nothing is unfinished.
  static let work = "work"
  /// What was asked of the server about deleting the inbox, and what came of it; see `DeletionLog`.
  static let deletions = "deletion.jsonl"
  static let progress = "work/progress.sqlite"

  static func generation(_ number: Int) -> String {
    let digits = String(number)
    return "\(generations)/" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  /// Which generation a file of lines is of; 0 for any other path.
  static func generation(of path: String) -> Int {
    let parts = path.split(separator: "/")
    guard parts.count > 2, parts[0] == generations else { return 0 }
    return Int(parts[1]) ?? 0
  }

  static func manifest(_ number: Int) -> String { generation(number) + "/manifest.json" }

  static func medium(_ digest: SHA256.Digest) -> String {
    let name = digest.hex
    return "\(media)/\(name.prefix(2))/\(name)"
  }

  /// A file name for a chat or a kind: the id itself where it is short and plain, else a part of its hash. A hyphen
  /// tells the two apart.
  static func name(of subject: String) -> String {
    let bytes = subject.utf8
    let isPlain =
      (1...32).contains(bytes.count)
      && bytes.allSatisfy {
        $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")
          || $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") || $0 == UInt8(ascii: "_")
      }
    return isPlain ? subject : "x-" + SHA256.digest(of: Array(bytes).span).hex.prefix(40)
  }

  /// The name of the file of a chat's messages, in any generation.
  static func messages(of chat: String) -> String { name(of: chat) + ".jsonl" }
}
