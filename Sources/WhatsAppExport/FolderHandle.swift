internal import Glibc

/// An open folder, from which files are opened by name without ever following a link.
struct FolderHandle: ~Copyable, Sendable {
  /// For messages.
  let path: String
  let descriptor: Int32

  /// What a folder holds.
  enum Kind: Sendable { case file, folder, other }
  struct Item: Sendable, Equatable {
    let name: String
    let kind: Kind
    /// In bytes; of files only.
    let size: Int64
  }

  /// - Throws: `noSuchInput`, `inputUnreadable`.
  init(at path: String) throws(ExportError) {
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
    self.path = path
    guard descriptor >= 0 else { throw .opening(path, errno) }
  }

  /// Opens a folder inside another one; a link to a folder is `notARegularFile`.
  init(_ name: String, in parent: borrowing FolderHandle) throws(ExportError) {
    path = parent.path + "/" + name
    descriptor = unsafe openat(
      parent.descriptor, name, O_RDONLY | O_CLOEXEC | O_DIRECTORY | O_NOFOLLOW)
    guard descriptor >= 0 else {
      guard errno != ELOOP && errno != ENOTDIR else { throw .notARegularFile(path: path) }
      throw .opening(path, errno)
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Everything in the folder but what systems hide there, sorted by the bytes of the names. A link is `other`,
  /// whatever it points to.
  borrowing func items() throws(ExportError) -> [Item] {
    // A descriptor of its own: `fdopendir` takes it over and moves its position.
    let own = unsafe openat(descriptor, ".", O_RDONLY | O_CLOEXEC | O_DIRECTORY)
    guard own >= 0, let stream = unsafe fdopendir(own) else {
      throw .opening(path, errno)
    }
    defer { unsafe closedir(stream) }
    var items: [Item] = []
    while true {
      errno = 0
      guard let found = unsafe readdir(stream) else { break }
      let name = unsafe withUnsafePointer(to: &found.pointee.d_name) { tuple in
        unsafe tuple.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      guard !name.hasPrefix("."), name != "__MACOSX" else { continue }
      var status = stat()
      guard unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
        // Gone meanwhile, or a name that is not UTF-8.
        items.append(Item(name: name, kind: .other, size: 0))
        continue
      }
      let kind: Kind =
        switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        default: .other
        }
      items.append(Item(name: name, kind: kind, size: kind == .file ? Int64(status.st_size) : 0))
    }
    guard errno == 0 else { throw .readFailed(path: path, code: errno) }
    return items.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}
