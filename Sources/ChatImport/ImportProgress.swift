/// Told to the person while the import goes on. Called from any thread.
package protocol ImportProgress: AnyObject, Sendable {
  /// - Parameter totalBytes: 0 where it is not known.
  func began(_ phase: ImportPhase, of path: String, totalBytes: Int64, totalItems: Int)
  func advanced(bytes: Int64, items: Int)
  func note(_ message: String)
}

/// What an import is doing.
package enum ImportPhase: String, Sendable {
  case reading, verifying, uploading, importing, checking
}
