internal import Files
internal import Glibc

extension BackupFolder {
  /// Removes a file or folder with all that is in it; links are removed, not followed.
  func removeTree(_ name: String) throws(FilesError) {
    let path = file(name)
    guard Folder.hasItem(path) else { return }
    guard Folder.isFolderItself(path) else { return try operations.removeFile(path) }
    for inner in try Folder.names(in: path) { try removeTree(name + "/" + inner) }
    guard rmdir(path) == 0 else { throw .cannotRemove(path: path, code: errno) }
  }

  /// Removes all files in a folder and the folders in it but those that are wanted.
  func removeFiles(in name: String, besides wanted: Set<String>) throws(FilesError) {
    for inner in try Folder.names(in: file(name)) {
      let path = name + "/" + inner
      if wanted.contains(path) { continue }
      if Folder.isFolderItself(file(path)) {
        try removeFiles(in: path, besides: wanted)
      } else {
        try operations.removeFile(file(path))
      }
    }
  }
}
