/// Somebody who writes in the chat, as the reader keeps it.
struct Writer {
  let name: String
  /// The name as it stands before the first message, direction marks and all.
  let spelling: String
  var number: String?
  let isMe: Bool
  var isPartner = false
  var messages = 0
}

/// Where an author's name ends and the text begins.
struct AuthorSplit {
  /// The spelling in `AuthorTable`.
  var spelling: Int
  /// After `Name: `.
  var textStart: Int
}

/// Tells the author before the first `: ` of a message from a system line that holds one, and from an
/// author whose name holds one.
///
/// Phones escape nothing, so three things decide: the names that the user or the archive's title gave,
/// the beginnings that recur in the head of the text, and the wordings of the marker table.
struct AuthorTable {
  /// At how many `: ` a line is looked at.
  static let splits = 8

  let given: GivenNames
  let index: MarkerIndex
  private(set) var writers: [Writer] = []
  /// Who the other side of a chat of two is, once that is known.
  var partner: (name: String, number: String?)?
  private var spellings = SpellingTable()
  private var writerByName: [String: Int] = [:]
  /// The spelling of the last two messages.
  private var recent = (0, 0)
  /// How often a beginning stood, in good order, in the head of the text.
  private var counts: [[UInt8]: Int] = [:]

  init(_ given: GivenNames, index: MarkerIndex = .shared) {
    self.given = given
    self.index = index
  }

  // MARK: Reading

