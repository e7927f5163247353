/// Sorts the marker table's rows into what `MarkerIndex` looks up.
struct MarkerIndexBuilder {
  var phrases: [[UInt8]: MarkerIndex.Phrase] = [:]
  var patterns: [MarkerIndex.Pattern] = []
  var patternsByHead: [UInt32: [Int]] = [:]
  var patternsByGram: [UInt32: [Int]] = [:]
  var tagHeads: [[UInt8]: Substring] = [:]
  var tagTails: [[UInt8]: Substring] = [:]
  var wordTags: [[UInt8]: Substring] = [:]
  var nameTails: [[UInt8]: Substring] = [:]
  var nameHeads: [(words: [UInt8], language: Substring)] = []
  var locationLabels: [[UInt8]: Substring] = [:]
  var pollHeads: [[UInt8]: Substring] = [:]
  var pollOptions: [[UInt8]] = []
  var eventHeads: [[UInt8]: Substring] = [:]
  var edges = WordingEdges()

  /// Which category wins when two rows have the same words.
  private static let precedence: [Marker.Category] = [
    .edited, .omitted, .deleted, .call, .location, .viewOnce, .system,
  ]

  mutating func add(_ marker: Marker) {
    switch marker.category {
    case .zipname, .pages:
      break  // A title is `ChatTitle`'s; a page count is told by its bullet and number.
    case .attached:
      addAttachment(marker)
    case .poll where marker.what == "option":
      let words = Self.literals(marker.pattern).first ?? []
      if !pollOptions.contains(words) { pollOptions.append(words) }
    case .poll:
      let words = TextFold.folded(marker.pattern)
      if pollHeads[words] == nil { pollHeads[words] = marker.language }
      mark(starting: marker.pattern)
    case .event:
      let words = TextFold.folded(marker.pattern)
      if eventHeads[words] == nil { eventHeads[words] = marker.language }
      mark(starting: marker.pattern)
    case .location where marker.pattern.hasSuffix("{url}"):
      let label = TextFold.folded(marker.pattern.dropLast(5))
      if locationLabels[label] == nil { locationLabels[label] = marker.language }
      mark(starting: marker.pattern)
    case .location where marker.what.hasPrefix("venue"):
      break  // Told by the link; see `BodyReader`.
    case .omitted, .deleted, .edited, .location, .call, .system, .viewOnce:
      if marker.pattern.utf8.contains(UInt8(ascii: "{")) || Self.isCut(marker.pattern) {
        addPattern(marker)
      } else {
        addPhrase(marker)
      }
    }
  }

  // MARK: Whole wordings

  private mutating func addPhrase(_ marker: Marker) {
    let words = TextFold.folded(marker.pattern)
    // Four letters that people type too: taken as written.
    if marker.what == "placeholder" && words.first != UInt8(ascii: "<") { return }
    var phrase = MarkerIndex.Phrase(
      category: marker.category, what: marker.what, isIOS: marker.platform != .android,
      isAndroid: marker.platform != .ios, languages: [marker.language])
    if let known = phrases[words] {
      let order = Self.precedence
      let isWeaker =
        order.firstIndex(of: known.category) ?? 0 <= order.firstIndex(of: marker.category) ?? 0
      if isWeaker {
        phrase = MarkerIndex.Phrase(
          category: known.category, what: known.what, isIOS: known.isIOS,
          isAndroid: known.isAndroid, languages: known.languages)
      }
      if known.category == marker.category {
        phrase.isIOS = known.isIOS || marker.platform != .android
        phrase.isAndroid = known.isAndroid || marker.platform != .ios
      }
      phrase.languages = known.languages
      if !phrase.languages.contains(marker.language) { phrase.languages.append(marker.language) }
    }
    phrases[words] = phrase
    if marker.category != .edited && Self.mayFollowAName(marker) { mark(starting: marker.pattern) }
    if marker.category == .omitted && marker.platform != .android {
      mark(ending: marker.pattern)
    }
  }

  /// Most of the app's own lines have no name before them, or a mark of direction after it.
  private static func mayFollowAName(_ marker: Marker) -> Bool {
    marker.category != .system || marker.what == "waiting" || marker.what.hasPrefix("e2e")
  }

  // MARK: Wordings with placeholders

  private mutating func addPattern(_ marker: Marker) {
    let isCut = Self.isCut(marker.pattern)
    let words = isCut ? Self.beforeCut(marker.pattern) : marker.pattern
    let literals = Self.literals(words)
    // A wording of next to nothing but placeholders would match anything.
    guard literals.reduce(0, { $0 + $1.count }) >= 5 else { return }
    let startsOpen = words.utf8.first == UInt8(ascii: "{")
    let pattern = MarkerIndex.Pattern(
      category: marker.category, what: marker.what, language: marker.language, literals: literals,
      startsOpen: startsOpen, endsOpen: isCut || Self.endsOpen(words),
      endsWithStop: TextFold.endsWithStop(words.utf8.span, before: words.utf8.count))
    let index = patterns.count
    if let head = literals.first, !startsOpen, let key = MarkerIndex.head(head.span) {
      patternsByHead[key, default: []].append(index)
      if Self.mayFollowAName(marker) { mark(starting: words) }
    } else if let words = literals.max(by: { $0.count < $1.count }), words.count >= 4 {
      patternsByGram[MarkerIndex.gram(words.span, 0), default: []].append(index)
    } else {
      return
    }
    patterns.append(pattern)
  }

