internal import Files

/// Finds the chat text among an export's files.
///
/// Names are asked first: `_chat.txt`, then the names that Android gives. Where no name tells, or several do, the texts
/// are looked into; and where that leaves several, the one whose messages name the others as attachments is
/// the chat. Nothing is guessed: two that are left are an error.
struct ChatTextChoice {
  let path: String
  let store: any ExportStore

  private static let candidates = 8

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
        attached.formUnion(try store.open(store.items[text].entry).names(of: others))
      }
      let left = alike.filter { !attached.contains(store.items[$0].entry.name) }
      if left.count == 1 { return left[0] }
    }
    throw .chatTextAmbiguous(path: path, names: open.map { store.items[$0].entry.name })
  }
}

extension EntrySource {
  /// Which of these names stand in a text.
  func names(of files: [String]) throws(ExportError) -> Set<String> {
    let names = files.map { (name: $0, bytes: Array($0.utf8)) }
    let longest = names.map(\.bytes.count).max() ?? 0
    var found: Set<String> = []
    var kept: [UInt8] = []
    try forEachChunk(of: 1 << 18) { chunk in
      kept += chunk
      for (name, bytes) in names where !found.contains(name) && Self.stands(bytes, in: kept) {
        found.insert(name)
      }
      kept.removeFirst(max(0, kept.count - longest))
      return found.count < names.count
    }
    return found
  }

  private static func stands(_ name: [UInt8], in bytes: [UInt8]) -> Bool {
    unsafe name.withUnsafeBytes { name in
      unsafe bytes.withUnsafeBytes { unsafe ByteSearch.firstOffset(of: name, in: $0) != nil }
    }
  }
}

extension String {
  var hasTextEnding: Bool { suffix(4).lowercased() == ".txt" }
  var hasZipEnding: Bool { suffix(4).lowercased() == ".zip" }
  var hasExportEnding: Bool { hasTextEnding || hasZipEnding }
}
