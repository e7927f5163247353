package import Files

/// `HEAD`: which generation counts, and the hash of its manifest. Its last line covers the lines before it.
package struct BackupPointer: Sendable, Equatable {
  package let generation: Int
  package let manifest: SHA256.Digest

  static let limitInBytes = 4096
  private static let title = "chatferry backup "

  var text: String {
    let lines =
      "\(Self.title)\(BackupLayout.version)\ngeneration \(generation)\nmanifest \(manifest.hex)\n"
    return lines + "sha256 \(Self.digest(of: lines).hex)\n"
  }

  /// Whether a file that begins so is a pointer of any version.
  static func isOurs(_ start: [UInt8]) -> Bool { start.starts(with: title.utf8) }

  private static func digest(of text: String) -> SHA256.Digest {
    SHA256.digest(of: Array(text.utf8).span)
  }

  /// What a pointer's bytes say.
  enum Reading: Equatable {
    case pointer(BackupPointer)
    case newer(Int)
    case damaged(String)
  }

  static func read(_ bytes: [UInt8]) -> Reading {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let last = text.startOfLastLine,
      text[last...] == "sha256 \(digest(of: String(text[..<last])).hex)\n"
    else { return .damaged("its last line does not fit the lines before it") }
    let lines = text[..<last].split(separator: "\n", omittingEmptySubsequences: false)
    guard let version = lines.first.flatMap({ Int($0.dropFirst(title.count)) }),
      lines[0].hasPrefix(title)
    else { return .damaged("its first line is unknown") }
    if version > BackupLayout.version { return .newer(version) }
    guard lines.count == 4, let generation = Int(lines[1].dropFirst("generation ".count)),
      generation > 0, let manifest = SHA256.Digest(hex: String(lines[2].dropFirst(9)))
    else { return .damaged("its lines are unknown") }
    let pointer = BackupPointer(generation: generation, manifest: manifest)
    return pointer.text == text ? .pointer(pointer) : .damaged("its lines are unknown")
  }
}

extension String {
  /// nil where the last line is not ended.
  fileprivate var startOfLastLine: String.Index? {
    guard hasSuffix("\n") else { return nil }
    return dropLast().lastIndex(of: "\n").map { index(after: $0) } ?? startIndex
  }
}
