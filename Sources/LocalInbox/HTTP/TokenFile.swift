internal import Files
internal import Glibc

/// The token that foreign callers must show: made at the first start, the same ever after.
enum TokenFile {
  /// 40 hexadecimal digits, as the hosted inbox's tokens have.
  private static let length = 40

  /// - Throws: `tokenUnreadable`, `cannotPrepare`.
  static func read(orMake directory: DataDirectory) throws(LocalInboxError) -> String {
    let path = directory.tokenFile
    if let token = try read(path) { return token }
    do throws(FilesError) {
      try make(in: directory)
    } catch {
      throw .cannotPrepare(path: path, reason: error.description)
    }
    guard let token = try read(path) else { throw .tokenUnreadable(path: path) }
    return token
  }

  /// Whether two texts are equal, in a time that does not tell how far they are.
  static func areEqual(_ left: String, _ right: String) -> Bool {
    guard left.utf8.count == right.utf8.count else { return false }
    return zip(left.utf8, right.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// nil when there is no file.
  private static func read(_ path: String) throws(LocalInboxError) -> String? {
    let bytes: [UInt8]
    do throws(FilesError) {
      bytes = try FileSource.contents(of: path, limit: 4096)
    } catch {
      if case .cannotOpen(_, ENOENT) = error { return nil }
      throw .cannotPrepare(path: path, reason: error.description)
    }
    let digits = bytes.prefix { Hexadecimal.value(of: $0) != nil }
    guard digits.count == length, bytes.dropFirst(length).allSatisfy({ $0 == 10 || $0 == 13 })
    else { throw .tokenUnreadable(path: path) }
    return String(decoding: digits, as: UTF8.self)
  }

  /// The file appears whole, and of two processes that make it at once the first wins.
  private static func make(in directory: DataDirectory) throws(FilesError) {
    var generator = SystemRandomNumberGenerator()
    var text: [UInt8] = []
    for _ in 0..<3 { Hexadecimal.append(generator.next(), to: &text) }
    text.removeLast(text.count - length)
    text.append(10)

    let (path, descriptor) = try directory.makeIncoming()
    defer {
      unlink(path)
      close(descriptor)
    }
    let target = directory.tokenFile
    let written = text.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    guard written == text.count else { throw .cannotWrite(path: target, code: errno) }
    guard fsync(descriptor) == 0 else { throw .cannotSync(path: target, code: errno) }
    guard link(path, target) == 0 || errno == EEXIST else {
      throw .cannotCreate(path: target, code: errno)
    }
    try Folder.sync(directory.path)
  }
}
