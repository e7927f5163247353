/// Why an export cannot be read at all. Nothing of it was used.
package enum ExportError: Error, Equatable, Sendable {
  case noSuchInput(path: String)
  case notAZip(path: String)
  case archiveEncrypted(path: String, entry: String)
  case archiveTruncated(path: String)
  case archiveUnsafePath(path: String, entry: String)
  // … the archive and text readers add their own facts.

  /// The stable word for this error, as in `problems`.
  package var code: String { fatalError() }
}
