package import Files

/// A request body that is sent without being held: pulled, of known length, from the start as often as asked.
///
/// `open` and the reads of its source happen on the transport's own thread, one after the other.
package protocol RequestBody: AnyObject, Sendable {
  /// In bytes, exact. A source that gives fewer or more ends the request with an error before its
  /// last byte is sent, so that the server cannot take it for whole.
  var length: Int64 { get }
  /// Goes back to the first byte; called before every sending.
  func open() throws -> any ByteSource
}

/// One file to upload.
package struct MediaUpload: Sendable {
  package let fileName: String
  package let contentType: String
  package let body: any RequestBody

  package init(fileName: String, contentType: String, body: any RequestBody) {
    self.fileName = fileName
    self.contentType = contentType
    self.body = body
  }
}

/// What createMediaFile answered.
package struct MediaReceipt: Sendable, Equatable, Codable {
  package let id: String
  /// The URL under which the server says the file is.
  package let file: String?

  package init(id: String, file: String? = nil) {
    self.id = id
    self.file = file
  }
}