  /// The author of the line; nil when the app wrote it.
  @inline(__always)
  mutating func split(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> AuthorSplit? {
    if !spellings.isEmpty {
      if let text = textStart(after: recent.0, bytes, start, end) {
        return AuthorSplit(spelling: recent.0, textStart: text)
      }
      if let text = textStart(after: recent.1, bytes, start, end) {
        recent = (recent.1, recent.0)
        return AuthorSplit(spelling: recent.0, textStart: text)
      }
    }
    guard let split = find(bytes, from: start, to: end) else { return nil }
    recent = (split.spelling, recent.0)
    return split
  }

  /// Where the text begins when the line begins with this spelling and no longer name can be meant.
  @inline(__always)
  private func textStart(
    after spelling: Int, _ bytes: Span<UInt8>, _ start: Int, _ end: Int
  ) -> Int? {
    let name = spellings[spelling]
    let colon = start + name.count
    guard colon < end, bytes[colon] == UInt8(ascii: ":"), name.isAuthor, !name.goesOn,
      spellings.stands(spelling, in: bytes, at: start)
    else { return nil }
    return Self.textStart(bytes, colon: colon, end)
  }

  /// Where the text begins after the colon at `colon`; nil when it parts nothing.
  @inline(__always)
  private static func textStart(_ bytes: Span<UInt8>, colon: Int, _ end: Int) -> Int? {
    if colon + 1 == end { return end }
    return bytes[colon + 1] == 0x20 ? colon + 2 : nil
  }

  /// The next `: ` (or `:` at the line's end) from `start` on and before `limit`.
  private static func colon(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, limit: Int = .max
  ) -> Int? {
    var at = start
    let limit = min(limit, end)
    while at < limit {
      if bytes[at] == UInt8(ascii: ":"), textStart(bytes, colon: at, end) != nil { return at }
      at += 1
    }
    return nil
  }

  private mutating func find(
    _ bytes: Span<UInt8>, from start: Int, to end: Int
  ) -> AuthorSplit? {
    let limit = start + AuthorName.longestInBytes
    guard let first = Self.colon(bytes, from: start, to: end, limit: limit), first > start,
      !AuthorName.isLong(bytes, from: start, to: first)
    else { return closeText(bytes, from: start, to: end) }
    var found: AuthorSplit?
    if let known = spellings.find(bytes, start, first) {
      if spellings[known].isAuthor {
        found = AuthorSplit(
          spelling: known, textStart: Self.textStart(bytes, colon: first, end) ?? end)
      }
      guard spellings[known].goesOn else { return found }
    }
    if let longer = longerName(bytes, from: start, to: end, beyond: first) { return longer }
    if let found { return found }
    let name = MediaNames.withoutMarks(bytes, from: start, to: first)
    if !given.contains(name) {
      guard !isNotice(bytes, from: start, to: end, colon: first), !name.isBlank else { return nil }
    }
    return AuthorSplit(
      spelling: spellings.add(bytes, start, first, isAuthor: true),
      textStart: Self.textStart(bytes, colon: first, end) ?? end)
  }

  /// `Name:text`, as somebody wrote it by hand: a known author, and no space behind the colon.
  private func closeText(
    _ bytes: Span<UInt8>, from start: Int, to end: Int
  ) -> AuthorSplit? {
    let limit = min(end, start + AuthorName.longest)
    for at in start..<max(start, limit) where bytes[at] == UInt8(ascii: ":") {
      // Swedish notices say `Anna:s nummer ändrades`.
      guard let known = spellings.find(bytes, start, at), spellings[known].isAuthor,
        spellings[known].writer >= 0, !isNotice(bytes, from: start, to: end, colon: at)
      else { return nil }
      return AuthorSplit(spelling: known, textStart: at + 1)
    }
    return nil
  }

  /// The longest name with a `: ` in it that is known or given.
  private mutating func longerName(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, beyond first: Int
  ) -> AuthorSplit? {
    var best: AuthorSplit?
    var colon = first
    for _ in 1..<Self.splits {
      guard
        let next = Self.colon(
          bytes, from: colon + 1, to: end, limit: start + AuthorName.longestInBytes),
        !AuthorName.isLong(bytes, from: start, to: next)
      else { break }
      colon = next
      let text = Self.textStart(bytes, colon: next, end) ?? end
      if let known = spellings.find(bytes, start, next) {
        if spellings[known].isAuthor { best = AuthorSplit(spelling: known, textStart: text) }
      } else if given.hasColons,
        given.contains(MediaNames.withoutMarks(bytes, from: start, to: next))
      {
        best = AuthorSplit(
          spelling: spellings.add(bytes, start, next, isAuthor: true), textStart: text)
      }
    }
    return best
  }

  /// Whether the app wrote the line although a `: ` is in it.
  private func isNotice(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, colon: Int
  ) -> Bool {
    var folded: [UInt8] = []
    let limit = min(end, start + BodyReader.limit)
    TextFold.append(
      bytes, from: start, to: Self.scalarStart(bytes, limit, end), to: &folded,
      keepingEnd: limit < end)
    if index.phrases[folded]?.category == .system { return true }
    guard let (pattern, match) = index.pattern(folded, in: [.system]) else { return false }
    // `Value added: Shop` writes again and again. A notice recurs too, but then the colon is one of its own words, or
    // in the quotation marks of a group's name.
    if counts[Array(bytes, start..<colon)] ?? 0 >= 2, !pattern.hasColon,
      !AuthorName.hasQuotation(bytes, start, colon)
    {
      return false
    }
    // `Anna: Ben left` is Anna's; `Ben changed the subject to "A: B"` is nobody's.
    guard match.actorEnd > 0 else { return true }
    let actor = folded[..<match.actorEnd]
    var at = actor.startIndex
    while let place = actor[at...].firstIndex(of: UInt8(ascii: ":")) {
      if place + 1 < actor.endIndex, actor[place + 1] == 0x20 {
        return given.contains(
          MediaNames.withoutMarks(bytes, from: start, to: min(end, start + match.actorEnd)))
      }
      at = place + 1
    }
    return true
  }

  private static func scalarStart(_ bytes: Span<UInt8>, _ at: Int, _ end: Int) -> Int {
    var at = at
    while at > 0, at < end, bytes[at] & 0xC0 == 0x80 { at -= 1 }
    return at
  }

  // MARK: Doubtful lines

  /// Whether a person wrote the line, as far as a look at it tells.
  func isWritten(_ bytes: Span<UInt8>, _ line: HeaderLine) -> Bool {
    guard let colon = Self.colon(bytes, from: line.bodyStart, to: line.end),
      let text = Self.textStart(bytes, colon: colon, line.end)
    else { return false }
    return TextFold.markLength(bytes, at: text, end: line.end) == 0
  }

  /// Whether the line's author writes elsewhere too; true for a line without an author.
  ///
  /// - Parameter isCounted: whether the line itself may be one of those counted in the head.
  func isKnown(_ bytes: Span<UInt8>, _ line: HeaderLine, isCounted: Bool) -> Bool {
    var colon = line.bodyStart - 1
    var hasName = false
    for _ in 0..<Self.splits {
      guard let next = Self.colon(bytes, from: colon + 1, to: line.end) else { break }
      colon = next
      guard colon - line.bodyStart <= AuthorName.longestInBytes,
        !AuthorName.isLong(bytes, from: line.bodyStart, to: colon)
      else { break }
      hasName = true
      if let known = spellings.find(bytes, line.bodyStart, colon),
        spellings[known].writer >= 0 && writers[spellings[known].writer].messages > 0
      {
        return true
      }
      let key = Array(bytes, line.bodyStart..<colon)
      if counts[key] ?? 0 > (isCounted ? 1 : 0) { return true }
      if given.contains(MediaNames.withoutMarks(bytes, from: line.bodyStart, to: colon)) {
        return true
      }
    }
    return !hasName
  }

  // MARK: Learning

  /// Counts the beginnings of a line of the text's head.
  ///
  /// - Parameter isPlain: told where the text begins if the name ends at the first colon; false where that text is the
  ///   app's own words, whose colons are no name's.
  func count(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, into tally: inout Tally,
    isPlain: (Int) -> Bool
  ) {
    var colon = start - 1
    var parent: [UInt8]?
    for depth in 0..<Self.splits {
      guard
        let next = Self.colon(
          bytes, from: colon + 1, to: end, limit: start + AuthorName.longestInBytes + 1),
        next - start <= AuthorName.longestInBytes, !AuthorName.isLong(bytes, from: start, to: next)
      else { return }
      if depth == 1, !isPlain(colon + 2) { return }
      colon = next
      let key = Array(bytes, start..<next)
      tally.add(key, depth: depth, parent: parent)
      if parent == nil { parent = key }
    }
  }

  /// Takes what the head showed: whose names hold a `: `, and who writes at all.
  mutating func learn(_ tally: Tally) {
    for (key, seen) in tally.beginnings where seen.parent == nil { counts[key] = seen.lines }
    for (key, seen) in tally.beginnings {
      guard let parent = seen.parent, seen.lines >= 3,
        seen.lines * 10 >= (tally.beginnings[parent]?.lines ?? 0) * 9,
        !given.contains(Self.name(parent)), !given.contains(Self.name(key))
      else { continue }
      addLong(key)
    }
    for (key, seen) in tally.beginnings where seen.parent != nil && given.contains(Self.name(key)) {
      addLong(key)
    }
  }

  private mutating func addLong(_ key: [UInt8]) {
    let bytes = key.span
    _ = spellings.add(bytes, 0, key.count, isAuthor: true)
    counts[key] = max(counts[key] ?? 0, 3)
    var colon = -1
    while let next = Self.colon(bytes, from: colon + 1, to: key.count) {
      let known = spellings.find(bytes, 0, next) ?? spellings.add(bytes, 0, next, isAuthor: false)
      spellings[known].goesOn = true
      colon = next
    }
  }

  private static func name(_ key: [UInt8]) -> String {
    MediaNames.withoutMarks(key.span, from: 0, to: key.count)
  }

  // MARK: Writers

  /// Who the spelling belongs to; nil when no message of theirs was read yet.
  @inline(__always)
  func writer(of spelling: Int) -> Int? {
    let writer = spellings[spelling].writer
    return writer < 0 ? nil : writer
  }

  /// Enters the writer of a spelling, whose first message it is.
  mutating func enter(_ spelling: Int) -> Int {
    let bytes = Array(spellings.bytes(of: spelling))
    let name = MediaNames.withoutMarks(bytes.span, from: 0, to: bytes.count)
    let place: Int
    if let known = writerByName[name] {
      place = known
    } else {
      place = writers.count
      writerByName[name] = place
      var writer = Writer(
        name: name,
        spelling: String(decoding: bytes, as: UTF8.self),
        number: given.number(of: name), isMe: given.isMe(name))
      if name == partner?.name {
        writer.isPartner = true
        writer.number = partner?.number ?? writer.number
      }
      writers.append(writer)
    }
    spellings[spelling].writer = place
    return place
  }

  @inline(__always)
  mutating func countMessage(of writer: Int) { writers[writer].messages += 1 }
}

extension String {
  fileprivate var isBlank: Bool { unicodeScalars.allSatisfy { TextFold.fold($0.value) == 0x20 } }
}
