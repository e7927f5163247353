/// The marker table, compiled once for looking things up in folded bytes (`TextFold`): no lookup walks
/// the table. To add a language is to add rows to the data.
final class MarkerIndex: Sendable {
  /// Whole wordings, without placeholders.
  struct Phrase: Sendable, Equatable {
    let category: Marker.Category
    let what: Substring
    /// On which platforms; both are set when the table says `both`.
    var isIOS: Bool
    var isAndroid: Bool
    var languages: [Substring]
  }

  /// A wording with placeholders, or of which only the start is known.
  struct Pattern: Sendable {
    let category: Marker.Category
    let what: Substring
    let language: Substring
    /// The words between the placeholders, folded, in order; the first one stands at the text's start
    /// unless `startsOpen`, the last one at its end unless `endsOpen`.
    let literals: [[UInt8]]
    let startsOpen: Bool
    let endsOpen: Bool
    /// Whether the table has a full stop at its end. Texts of the app without it are the same to `match`.
    let endsWithStop: Bool
  }

  static let shared = MarkerIndex(MarkerTable.rows)

  let phrases: [[UInt8]: Phrase]
  let patterns: [Pattern]
  /// Patterns by the first bytes of a text that they begin.
  let patternsByHead: [UInt32: [Int]]
  /// Patterns that begin with a placeholder, by four bytes somewhere in the text.
  let patternsByGram: [UInt32: [Int]]
  /// `attached:` of `<attached: NAME>`, folded.
  let tagHeads: [[UInt8]: Substring]
  /// `eklendi` of `<NAME eklendi>`.
  let tagTails: [[UInt8]: Substring]
  /// `<attached>` of `NAME <attached>`.
  let wordTags: [[UInt8]: Substring]
  /// `(file attached)` of `NAME (file attached)`.
  let nameTails: [[UInt8]: Substring]
  /// The words before a name on Android.
  let nameHeads: [(words: [UInt8], language: Substring)]
  /// `location:` before a link.
  let locationLabels: [[UInt8]: Substring]
  /// `poll:`, and `option:` of its options.
  let pollHeads: [[UInt8]: Substring]
  let pollOptions: [[UInt8]]
  /// `event:` before its title.
  let eventHeads: [[UInt8]: Substring]
  /// What a line that is no plain text may begin or end with.
  let edges: WordingEdges
  /// The keys of `patternsByGram`.
  private let grams: ByteSieve

  /// - Parameter rows: in order of weight; where two rows say different things in the same words, the
  ///   first category of `precedence` wins, then the first row.
  init(_ rows: [Marker]) {
    var build = MarkerIndexBuilder()
    for marker in rows { build.add(marker) }
    phrases = build.phrases
    patterns = build.patterns
    patternsByHead = build.patternsByHead
    patternsByGram = build.patternsByGram
    tagHeads = build.tagHeads
    tagTails = build.tagTails
    wordTags = build.wordTags
    nameTails = build.nameTails
    nameHeads = build.nameHeads
    locationLabels = build.locationLabels
    pollHeads = build.pollHeads
    pollOptions = build.pollOptions
    eventHeads = build.eventHeads
    edges = build.edges
    var grams = ByteSieve()
    for key in build.patternsByGram.keys { grams.insert(key) }
    self.grams = grams
  }

  /// The pattern that all of a folded text matches, `nil` for none.
  ///
  /// Cost: linear in the text, whatever the size of the table.
  ///
  /// - Parameter isFixed: looks only for wordings that begin with their own words.
  func pattern(
    _ text: [UInt8], in categories: Set<Marker.Category>, isFixed: Bool = false
  ) -> (Pattern, PatternMatch)? {
    let bytes = text.span
    if let key = Self.head(bytes), let found = first(patternsByHead[key], bytes, categories) {
      return found
    }
    if isFixed { return nil }
    var at = 0
    while at + 4 <= bytes.count {
      let key = Self.gram(bytes, at)
      if grams.mayContain(key), let found = first(patternsByGram[key], bytes, categories) {
        return found
      }
      at += 1
    }
    return nil
  }

  private func first(
    _ candidates: [Int]?, _ text: Span<UInt8>, _ categories: Set<Marker.Category>
  ) -> (Pattern, PatternMatch)? {
    guard let candidates else { return nil }
    for index in candidates where categories.contains(patterns[index].category) {
      if let match = patterns[index].match(text) { return (patterns[index], match) }
    }
    return nil
  }

  /// The key of a text's first three bytes.
  static func head(_ bytes: Span<UInt8>) -> UInt32? {
    guard bytes.count >= 3 else { return nil }
    return UInt32(bytes[0]) << 16 | UInt32(bytes[1]) << 8 | UInt32(bytes[2])
  }

  @inline(__always)
  static func gram(_ bytes: Span<UInt8>, _ at: Int) -> UInt32 {
    precondition(at >= 0 && at + 4 <= bytes.count)
    return unsafe UInt32(
      bigEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt32.self))
  }
}

/// What a pattern's first placeholder stood for.
struct PatternMatch: Sendable, Equatable {
  /// Where, in the folded text, the text before the pattern's own first words ends; 0 when the pattern
  /// begins with words.
  let actorEnd: Int
}

extension MarkerIndex.Pattern {
  /// Whether a colon is one of its own words.
  var hasColon: Bool { literals.contains { $0.contains(UInt8(ascii: ":")) } }

  /// Whether a text that ends at `end` can be this wording and no more. A placeholder at its end would stand for a
  /// whole sentence that somebody wrote on, were it not for the full stop.
  func fitsEnd(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    !endsOpen || endsWithStop && TextFold.endsWithStop(bytes, before: end)
  }

  /// Whether all of `text`, folded, is this wording.
  func match(_ text: Span<UInt8>) -> PatternMatch? {
    var at = 0
    var actorEnd = 0
    for (index, literal) in literals.enumerated() {
      let isFirst = index == 0
      let isLast = index == literals.count - 1
      let found: Int
      if isFirst && !startsOpen {
        guard Self.stands(literal, in: text, at: 0) else { return nil }
        found = 0
        if isLast && !endsOpen && literal.count != text.count { return nil }
      } else if isLast && !endsOpen {
        found = text.count - literal.count
        // A placeholder stands for something.
        guard found > at, Self.stands(literal, in: text, at: found) else { return nil }
      } else {
        guard let place = Self.search(literal, in: text, from: at + 1) else { return nil }
        found = place
      }
      if isFirst && startsOpen { actorEnd = found }
      at = found + literal.count
    }
    return PatternMatch(actorEnd: actorEnd)
  }

  private static func stands(_ literal: [UInt8], in text: Span<UInt8>, at start: Int) -> Bool {
    guard start >= 0, start + literal.count <= text.count else { return false }
    for offset in 0..<literal.count where text[start + offset] != literal[offset] { return false }
    return true
  }

  private static func search(_ literal: [UInt8], in text: Span<UInt8>, from start: Int) -> Int? {
    var at = start
    while at + literal.count <= text.count {
      if stands(literal, in: text, at: at) { return at }
      at += 1
    }
    return nil
  }
}
