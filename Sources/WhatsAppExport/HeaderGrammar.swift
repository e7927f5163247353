internal import Files

/// What was learned of a chat text's header lines, ready to read with.
struct HeaderGrammar: Sendable {
  let shape: ChatShape
  let reader: HeaderReader

  /// Learns the grammar of a text.
  ///
  /// - Parameters:
  ///   - head: the first part of the text as valid UTF-8, ending at a line's end.
  ///   - isWhole: whether `head` is the whole text.
  ///   - languages: markers found in the head, most frequent first; they tell the locale, never the order.
  ///   - rest: opens the whole text again, as UTF-8; asked for when the head leaves the order open.
  /// - Throws: `headerUnknown` with the first lines' places, `dateOrderAmbiguous` never: an open order is in
  ///   `shape.dateOrderEvidence`.
  static func learn(
    head: Span<UInt8>, isWhole: Bool, languages: [String], options: ParseOptions,
    rest: () throws(ExportError) -> any ByteSource
  ) throws(ExportError) -> HeaderGrammar { fatalError() }
}
