internal import Glibc

/// The title of a chat, from the names around it.
enum ChatTitle {
  /// The text's own name tells it best: an archive may have been renamed. `_chat.txt` tells nothing; then the archive's name
  /// does, or that of a folder around the text. Where no name is one that phones give: the bare name of what was given.
  static func title(_ found: FoundExport, text: ExportItem) -> String {
    let path = resolved(found.path).split(separator: "/").map(String.init)
    let last = path.last ?? found.path
    var bases = [bare(last, found.form)]
    bases += text.folders.reversed()
    switch found.form {
    case .text: bases += path.dropLast().suffix(1)
    case .zip, .folder:
      if let title = ChatName(textNamed: text.entry.name)?.title { return title }
    }
    for base in bases {
      if let title = ChatName(base: ChatName.withoutDownloadNumber(base))?.title { return title }
    }
    let title = ChatName.trimmed(ChatName.withoutMarks(ChatName.withoutDownloadNumber(bases[0])))
    return title.isEmpty ? last : title
  }

  /// `.` and `..` name no chat; the folder that they stand for may.
  private static func resolved(_ path: String) -> String {
    let last = path.split(separator: "/").last
    guard last == "." || last == "..", let full = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(full) }
    return unsafe String(cString: full)
  }

  private static func bare(_ name: String, _ form: FoundExport.Form) -> String {
    switch form {
    case .zip: name.hasZipEnding ? String(name.dropLast(4)) : name
    case .text: name.hasTextEnding ? String(name.dropLast(4)) : name
    case .folder: name
    }
  }
}
