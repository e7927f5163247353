internal import ChatRecords

/// What the head of a text tells of its people, before the first message is given out.
struct HeadSurvey {
  /// Ready for the first message: knows the names with a `: ` and who writes more than once.
  let table: AuthorTable
  let chat: String
  let partnerNumber: String?
  /// Whether the head shows who is me, so that everybody else is the other side: I write in it, or nobody does but
  /// the one whom the title or a number tells from me.
  let tellsSides: Bool

  init(_ head: [UInt8], _ grammar: HeaderGrammar, _ given: GivenNames, _ files: MediaNames) {
    var table = AuthorTable(given)
    var bodies = BodyReader(platform: grammar.shape.platform)
    table.learn(Self.tally(head, grammar.reader, table, &bodies, files))

    // A rehearsal: who really writes, and whether it is a group.
    var trial = table
    var cutter = MessageCutter(grammar.reader)
    let bytes = head.span
    var isGroup = false
    while cutter.next(bytes, isWhole: true, trial) {
      let cut = cutter.cut
      let split = trial.split(bytes, from: cut.header.bodyStart, to: cut.header.end)
      let extent = BodyReader.Extent(
        from: split?.textStart ?? cut.header.bodyStart, firstLineEnd: cut.header.end,
        to: cut.textEnd, hasAngle: cut.hasAngle, isFirst: cutter.accounting.messages == 1)
      let body =
        split == nil
        ? bodies.notice(bytes, extent) : bodies.read(bytes, extent, media: files)
      if let split, !body.isSystem {
        trial.countMessage(of: trial.writer(of: split.spelling) ?? trial.enter(split.spelling))
        cutter.lastWritten = cut.header.time.seconds
      } else if !isGroup {
        isGroup = bodies.isGroupNotice()
      }
    }
    isGroup = isGroup || trial.writers.count > 2
    if !isGroup { table.partner = Self.partner(trial.writers, given) }
    tellsSides =
      given.knowsMe && (trial.writers.contains { $0.isMe } || given.isOnlyPartner(trial.writers))
    self.table = table
    partnerNumber =
      given.partnerNumber
      ?? (isGroup ? nil : table.partner?.number ?? given.number(of: given.title))
    chat = partnerNumber ?? given.title
  }

  /// Counts how lines begin. Lines that go back in time are left out: pasted text does.
  private static func tally(
    _ head: [UInt8], _ reader: HeaderReader, _ table: AuthorTable, _ bodies: inout BodyReader,
    _ files: MediaNames
  ) -> Tally {
    var tally = Tally()
    let bytes = head.span
    var start = 0
    var latest: Int64?
    while start < bytes.count {
      let feed = TextWindow.lineFeed(bytes, from: start) ?? bytes.count
      let end = feed > start && bytes[feed - 1] == 0x0D ? feed - 1 : feed
      let first = TextFold.skipMarks(bytes, from: start, to: end)
      if let match = reader.match(bytes, at: first, lineEnd: end),
        latest.map({ match.time.seconds >= $0 - 3600 }) ?? true
      {
        latest = match.time.seconds
        table.count(bytes, from: match.bodyStart, to: end, into: &tally) { text in
          let extent = BodyReader.Extent(
            from: text, firstLineEnd: end, to: end, hasAngle: bytes[end - 1] == UInt8(ascii: ">"))
          return bodies.read(bytes, extent, media: files).isPlain
        }
      }
      start = feed + 1
    }
    return tally
  }

  /// The other side of a chat of two: the one who is not me, else the one the archive is named after.
  private static func partner(
    _ writers: [Writer], _ given: GivenNames
  ) -> (name: String, number: String?)? {
    let others = writers.filter { !$0.isMe }
    let other =
      others.count < writers.count && others.count == 1
      ? others.first : others.first { given.isTitle($0.name) }
    guard let other else { return nil }
    return (other.name, given.partnerNumber ?? other.number ?? given.number(of: given.title))
  }
}
