import Foundation
import Testing

@testable import Files

@Suite struct FilesErrorTests {
  static let texts: [(FilesError, String)] = [
    (
      .cannotCreate(path: "/x/a", code: ENOENT),
      "cannot create /x/a: No such file or directory; check the path"
    ),
    (
      .cannotOpen(path: "a", code: EACCES),
      "cannot open a: Permission denied; check its permissions and those of its folder"
    ),
    (.cannotRead(path: "a", code: EIO), "cannot read a: Input/output error; check the disk"),
    (
      .cannotWrite(path: "a", code: ENOSPC),
      "cannot write a: No space left on device; free some space, then run the same command again"
    ),
    (
      .cannotSync(path: "a", code: EROFS),
      "cannot make a durable: Read-only file system; choose a place that can be written"
    ),
    (
      .cannotReplace(path: "a", code: EISDIR),
      "cannot put a into place: Is a directory; something else has that name; choose another one"
    ),
    (
      .cannotRemove(path: "a", code: ELOOP),
      "cannot remove a: Too many levels of symbolic links; a symbolic link stands there, which is "
        + "not followed; remove it"
    ),
    (
      .cannotOpen(path: "a", code: EMFILE),
      "cannot open a: Too many open files; raise the limit of open files"
    ),
    (
      .cannotOpen(path: "a", code: ENAMETOOLONG),
      "cannot open a: File name too long; choose a shorter path"
    ),
    (.cannotOpen(path: "a", code: EINVAL), "cannot open a: Invalid argument"),
    (
      .readerGone(name: "standard output"),
      "standard output: the reading end was closed before everything was written"
    ),
    (
      .locked(path: "a"),
      "a: another run is using it; wait until that has ended, then run the same command again"
    ),
    (
      .noMediaTypes(reason: "gone"),
      "the table of media types cannot be loaded: gone; install the package libmagic1"
    ),
  ]

  @Test(arguments: texts)
  func saysWhatWhereAndWhatToDo(error: FilesError, text: String) {
    #expect(error.description == text)
  }

  @Test func knowsAFullDisk() {
    #expect(FilesError.cannotWrite(path: "a", code: ENOSPC).isDiskFull)
    #expect(FilesError.cannotSync(path: "a", code: EDQUOT).isDiskFull)
    #expect(!FilesError.cannotWrite(path: "a", code: EIO).isDiskFull)
    #expect(!FilesError.readerGone(name: "a").isDiskFull)
  }

  @Test func knowsALock() {
    #expect(FilesError.locked(path: "a").isLocked)
    #expect(!FilesError.readerGone(name: "a").isLocked)
  }
}
