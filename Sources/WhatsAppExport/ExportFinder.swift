internal import Glibc

/// The exports that a path stands for, in a stable order: one for a file, as many as there are for a folder. Nothing is
/// opened for good and no archive is checked; that is `ExportArchive`'s work.
///
/// A folder with one chat text among its files is one export, and so is each archive and each further chat in it, however
/// deep. Links inside a folder are not followed: where they could be exports they are `unusable`.
///
/// - Throws: `noSuchInput`, `inputUnreadable`, `notARegularFile`; `notAZip` for a file that is no export;
///   `chatTextMissing` for a folder without one.
package func findExports(at path: String) throws(ExportError) -> [FoundExport] {
  var status = stat()
  guard unsafe stat(path, &status) == 0 else { throw .opening(path, errno) }
  switch status.st_mode & S_IFMT {
  case S_IFDIR: return try ExportFinder(path).found()
  case S_IFREG: return [try ExportFinder.file(at: path)]
  default: throw .notARegularFile(path: path)
  }
}

/// Looks through a folder.
struct ExportFinder {
  private let path: String

  init(_ path: String) {
    var path = path[...]
    while path.count > 1, path.last == "/" { path.removeLast() }
    self.path = String(path)
  }

  /// A file is what its first bytes say; its name decides where those do not.
  static func file(at path: String) throws(ExportError) -> FoundExport {
    let head = try InputFile(at: path).bytes(at: 0, count: HeaderLook.reach)
    if head.starts(with: [0x50, 0x4B]) && !path.hasTextEnding || path.hasZipEnding {
      return FoundExport(path: path, form: .zip)
    }
    guard path.hasTextEnding || HeaderLook.looksLikeChat(head) else {
      throw .notAZip(path: path)
    }
    return FoundExport(path: path, form: .text)
  }

  func found() throws(ExportError) -> [FoundExport] {
    let many = try found(in: FolderHandle(at: path), at: path, Surroundings(), depth: 0)
    guard !many.isEmpty else { throw .chatTextMissing(path: path) }
    return many.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// What the folders above tell.
  private struct Surroundings {
    /// A chat text is there, and archives here may be documents of it.
    var areBesideChat = false
    /// There is but one, so that this folder may be one of its files.
    var areOfOneChat = false
  }

  private func found(
    in folder: borrowing FolderHandle, at path: String, _ above: Surroundings, depth: Int
  ) throws(ExportError) -> [FoundExport] {
    let items = try folder.items()
    let chats = chats(items, in: folder, namedAlone: above.areOfOneChat)
    let here = Surroundings(
      areBesideChat: above.areBesideChat || !chats.all.isEmpty,
      areOfOneChat: above.areOfOneChat || chats.only != nil)
    var many: [FoundExport] = []
    for item in items {
      let inner = path + "/" + item.name
      switch item.kind {
      case .file where item.name.hasZipEnding:
        if !here.areBesideChat || isExport(inner) {
          many.append(FoundExport(path: inner, form: .zip))
        }
      case .folder where depth < ZipLimits.levels:
        do throws(ExportError) {
          many += try found(
            in: FolderHandle(item.name, in: folder), at: inner, here, depth: depth + 1)
        } catch {
          many.append(FoundExport(path: inner, form: .folder))  // Opening it will say why.
        }
      case .other where item.name.hasExportEnding && !here.areOfOneChat:
        many.append(FoundExport(path: inner, form: .unusable))
      case .file, .folder, .other: break
      }
    }
    // The files beside the only chat are its own.
    if chats.only != nil { many.append(FoundExport(path: path, form: .folder)) }
    for text in chats.all where text != chats.only {
      many.append(FoundExport(path: path + "/" + text, form: .text))
    }
    return many
  }

  /// The chat texts among a folder's files.
  private struct Chats {
    /// Those with a chat's name.
    var named: [String]
    /// Those that look like a chat. What a chat shows as a file that was sent is in neither list.
    var others: [String] = []

    var all: [String] { named + others }
    /// The only one with a chat's name, or the only one at all.
    var only: String? { named.count == 1 ? named[0] : all.count == 1 ? all[0] : nil }
  }

  /// - Parameter namedAlone: whether a text of another name may be a file of a chat above.
  private func chats(
    _ items: [FolderHandle.Item], in folder: borrowing FolderHandle, namedAlone: Bool
  ) -> Chats {
    let texts = items.filter { $0.kind == .file && $0.name.hasTextEnding }
    let named = texts.filter { ChatName(textNamed: $0.name) != nil }
    var chats = Chats(named: named.map(\.name))
    if namedAlone { return chats }
    for text in texts where ChatName(textNamed: text.name) == nil {
      do throws(ExportError) {
        let head = try InputFile(text.name, in: folder).bytes(at: 0, count: HeaderLook.reach)
        if HeaderLook.looksLikeChat(head) { chats.others.append(text.name) }
      } catch {
        // Opening it will say what is wrong with it; beside a chat it may be anything.
        if named.isEmpty { chats.others.append(text.name) }
      }
    }
    guard (1...ChatTextChoice.candidates).contains(named.count) else { return chats }
    // A chat's text may have been sent in another chat, whatever its name.
    var sent: Set<String> = []
    for text in named where chats.all.count > 1 {
      do {
        let source = try FolderFileSource(InputFile(text.name, in: folder), size: text.size)
        let others = chats.all.filter { $0 != text.name }
        sent.formUnion(try DecodedText(source).sentFiles(among: others))
      } catch {
        // Opening the chat will say why; what it sent nobody knows.
        if named.count == 1 { chats.others = [] }
      }
    }
    chats.others.removeAll(where: sent.contains)
    // Two that show each other are both chats.
    if !chats.named.allSatisfy(sent.contains) { chats.named.removeAll(where: sent.contains) }
    return chats
  }

  /// Whether an archive is an export by its name or by a text in it. One that cannot be read is not, here: it
  /// may be any document.
  private func isExport(_ path: String) -> Bool {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if ChatName(base: ChatName.withoutDownloadNumber(String(name.dropLast(4)))) != nil {
      return true
    }
    do throws(ExportError) {
      let directory = try ZipDirectory(scanning: InputFile(at: path))
      return ZipStore.items(of: directory).contains { ChatName(textNamed: $0.entry.name) != nil }
    } catch {
      return false
    }
  }
}
