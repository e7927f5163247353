internal import Files
internal import Glibc

extension Folder {
  /// Makes the names in a folder durable.
  static func sync(_ path: String) throws(FilesError) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotSync(path: path, code: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .cannotSync(path: path, code: errno) }
  }
}
