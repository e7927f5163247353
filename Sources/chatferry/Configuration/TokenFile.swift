internal import Files
internal import Glibc
internal import InboxAPI

/// A file that holds an inbox's token and nothing else.
enum TokenFile {
  /// Reads a token. The file must be regular, not a link, and closed to everybody but its owner.
  static func read(_ path: String) throws(CommandError) -> Secret {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      let code = errno
      throw .tokenFile(
        path: path,
        reason: code == ELOOP ? "it is a symbolic link" : String(cString: strerror(code)))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .tokenFile(path: path, reason: String(cString: strerror(errno)))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .tokenFile(path: path, reason: "it is no regular file")
    }
    if status.st_mode & 0o077 != 0 {
      let mode = String(status.st_mode & 0o7777, radix: 8)
      throw .tokenFileOpen(path: path, mode: String(repeating: "0", count: 4 - mode.count) + mode)
    }
    var bytes = [UInt8](repeating: 0, count: 4097)
    var count = 0
    while count < bytes.count {
      let got = bytes.withUnsafeMutableBytes { rest in
        Glibc.read(descriptor, rest.baseAddress.map { $0 + count }, rest.count - count)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else {
        throw .tokenFile(path: path, reason: String(cString: strerror(errno)))
      }
      if got == 0 { break }
      count += got
    }
    return try token(Array(bytes[..<count]), path: path)
  }

  private static func token(_ bytes: [UInt8], path: String) throws(CommandError) -> Secret {
    let text = bytes.split(whereSeparator: { [0x0A, 0x0D].contains($0) })
    guard text.count == 1, text[0].count <= 4096, text[0].allSatisfy({ (0x21...0x7E).contains($0) })
    else { throw .tokenFile(path: path, reason: "it holds no single line with a token") }
    return Secret(String(decoding: text[0], as: UTF8.self))
  }

  /// Puts a token into a file of mode 0600, whole or not at all; folders that are missing are made, 0700.
  static func write(_ token: Secret, to path: String) throws(FilesError) {
    try Folder.create(FilePath.folder(of: path), access: 0o700)
    let file = try OutputFile(path, access: .owner)
    try file.write(Array((token.value + "\n").utf8).span)
    try file.commit()
  }
}

extension Settings {
  /// The token of a server: `--token-file`, `CHATFERRY_TOKEN`, the profile's `token_file`; of a command with two servers
  /// the profile's alone.
  func token(
    for url: String, from source: CommandError.TokenSource
  ) throws(CommandError) -> Secret {
    if !hasTwoReferences {
      if let path = arguments.value(of: .tokenFile) { return try TokenFile.read(path) }
      if let token = environment("CHATFERRY_TOKEN"), !token.isEmpty { return Secret(token) }
    }
    if let path = profile?.text("token_file") { return try TokenFile.read(expanded(path)) }
    throw hasTwoReferences ? .tokenMissingInProfile(url) : .tokenMissing(url, source)
  }

  /// A path of the configuration: `~/` is the home folder, anything else relative stands beside the file.
  func expanded(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    if path.hasPrefix("~/") { return folder("", or: String(path.dropFirst(2))) }
    let own = configuration.path.lastIndex(of: "/").map { configuration.path[...$0] } ?? ""
    return own + path
  }
}
