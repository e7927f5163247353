internal import Files
internal import Glibc

/// Where an inbox lives on the disk: everything for its owner only.
struct DataDirectory: Sendable {
  let path: String

  var database: String { path + "/inbox.sqlite" }
  var tokenFile: String { path + "/token" }
  /// Finished media, `media/ab/abcd…` by SHA-256.
  var media: String { path + "/media" }
  /// Bodies that are still being received.
  var incoming: String { path + "/incoming" }

  /// Makes the folders that are missing and removes what a killed run left half received.
  init(preparing path: String) throws(LocalInboxError) {
    self.path = path
    do throws(FilesError) {
      for folder in [path, media, incoming] { try Folder.create(folder) }
      try removeAbandoned()
    } catch {
      throw .cannotPrepare(path: path, reason: error.description)
    }
  }

  /// A new file for a body, locked so that other processes know that somebody writes it.
  func makeIncoming() throws(FilesError) -> (path: String, descriptor: Int32) {
    let file = incoming + "/" + UUIDText().text
    // Held while the new file has no lock of its own yet.
    let folder = try lockIncoming(LOCK_SH)
    defer { close(folder) }
    let descriptor = open(file, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .cannotCreate(path: file, code: errno) }
    flock(descriptor, LOCK_EX | LOCK_NB)
    return (file, descriptor)
  }

  private func removeAbandoned() throws(FilesError) {
    let folder = try lockIncoming(LOCK_EX)
    defer { close(folder) }
    for name in try Folder.names(in: incoming) {
      let file = incoming + "/" + name
      let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(file) }
      close(descriptor)
    }
  }

  private func lockIncoming(_ kind: Int32) throws(FilesError) -> Int32 {
    let folder = open(incoming, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw .cannotOpen(path: incoming, code: errno) }
    while flock(folder, kind) != 0 {
      guard errno == EINTR else {
        let code = errno
        close(folder)
        throw .cannotOpen(path: incoming, code: code)
      }
    }
    return folder
  }
}
