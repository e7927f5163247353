internal import Files
internal import InboxBackup
internal import JSONText

/// Which chats of imports have got a conversation on one inbox of the online platform: so that the same import, run again,
/// opens none for those whose conversation was resolved since.
///
/// JSON Lines under `$XDG_STATE_HOME/chatferry/conversations/`, appended to under a lock; a line that a kill cut off is
/// removed by the next one.
final class ConversationJournal {
  private let path: String
  private let lock: FileLock
  private var size: Int64 = 0
  private var ids: [String: Int64] = [:]

  /// - Parameter inbox: names the inbox; equal for the same one on any day.
  /// - Throws: `FilesError`, `locked` while another run has it.
  init(of inbox: String) async throws(FilesError) {
    let name = SHA256.digest(of: Array(inbox.utf8).span).hex.prefix(32)
    let folder = UserFolders.state + "/conversations"
    try Folder.create(folder, access: 0o700)
    path = "\(folder)/\(name).jsonl"
    lock = try await FileLock.take(path, .exclusive)
    let bytes = try FileSource.contents(of: path, limit: 1 << 30)
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .dropLast()
    {
      size += Int64(line.count + 1)
      if let row = try? JSONValue(parsing: Array(line)), let chat = row["source_id"]?.string,
        let id = row["id"]?.int
      {
        ids[chat] = id
      }
    }
  }

  /// The conversation that a chat has got.
  func conversation(of chat: String) -> Int64? { ids[chat] }

  func note(_ id: Int64, of chat: String) throws(FilesError) {
    var json = JSONWriter()
    json.beginObject()
    json.key("source_id")
    json.string(chat)
    json.key("id")
    json.number(id)
    json.endObject()
    json.bytes.append(UInt8(ascii: "\n"))
    let file = try AppendFile(path, keeping: size)
    try file.write(json.bytes.span)
    try file.flush()
    try FileOperations.system.syncFileSystem(of: FilePath.folder(of: path))
    size = file.size
    ids[chat] = id
  }
}
