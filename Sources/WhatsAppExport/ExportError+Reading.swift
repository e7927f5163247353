internal import Glibc

extension ExportError {
  /// What reading a source threw, as an error of this module.
  init(_ error: any Error, reading path: String) {
    self = error as? ExportError ?? .readFailed(path: path, code: EIO)
  }
}
