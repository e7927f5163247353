internal import Files

/// What was learned of a chat text's header lines, ready to read with.
struct HeaderGrammar: Sendable {
  let shape: ChatShape
  let reader: HeaderReader
  /// What a person should know: `date-order-ambiguous` with both readings of one line, and words of the user's that the
  /// text refutes.
  let problems: [Problem]
  /// Where the order stays open: a line and the days that it may mean.
  let ambiguity: Ambiguity?

  /// A line whose date can be read in two ways.
  struct Ambiguity: Sendable, Equatable {
    /// Counted from 1.
    let line: Int
    /// Both orders (or calendars) with the date as `2022-04-05`.
    let readings: [Reading]

    struct Reading: Sendable, Equatable {
      let order: DateOrder
      var calendar = "gregorian"
      let date: String
    }
  }

  /// Learns the grammar of a text.
  ///
  /// - Parameters:
  ///   - head: the first part of the text as valid UTF-8, ending at a line's end.
  ///   - isWhole: whether `head` is the whole text.
  ///   - languages: markers found in the head, most frequent first; they tell the locale, never the order.
  ///   - rest: opens the whole text again, as UTF-8; asked for when the head leaves the order open.
  /// - Throws: `headerUnknown` with the first lines' places, `localeUnknown`, what `rest` throws;
  ///   `dateOrderAmbiguous` never: an open order is in `shape.dateOrderEvidence`.
  static func learn(
    head: Span<UInt8>, isWhole: Bool, languages: [String], options: ParseOptions,
    rest: () throws(ExportError) -> any ByteSource
  ) throws(ExportError) -> HeaderGrammar {
    let given: String? =
      if let tag = options.locale { try LocaleChoice.resolve(tag) } else { nil }
    let suspects =
      [given].compactMap { $0 }
      + languages.compactMap { ICU.locale(fromTag: $0.replacing("_", with: "-")) }
    var words = HeaderWords()
    var families = Array(HeaderFamily.collect(head).prefix(familyLimit))
    while !families.isEmpty {
      var family = families.removeFirst()
      let bare = family.bare
      family.keepKnownWords(&words, suspects: suspects, given: given)
      if family.sketches.isEmpty {
        if let bare { families.append(bare) }
        continue
      }
      let form = HeaderForm(family, words: words, given: given)
      let parts = family.parts
      var decisions: [Decision] = []
      for part in parts {
        let isOnly = parts.count == 1
        let decision = try decide(
          isOnly ? form : HeaderForm(part, words: words, given: given),
          hasLongYear: isOnly ? nil : part.hasLongYear, of: head, isWhole: isWhole,
          givenOrder: options.dateOrder, rest: rest)
        guard let decision else { break }
        decisions.append((part, decision))
      }
      guard let main = decisions.first else { continue }
      return HeaderGrammar(
        main, besides: decisions.dropFirst().first, form: form, givenTag: options.locale,
        languages: languages)
    }
    throw .headerUnknown(outlines: outlines(of: head))
  }

  private static let familyLimit = 6

  /// What the lines of a form show of the order of their dates; nil where they are no dates.
  ///
  /// - Parameter hasLongYear: then only dates whose years are written so count.
  private static func decide(
    _ form: HeaderForm, hasLongYear: Bool?, of head: Span<UInt8>, isWhole: Bool,
    givenOrder: DateOrder?, rest: () throws(ExportError) -> any ByteSource
  ) throws(ExportError) -> OrderDecision? {
    guard let first = form.candidates.first else { return nil }
    let draft = form.reader(first)
    var proof = OrderProof(form.candidates, hasLongYear: hasLongYear)
    proof.addLines(of: head, reader: draft, withNames: false)
    guard proof.isPlausible else { return nil }
    if proof.verdict().open.count > 1 {
      proof = OrderProof(form.candidates, hasLongYear: hasLongYear)
      if isWhole {
        proof.addLines(of: head, reader: draft, withNames: true)
      } else {
        try proof.addLines(of: try rest(), reader: draft)
      }
    }
    return OrderDecision(proof: proof, form: form, givenOrder: givenOrder)
  }

  private typealias Decision = (part: HeaderFamily, decision: OrderDecision)

  /// - Parameter other: of the lines of the family whose years are written otherwise, if there are any.
  private init(
    _ main: Decision, besides other: Decision?, form: HeaderForm, givenTag: String?,
    languages: [String]
  ) {
    var reader = form.reader(main.decision.reading)
    reader.hasLongYear = main.part.hasLongYear
    var decision = main.decision
    if let other, other.decision.ambiguity == nil {
      reader.exception = (other.part.hasLongYear, other.decision.reading)
    } else if let other, other.part.sketches.count * 10 >= form.family.sketches.count {
      // Not a stray line or two, which are read like the others.
      decision = other.decision
    }
    self.reader = reader
    problems = decision.problems
    ambiguity = decision.ambiguity
    let (locale, evidence) = form.suggestedLocale(
      given: givenTag, languages: languages, order: decision.reading.order)
    let platform: ChatShape.Platform = form.family.key.frame == .dash ? .android : .ios
    shape = ChatShape(
      platform: platform, locale: locale, localeEvidence: evidence,
      dateOrder: decision.reading.order,
      dateOrderEvidence: decision.evidence, calendar: reader.reading.calendar.name,
      digits: reader.layout.digits.name, hourCycle: form.isTwelveHours ? .h12 : .h23,
      dateOrderReason: decision.reason)
  }

  /// The first lines that say something, without what they say.
  private static func outlines(of head: Span<UInt8>) -> [LineOutline] {
    var outlines: [LineOutline] = []
    TextWalk.overLines(of: head) { bytes, start, end, line in
      var outline = ""
      var at = start
      while at < end && outline.count < 40 {
        let scalar = HeaderBytes.scalar(bytes, at: at, end: end)
        at += scalar.length
        guard let character = Unicode.Scalar(scalar.value) else { continue }
        let properties = character.properties
        if properties.numericType != nil {
          outline.append("0")
        } else if properties.isAlphabetic {
          outline.append("a")
        } else if scalar.value >= 0x20 && scalar.value < 0x7F {
          outline.unicodeScalars.append(character)
        }
      }
      if !outline.isEmpty { outlines.append(LineOutline(line: line, outline: outline)) }
      return outlines.count < 3
    }
    return outlines
  }
}

extension OrderProof {
  /// Takes in the headers of a text that lies in memory and, on demand, the dates in names of attachments.
  mutating func addLines(of text: Span<UInt8>, reader: HeaderReader, withNames: Bool) {
    TextWalk.overLines(of: text) { bytes, start, end, line in
      addLine(bytes, start, end, line, reader: reader, withNames: withNames)
      return true
    }
  }

  /// Takes in the headers of a text and the dates in names of attachments.
  mutating func addLines(
    of source: any ByteSource, reader: HeaderReader
  ) throws(ExportError) {
    try TextWalk.overLines(of: source) { bytes, start, end, line in
      addLine(bytes, start, end, line, reader: reader, withNames: true)
      return true
    }
  }

  private mutating func addLine(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ line: Int, reader: HeaderReader,
    withNames: Bool
  ) {
    guard start < end else { return }
    var body = start
    var fields = HeaderReader.Fields()
    if reader.layout.mayBegin(with: bytes[start]),
      reader.scan(bytes, at: start, end: end, into: &fields)
    {
      add(fields, line: line, reader: reader)
      body = fields.bodyStart
    }
    if withNames, let day = TextWalk.namedDay(bytes, from: body, to: end) {
      add(namedDay: day, line: line)
    }
  }
}
