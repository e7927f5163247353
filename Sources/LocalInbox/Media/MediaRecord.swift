internal import Files

/// One medium that somebody uploaded. Equal contents share one file.
struct MediaRecord: Sendable {
  let id: UUIDText
  let sha256: SHA256.Digest
  /// In bytes.
  let size: Int64
  let mimeType: String
}
