/// Which languages the app's own words in a text are of, before anything is known of its headers.
enum HeadLanguages {
  /// Lines that are looked at; the words recur.
  private static let lines = 5_000

  /// The languages of the markers in `head`, most frequent first. Words that several languages share count
  /// for each of them.
  static func find(in head: Span<UInt8>, index: MarkerIndex = .shared) -> [String] {
    var counts: [Substring: Int] = [:]
    var folded: [UInt8] = []
    var start = 0
    var seen = 0
    while start < head.count && seen < lines {
      let end = TextWindow.lineFeed(head, from: start) ?? head.count
      defer { start = end + 1 }
      seen += 1
      let last = end > start && head[end - 1] == 0x0D ? end - 1 : end
      guard last - start <= 2 * BodyReader.limit else { continue }
      look(head, start, last, index, &folded, &counts)
    }
    return counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map { String($0.key) }
  }

  private static func look(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ index: MarkerIndex, _ folded: inout [UInt8],
    _ counts: inout [Substring: Int]
  ) {
    func fold(_ from: Int, _ to: Int) {
      folded.removeAll(keepingCapacity: true)
      TextFold.append(bytes, from: from, to: to, to: &folded)
    }
    /// Whether a wording can begin so; told by its first bytes as for messages.
    func mayBePhrase(_ from: Int, isLed: Bool) -> Bool {
      isLed || end - from < 4 || bytes[from] == 0xC2
        || index.edges.mayBegin(bytes, at: from, end: end)
    }
    // What follows a header or a name: after `: `, ` - ` or `] `.
    var at = start
    var places = 0
    while at + 1 < end && places < 6 {
      defer { at += 1 }
      guard bytes[at + 1] == 0x20 else { continue }
      switch bytes[at] {
      case UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "]"): break
      default: continue
      }
      places += 1
      let from = at + 2
      let isLed = TextFold.markLength(bytes, at: from, end: end) > 0
      if mayBePhrase(from, isLed: isLed) {
        fold(from, end)
        if let phrase = index.phrases[folded] {
          for language in phrase.languages { counts[language, default: 0] += 1 }
          return
        }
      }
      guard bytes[at] != UInt8(ascii: ":") || isLed else { continue }
      fold(from, end)
      if let (pattern, _) = index.pattern(folded, in: [.system, .deleted, .viewOnce]) {
        counts[pattern.language, default: 0] += 1
        return
      }
    }
    // Attachments, by their words.
    guard end > start, bytes[end - 1] == UInt8(ascii: ">") || bytes[end - 1] == UInt8(ascii: ")")
    else { return }
    let sign = bytes[end - 1] == UInt8(ascii: ">") ? UInt8(ascii: "<") : UInt8(ascii: "(")
    var open = end - 1
    while open > start && bytes[open] != sign { open -= 1 }
    guard bytes[open] == sign else { return }
    if sign == UInt8(ascii: "(") {
      fold(open, end)
      if let language = index.nameTails[folded] { counts[language, default: 0] += 1 }
      return
    }
    var colon = open
    while colon < end - 1, bytes[colon] != UInt8(ascii: ":"), bytes[colon] != 0x9A { colon += 1 }
    fold(open + 1, colon + 1)
    if let language = index.tagHeads[folded] {
      counts[language, default: 0] += 1
      return
    }
    var space = end - 1
    while space > open && bytes[space] != 0x20 { space -= 1 }
    fold(space, end - 1)
    if let language = index.tagTails[folded] { counts[language, default: 0] += 1 }
    fold(open, end)
    if let phrase = index.phrases[folded] {
      for language in phrase.languages { counts[language, default: 0] += 1 }
    }
  }
}
