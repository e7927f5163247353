internal import Files

/// What makes two files the same upload.
struct MediaKey: Sendable, Hashable {
  var sha256: SHA256.Digest
  /// In bytes.
  var size: Int64
  var mime: String
}
