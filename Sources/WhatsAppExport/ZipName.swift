/// What a name inside an archive may look like.
enum ZipName {
  enum Verdict: Equatable {
    case fine, unsafe, tooLong, notUTF8
  }

  /// Judges a name by its bytes. Everything that some system could take for a way out of a folder is unsafe:
  /// `..`, roots, drives, backslashes, streams behind a colon, NUL, and slashes in overlong UTF-8.
  static func judge(_ name: [UInt8], isMarkedUTF8: Bool) -> Verdict {
    guard name.count <= ZipLimits.nameBytes else { return .tooLong }
    let isUTF8 = String(validating: name, as: UTF8.self) != nil
    if !isUTF8 && hasOverlongASCII(name) { return .unsafe }
    if isMarkedUTF8 && !isUTF8 { return .notUTF8 }
    guard !name.isEmpty, !name.contains(0), !name.contains(UInt8(ascii: "\\")) else {
      return .unsafe
    }
    var parts = name.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if parts.last?.isEmpty == true { parts.removeLast() }  // A folder's own slash.
    guard parts.count <= ZipLimits.levels else { return .tooLong }
    guard !parts.isEmpty, parts.allSatisfy(isSafe) else { return .unsafe }
    return .fine
  }

  private static func isSafe(_ part: ArraySlice<UInt8>) -> Bool {
    guard !part.isEmpty, !part.elementsEqual(".".utf8), !part.elementsEqual("..".utf8) else {
      return false
    }
    let colon = UInt8(ascii: ":")
    if part.count >= 2, part[part.startIndex + 1] == colon, isLetter(part[part.startIndex]) {
      return false  // A drive.
    }
    // People put colons into titles and documents: “Trip: Rome”, “10:30”, “Zoë :)”, and mail programs other signs in place of
    // spaces. A stream's name stands close.
    return part.indices.allSatisfy { index in
      guard part[index] == colon else { return true }
      guard index > part.startIndex, index + 1 < part.endIndex else { return false }
      let (before, after) = (part[index - 1], part[index + 1])
      return " _%)(".utf8.contains(after) || (isDigit(before) && isDigit(after))
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Whether a decoder that does not look closely would read `/`, `\`, `.` or NUL in bytes over 0x7F.
  private static func hasOverlongASCII(_ name: [UInt8]) -> Bool {
    for index in name.indices {
      var value: UInt32
      let tail: Int
      switch name[index] {
      case 0xC0, 0xC1: (value, tail) = (UInt32(name[index] & 0x1F), 1)
      case 0xE0: (value, tail) = (0, 2)
      case 0xF0: (value, tail) = (0, 3)
      default: continue
      }
      guard index + tail < name.count else { continue }
      let rest = name[(index + 1)...(index + tail)]
      guard rest.allSatisfy({ $0 & 0xC0 == 0x80 }) else { continue }
      for byte in rest { value = value << 6 | UInt32(byte & 0x3F) }
      if value == 0 || value == 0x2E || value == 0x2F || value == 0x5C { return true }
    }
    return false
  }

  /// Whether a name is safe, but such that another system would change, refuse or misread it: control characters,
  /// turned direction, colons, a dot or space at the end, names of DOS devices.
  static func isOdd(_ name: String) -> Bool {
    if name.unicodeScalars.contains(where: { $0.isUnprintable || $0 == ":" }) { return true }
    return name.split(separator: "/").contains { part in
      if part.hasSuffix(".") || part.hasSuffix(" ") { return true }
      let stem = part.prefix { $0 != "." }.uppercased()
      if ["CON", "PRN", "AUX", "NUL"].contains(stem) { return true }
      return stem.count == 4 && (stem.hasPrefix("COM") || stem.hasPrefix("LPT"))
        && stem.last?.isNumber == true
    }
  }

  /// Whether `unicode` (UTF-8) is the same name as `stored`: equal, or equal but for letters that the writer's
  /// code page had other bytes for, or none (`?`, `_`).
  static func agree(stored: [UInt8], unicode: [UInt8]) -> Bool {
    if stored == unicode { return true }
    guard String(validating: unicode, as: UTF8.self) != nil else { return false }
    var at = 0
    var index = 0
    while index < unicode.count {
      if unicode[index] < 0x80 {
        guard at < stored.count, stored[at] == unicode[index] else { return false }
        at += 1
        index += 1
      } else {
        while index < unicode.count, unicode[index] >= 0x80 { index += 1 }
        let start = at
        while at < stored.count,
          stored[at] >= 0x80 || stored[at] == UInt8(ascii: "?") || stored[at] == UInt8(ascii: "_")
        {
          at += 1
        }
        // An underscore may belong to the ASCII that follows.
        while index < unicode.count, at > start + 1, stored[at - 1] == unicode[index] { at -= 1 }
        guard at > start else { return false }
      }
    }
    return at == stored.count
  }

  /// Whether an entry is something that a system put beside the files: a Mac's forks and folder views.
  static func isSystemDust(_ name: String) -> Bool {
    let parts = name.split(separator: "/")
    guard let last = parts.last else { return true }
    return parts.first == "__MACOSX" || last.hasPrefix("._") || last == ".DS_Store"
  }
}
