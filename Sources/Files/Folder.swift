internal import Glibc

/// Folders on the disk.
package enum Folder {
  /// Makes a folder and those above it; one that is there already is left as it is.
  ///
  /// - Throws: `cannotCreate`.
  package static func create(_ path: String, access: UInt32 = 0o700) throws(FilesError) {
    if isFolder(path) { return }
    let above = FilePath.folder(of: path)
    if above != path, !isFolder(above) { try create(above, access: access) }
    guard mkdir(path, mode_t(access)) == 0 else {
      let code = errno
      if code == EEXIST, isFolder(path) { return }
      throw .cannotCreate(path: path, code: code)
    }
  }

  /// Whether a folder is there, perhaps by a symbolic link.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether anything has that name, a dangling link too.
  package static func hasItem(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Whether a folder is there itself, not by a symbolic link.
  package static func isFolderItself(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in a folder, sorted by their bytes, without `.` and `..`.
  ///
  /// - Throws: `cannotOpen`, `cannotRead`.
  package static func names(in path: String) throws(FilesError) -> [String] {
    guard let stream = opendir(path) else { throw .cannotOpen(path: path, code: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let item = readdir(stream) else { break }
      let name = withUnsafePointer(to: &item.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    guard errno == 0 else { throw .cannotRead(path: path, code: errno) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
