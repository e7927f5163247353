internal import Glibc

/// What can go wrong with a file on this machine.
///
/// `code` is an `errno` value.
package enum FilesError: Error, Equatable, Sendable {
  /// A file or folder could not be made.
  case cannotCreate(path: String, code: Int32)
  /// A file could not be opened or looked at.
  case cannotOpen(path: String, code: Int32)
  /// Reading failed in the middle.
  case cannotRead(path: String, code: Int32)
  /// Bytes could not be written.
  case cannotWrite(path: String, code: Int32)
  /// The system could not promise that a file is on the disk; nothing of it may be relied upon.
  case cannotSync(path: String, code: Int32)
  /// A finished file could not take its place; what was there before is untouched.
  case cannotReplace(path: String, code: Int32)
  /// A file could not be removed.
  case cannotRemove(path: String, code: Int32)
  /// Whoever read our output has gone (`… | head`).
  case readerGone(name: String)
  /// Another process holds the lock or writes the same file.
  case locked(path: String)
  /// libmagic's database of media types could not be loaded.
  case noMediaTypes(reason: String)

  /// The disk or the quota is used up: freeing space and running again helps.
  package var isDiskFull: Bool {
    switch self {
    case .cannotCreate(_, let code), .cannotWrite(_, let code), .cannotSync(_, let code),
      .cannotReplace(_, let code):
      code == ENOSPC || code == EDQUOT
    default: false
    }
  }

  /// There is no such file.
  package var isMissingFile: Bool {
    if case .cannotOpen(_, ENOENT) = self { true } else { false }
  }

  /// Another run is in the way; waiting and running again helps.
  package var isLocked: Bool {
    if case .locked = self { true } else { false }
  }
}

extension FilesError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .cannotCreate(let path, let code):
      "cannot create \(path): \(advised(code))"
    case .cannotOpen(let path, let code):
      "cannot open \(path): \(advised(code))"
    case .cannotRead(let path, let code):
      "cannot read \(path): \(advised(code))"
    case .cannotWrite(let path, let code):
      "cannot write \(path): \(advised(code))"
    case .cannotSync(let path, let code):
      "cannot make \(path) durable: \(advised(code))"
    case .cannotReplace(let path, let code):
      "cannot put \(path) into place: \(advised(code))"
    case .cannotRemove(let path, let code):
      "cannot remove \(path): \(advised(code))"
    case .readerGone(let name):
      "\(name): the reading end was closed before everything was written"
    case .locked(let path):
      "\(path): another run is using it; wait until that has ended, then run the same command again"
    case .noMediaTypes(let reason):
      "the table of media types cannot be loaded: \(reason); install the package libmagic1"
    }
  }

  /// The system's words for an error, and what a person can do about it.
  private func advised(_ code: Int32) -> String {
    let words = FilesError.words(of: code)
    let advice: String? =
      switch code {
      case ENOSPC, EDQUOT: "free some space, then run the same command again"
      case EACCES, EPERM: "check its permissions and those of its folder"
      case EROFS: "choose a place that can be written"
      case ENOENT: "check the path"
      case ENOTDIR, EISDIR, EEXIST: "something else has that name; choose another one"
      case ELOOP: "a symbolic link stands there, which is not followed; remove it"
      case EIO: "check the disk"
      case EMFILE, ENFILE: "raise the limit of open files"
      case ENAMETOOLONG: "choose a shorter path"
      default: nil
      }
    return advice.map { "\(words); \($0)" } ?? words
  }

  /// `No such file or directory` for `ENOENT`.
  package static func words(of code: Int32) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
      guard let base = buffer.baseAddress, strerror_r(code, base, buffer.count) == 0 else {
        return "error \(code)"
      }
      return String(cString: base)
    }
  }
}
