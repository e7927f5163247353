/// Why an export cannot be read at all. Nothing of it was used.
package enum ExportError: Error, Equatable, Sendable {
  case noSuchInput(path: String)
  case notAZip(path: String)
  case archiveEncrypted(path: String, entry: String)
  case archiveTruncated(path: String)
  case archiveUnsafePath(path: String, entry: String)
  // … the archive and text readers add their own facts.

  // MARK: header grammar, locales and zones (words in ExportError+Header.swift)
  /// No line of the text's first part begins like a message; `outlines` show the first lines with every letter
  /// as `a` and every digit as `0`.
  case headerUnknown(outlines: [LineOutline])
  /// Not a BCP 47 name of a language that exists.
  case localeUnknown(name: String)
  /// Not a name of the time zone database; `suggestion` is the nearest one, when one is near.
  case zoneUnknown(name: String, suggestion: String?)
  /// A fixed offset from UTC outside of ±18:00.
  case offsetOutOfRange(minutes: Int)
  /// The chat text could not be read again from its start.
  case textUnreadable(reason: String)
  // MARK: end of header grammar

  /// The stable word for this error, as in `problems`.
  package var code: String { fatalError() }
}
