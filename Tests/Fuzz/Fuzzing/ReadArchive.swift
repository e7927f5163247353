import Files
import Foundation

@testable import WhatsAppExport

/// Where the archive of each round is written.
private let path = (ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp") + "/fuzzed.zip"

/// Reads the bytes as an archive: the scan, the headers, the chat text and every file, with the rules that must hold of
/// whatever is let through.
@_cdecl("chatferry_read_archive")
public func readArchive(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let file = fopen(path, "we")
  guard let file else { preconditionFailure("\(path) cannot be written") }
  let written = fwrite(data, 1, count, file)
  fclose(file)
  precondition(written == count)
  do {
    let archive = try ExportArchive(opening: FoundExport(path: path, form: .zip))
    for entry in archive.media + [archive.chatText] {
      let parts = entry.name.split(separator: "/", omittingEmptySubsequences: false)
      precondition(!parts.contains(".."), "a way out")
      precondition(!entry.name.utf8.contains(0) && entry.name.utf8.count <= 4_096)
    }
    var total: Int64 = 0
    let text = try archive.openChatText()
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while true {
      let got = try buffer.withUnsafeMutableBytes { try text.read(into: $0) }
      if got == 0 { break }
      total += Int64(got)
    }
    precondition(total == archive.chatText.size, "another size than was promised")
    try archive.verifyMedia()
  } catch {
    // What is refused is refused in words.
    precondition(!"\(error)".isEmpty)
  }
  return 0
}
