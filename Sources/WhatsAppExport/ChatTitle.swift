internal import Glibc

/// The title of a chat, from the names around it.
struct ChatTitle: Equatable {
  let title: String
  /// The languages in which phones give the name that told it, as the marker table names them.
  let languages: [String]

  /// The text's own name tells it best: an archive may have been renamed. `_chat.txt` tells nothing; then the archive's name
  /// does, or that of a folder around the text. Where no name is one that phones give: the bare name of what was given.
  init(_ found: FoundExport, text: ExportItem) {
    let path = Self.resolved(found.path).split(separator: "/").map(String.init)
    let last = path.last ?? found.path
    var bases = [Self.bare(last, found.form)]
    bases += text.folders.reversed()
    switch found.form {
    case .text: bases += path.dropLast().suffix(1)
    case .zip, .folder, .unusable:
      if let name = ChatName(textNamed: text.entry.name), let title = name.title {
        self.init(title: title, languages: name.languages)
        return
      }
    }
    for base in bases {
      if let name = ChatName(base: ChatName.withoutDownloadNumber(base)), let title = name.title {
        self.init(title: title, languages: name.languages)
        return
      }
    }
    let title = ChatName.trimmed(ChatName.withoutMarks(ChatName.withoutDownloadNumber(bases[0])))
    self.init(title: title.isEmpty ? last : title, languages: [])
  }

  private init(title: String, languages: [String]) {
    self.title = title
    self.languages = languages
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
    case .folder, .unusable: name
    }
  }
}