  /// The words between the placeholders, folded. Spaces at the ends of the whole pattern go.
  private static func literals(_ pattern: Substring) -> [[UInt8]] {
    var literals: [[UInt8]] = []
    var words: Substring = pattern[pattern.startIndex..<pattern.startIndex]
    var rest = pattern
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: "}"))
    {
      words = rest[..<open]
      if !words.isEmpty { literals.append(foldInside(words)) }
      rest = rest[rest.utf8.index(after: close)...]
    }
    if !rest.isEmpty {
      // The end of the whole wording: its full stop does not count, nor does a space.
      let isWhole = literals.isEmpty && rest.startIndex == pattern.startIndex
      var last = isWhole ? [] : foldInside(rest)
      if isWhole { last = TextFold.folded(rest) } else { trimEnd(&last) }
      if !last.isEmpty { literals.append(last) }
    }
    return literals
  }

  /// Whether a placeholder ends the wording; a full stop after it does not count.
  private static func endsOpen(_ pattern: Substring) -> Bool {
    guard let close = pattern.utf8.lastIndex(of: UInt8(ascii: "}")) else { return false }
    return TextFold.folded(pattern[pattern.utf8.index(after: close)...]).isEmpty
  }

  /// Whether only the beginning of the wording is known. By bytes, as everything here: by characters the table would
  /// take longer than reading a small export.
  private static func isCut(_ pattern: Substring) -> Bool {
    pattern.utf8.suffix(3).elementsEqual("…".utf8)
  }

  /// What a wording says before the `…` that cuts it, without a placeholder that the cut went through.
  private static func beforeCut(_ pattern: Substring) -> Substring {
    let words = Substring(pattern.utf8.dropLast(3))
    guard let open = words.utf8.lastIndex(of: UInt8(ascii: "{")),
      !words[open...].utf8.contains(UInt8(ascii: "}"))
    else { return words }
    return words[..<open]
  }

  private static func foldInside(_ words: Substring) -> [UInt8] {
    let hasSpace =
      words.utf8.first == UInt8(ascii: " ") || words.utf8.starts(with: "\u{A0}".utf8)
    return (hasSpace ? [0x20] : []) + TextFold.folded(words, keepingEnd: true)
  }

  private static func trimEnd(_ words: inout [UInt8]) {
    let trimmed = TextFold.folded(String(decoding: words, as: UTF8.self))
    words = (words.first == 0x20 ? [0x20] : []) + trimmed
  }

  // MARK: Attachments

  private mutating func addAttachment(_ marker: Marker) {
    let pattern = marker.pattern
    guard let place = pattern.range(of: "{file}") else {
      preconditionFailure("marker table: no {file} in “\(pattern)”")
    }
    let before = pattern[..<place.lowerBound]
    let after = pattern[place.upperBound...]
    let head = TextFold.folded(before)
    let tail = TextFold.folded(after)
    if head.first == UInt8(ascii: "<"), head.count > 1 {
      keep(TextFold.folded(before.drop { $0 == "<" }), in: \.tagHeads, marker)
    } else if head.first == UInt8(ascii: "<") {
      keep(TextFold.folded(after.filter { $0 != ">" }), in: \.tagTails, marker)
    } else if tail.first == UInt8(ascii: "<") {
      keep(tail, in: \.wordTags, marker)
    } else if !tail.isEmpty {
      keep(tail, in: \.nameTails, marker)
      mark(ending: after)
    } else {
      nameHeads.append((head, marker.language))
      mark(starting: before)
    }
  }

  /// The first row of some words names their language.
  private mutating func keep(
    _ words: [UInt8], in table: WritableKeyPath<Self, [[UInt8]: Substring]>, _ marker: Marker
  ) {
    if self[keyPath: table][words] == nil { self[keyPath: table][words] = marker.language }
  }

  // MARK: Edges

  /// Marks the first bytes of the words, in the cases that a phone may write them in.
  private mutating func mark(starting words: Substring) {
    guard let first = words.unicodeScalars.first else { return }
    let rest = words.unicodeScalars.dropFirst().prefix { $0 != "{" }.prefix(7)
    let (lower, upper) = (first.properties.lowercaseMapping, first.properties.uppercaseMapping)
    for head in lower == upper ? [String(first)] : [String(first), lower, upper] {
      let bytes = Array(head.utf8) + Array(String(rest).utf8)
      edges.insert(start: bytes.span)
    }
  }

  private mutating func mark(ending words: Substring) {
    var words = words.unicodeScalars
    while let last = words.last, " .。۔।".unicodeScalars.contains(last) { words.removeLast() }
    let bytes = Array(String(words).utf8)
    edges.insert(end: bytes.span)
  }
}

extension Substring {
  /// The first place of `words`.
  fileprivate func range(of words: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(words) {
        return start..<index(start, offsetBy: words.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
