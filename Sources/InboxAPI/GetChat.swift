package import Files
package import JSONText

/// Text that must not be printed, logged or written anywhere: a token or a password.
package struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
  package let value: String
  package init(_ value: String) { self.value = value }
  package var description: String { "(secret)" }
  package var debugDescription: String { "(secret)" }
}

/// How a client behaves towards one server.
package struct ClientSettings: Sendable {
  /// Requests that may be under way at once.
  package var jobs = 4
  /// nil: no limit of our own.
  package var requestsPerSecond: Double?
  /// A longer `Retry-After` ends the run (exit 75) in place of being waited for.
  package var longestRetryAfter: Duration = .seconds(120)
  /// Time source of every wait; tests replace it.
  package var clock: any Clock<Duration> = ContinuousClock()
  /// Names of the item fields that the vendor never published.
  package var importProfile = ImportProfile()

  package init() {}
}

/// Field names of createChatImport's items.
package struct ImportProfile: Sendable, Equatable {
  package var participantName = "name"
  package var participantNumber = "wa_id"
  package var mediaName = "filename"
  package var mediaReference = "id"
  /// Whether `mediaReference` holds the id or the URL that createMediaFile gave.
  package var mediaReferenceIsURL = false

  package init() {}
}

/// A request body that is sent without being held: pulled, of known length, from the start as often as asked.
package protocol RequestBody: AnyObject, Sendable {
  /// In bytes, exact.
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
  package let file: String?
}

/// createChatImport's request, but for the text, which is streamed.
package struct ChatImportRequest: Sendable {
  package struct Participant: Sendable, Equatable {
    package let name: String
    package let number: String
    package init(name: String, number: String) {
      self.name = name
      self.number = number
    }
  }
  package struct MediaFile: Sendable, Equatable {
    package let fileName: String
    package let receipt: MediaReceipt
    package init(fileName: String, receipt: MediaReceipt) {
      self.fileName = fileName
      self.receipt = receipt
    }
  }
  package var participants: [Participant]
  package var utcOffsetMinutes: Int
  package var languageCode: String
  package var mediaFiles: [MediaFile]
  /// The chat text as the *inside* of a JSON string: escaped already, its length known.
  package var escapedText: any RequestBody

  package init(
    participants: [Participant], utcOffsetMinutes: Int, languageCode: String,
    mediaFiles: [MediaFile], escapedText: any RequestBody
  ) {
    self.participants = participants
    self.utcOffsetMinutes = utcOffsetMinutes
    self.languageCode = languageCode
    self.mediaFiles = mediaFiles
    self.escapedText = escapedText
  }
}

/// A page of a list. `items` are the server's own objects.
package struct ListPage: Sendable {
  package let count: Int?
  package let items: [JSONValue]
}

/// A client of one get.chat inbox. It can read, upload media and import chats; it has no means of sending a message
/// or of marking one as received.
package final class GetChatClient: Sendable {
  /// - Parameter url: the origin, `https://…` or loopback `http://…`.
  package init(url: String, token: Secret, settings: ClientSettings) throws(APIError) {
    fatalError()
  }

  /// createAuthToken, the one call without a token.
  package static func createToken(
    url: String, user: String, password: Secret, settings: ClientSettings
  ) async throws(APIError) -> Secret { fatalError() }

  /// users/current: checks the token without side effects.
  package func currentUser() async throws(APIError) -> JSONValue { fatalError() }
  package func createMedia(_ upload: MediaUpload) async throws(APIError) -> MediaReceipt {
    fatalError()
  }
  /// Sent once on a fresh connection; never repeated here, whatever happens.
  package func createChatImport(_ request: ChatImportRequest) async throws(APIError) -> JSONValue {
    fatalError()
  }
  /// The exact size in bytes of the JSON body that `createChatImport` would send.
  package func bodyLength(of request: ChatImportRequest) -> Int64 { fatalError() }
  package func chats(limit: Int, offset: Int) async throws(APIError) -> ListPage { fatalError() }
  package func messages(
    of waID: String, limit: Int, offset: Int = 0, sinceTime: Int64? = nil, beforeTime: Int64? = nil
  ) async throws(APIError) -> ListPage { fatalError() }
  /// Streams a media file's bytes into `receive` as they come.
  package func media(
    id: String, receive: @Sendable (UnsafeRawBufferPointer) throws -> Void
  ) async throws(APIError) { fatalError() }
}
