/// Finds the chat text among an export's files.
///
/// Names are asked first: `_chat.txt`, then the names that Android gives. Where no name tells, or several do, the texts
/// are looked into; and where that leaves several, the one whose messages name the others as attachments is
/// the chat. Nothing is guessed: two that are left are an error.
struct ChatTextChoice {
  let path: String
  let store: any ExportStore

  /// More are not compared with each other.
  static let candidates = 8

  /// The position of the chat text in `store.items`.
  ///
  /// - Throws: `chatTextMissing`, `chatTextAmbiguous`, and what reading the texts brings.
  func chosen() throws(ExportError) -> Int {
    let texts = store.items.indices.filter { store.items[$0].entry.name.hasTextEnding }
    let named = texts.filter { ChatName(textNamed: store.items[$0].entry.name) != nil }
    if named.count == 1 { return named[0] }
    return try chosen(among: named.isEmpty ? texts : named, areNamed: !named.isEmpty)
  }

  private func chosen(among texts: [Int], areNamed: Bool) throws(ExportError) -> Int {
    var alike: [Int] = []
    for text in texts {
      let head = try store.open(store.items[text].entry).bytes(upTo: HeaderLook.reach)
      if HeaderLook.looksLikeChat(head) { alike.append(text) }
    }
    if alike.count == 1 { return alike[0] }
    if alike.isEmpty && !areNamed { throw .chatTextMissing(path: path) }
    let open = alike.isEmpty ? texts : alike
    if alike.count > 1 && alike.count <= Self.candidates {
      var attached: Set<String> = []
      for text in alike {
        let others = alike.filter { $0 != text }.map { store.items[$0].entry.name }
        attached.formUnion(try sentFiles(in: text, among: others))
      }
      let left = alike.filter { !attached.contains(store.items[$0].entry.name) }
      if left.count == 1 { return left[0] }
    }
    throw .chatTextAmbiguous(path: path, names: open.map { store.items[$0].entry.name })
  }

  private func sentFiles(
    in text: Int, among names: [String]
  ) throws(ExportError) -> Set<String> {
    do {
      return try DecodedText(store.open(store.items[text].entry)).sentFiles(among: names)
    } catch {
      throw ExportError(error, reading: path)
    }
  }
}

extension DecodedText {
  /// Which of these files a chat text shows as sent: `NAME.txt (file attached)`, `<attached: NAME.txt>`, with these words in
  /// any language.
  ///
  /// - Parameter files: names that end in `.txt`, in any spelling of their letters.
  func sentFiles(among files: [String]) throws -> Set<String> {
    var found: Set<String> = []
    var kept: [UInt8] = []
    while try next({ piece in for at in piece.indices { kept.append(piece[at]) } }) {
      Self.findSent(among: files, in: kept, &found)
      kept.removeFirst(max(0, kept.count - Self.longestName))
      if found.count == files.count { break }
    }
    return found
  }

  /// Of a file's name with what stands behind it, in bytes: longer than any file system's.
  private static let longestName = 1024
  private static let ending = Array(".txt".utf8)

  private static func findSent(
    among files: [String], in bytes: [UInt8], _ found: inout Set<String>
  ) {
    for dot in bytes.indices where bytes[dot] == UInt8(ascii: ".") {
      let end = dot + ending.count
      guard end < bytes.count,
        zip(bytes[dot..<end], ending).allSatisfy({ $0 | 0x20 == $1 | 0x20 }),
        bytes[end] == UInt8(ascii: ">") || bytes[end...].starts(with: " (".utf8)
      else { continue }
      let line = bytes[max(0, end - longestName)..<end].split(separator: 0x0A).last ?? []
      let words = String(decoding: line, as: UTF8.self)
      for file in files where words.hasSuffix(file) {
        let before = words.dropLast(file.count).last
        if before.map({ !$0.isLetter && !$0.isNumber && !"._-".contains($0) }) ?? true {
          found.insert(file)
        }
      }
    }
  }
}

extension String {
  var hasTextEnding: Bool { suffix(4).lowercased() == ".txt" }
  var hasZipEnding: Bool { suffix(4).lowercased() == ".zip" }
  var hasExportEnding: Bool { hasTextEnding || hasZipEnding }
}
