internal import Files

/// TEMPORARY stand-in until the grammar branch is merged.
struct HeaderGrammar: Sendable {
  let shape: ChatShape
  let reader: HeaderReader

  static func learn(
    head: Span<UInt8>, isWhole: Bool, languages: [String], options: ParseOptions,
    rest: () throws(ExportError) -> any ByteSource
  ) throws(ExportError) -> HeaderGrammar {
    var bracket = false
    for at in 0..<head.count where head[at] == UInt8(ascii: "[") { bracket = true }
    let order = options.dateOrder ?? .dmy
    return HeaderGrammar(
      shape: ChatShape(
        platform: bracket ? .ios : .android, locale: languages.first, localeEvidence: .text,
        dateOrder: order, dateOrderEvidence: .given, calendar: "gregorian", digits: "latn",
        hourCycle: .h23, dateOrderReason: ""),
      reader: HeaderReader(order: order, bracket: bracket))
  }
}
