internal import Files
internal import Glibc

/// Another copy of a backup.
package struct BackupCopy: Sendable, Equatable {
  package let path: String
  /// Whether it lies on the same file system as the backup itself, and would be lost with it.
  package let isOnSameDisk: Bool

  /// - Parameter original: the backup's own folder.
  /// - Throws: `DeletionError.badCopy` for what is no other folder.
  init(at path: String, of original: String) throws(DeletionError) {
    guard let place = Self.place(of: path), let home = Self.place(of: original) else {
      throw .badCopy(path: path, reason: "there is no such folder")
    }
    guard place != home else {
      throw .badCopy(path: path, reason: "it is the backup itself")
    }
    self.path = path
    isOnSameDisk = place.device == home.device
  }

  /// Reads it again to the last byte. To be called under a lock of its folder.
  ///
  /// - Parameters:
  ///   - pointer: which generation it must hold.
  ///   - isStopped: asked often while files are read; true ends that with `CancellationError`.
  /// - Throws: `DeletionError.badCopy`, `FilesError`, `CancellationError`.
  func read(
    expecting pointer: BackupPointer?, progress: (any BackupProgress)?,
    isStopped: @escaping @Sendable () -> Bool
  ) throws {
    let checked: BackupVerifier.Result
    do {
      checked = try BackupVerifier(path, progress: progress, isStopped: isStopped)
        .run(isQuick: false)
    } catch let error as BackupError {
      throw DeletionError.badCopy(path: path, reason: "\(error)")
    }
    guard checked.report.verdict == .intact else {
      let files = checked.report.problems.filter { $0.severity == .error }.compactMap(\.file)
      throw DeletionError.badCopy(
        path: path,
        reason: checked.report.because.joined(separator: "; ")
          + (files.first.map { ", \($0) among them" } ?? ""))
    }
    guard checked.pointer == pointer else {
      throw DeletionError.badCopy(path: path, reason: "it holds another state of the backup")
    }
  }

  private struct Place: Equatable {
    let device: UInt64
    let file: UInt64
  }

  /// Which folder a path leads to; nil where it leads to none.
  private static func place(of path: String) -> Place? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
    return Place(device: UInt64(status.st_dev), file: UInt64(status.st_ino))
  }
}
