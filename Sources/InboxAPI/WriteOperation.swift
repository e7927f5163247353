package import JSONText

/// An operation that makes or sets something inside an inbox, under its name in the vendor's documentation. None of
/// them sends a message, marks one as received, or reaches a customer.
package struct WriteOperation: Sendable, Equatable {
  package let name: String
  /// From the origin on, with a slash at its end.
  let path: String
  /// Whether sending it again changes nothing: it says how something is to be, rather than making one more.
  let isRepeatable: Bool

  private init(_ name: String, _ path: String, isRepeatable: Bool = false) {
    self.name = name
    self.path = "/api/v1/" + path
    self.isRepeatable = isRepeatable
  }

  package static let createTag = WriteOperation("createTag", "tags/")
  package static let createChatTagging = WriteOperation("createChatTagging", "chat_tagging/")
  package static let createMessageTagging = WriteOperation(
    "createMessageTagging", "message_tagging/")
  package static let createSavedResponse = WriteOperation(
    "createSavedResponse", "saved_responses/")
  package static let createWebhook = WriteOperation("createWabaWebhook", "webhooks/waba/")
  /// Below its path stands the chat's number.
  package static let updateChatAssignment = WriteOperation(
    "updateChatAssignment", "chat_assignment/", isRepeatable: true)
}

extension GetChatClient {
  /// Sends a JSON object. What makes something is sent again only where the server cannot have begun
  /// (`Outcome.notExecuted`); an error whose `outcome` is `unknown` must be settled by looking.
  ///
  /// - Parameter item: the number of the item that is set; nil for what makes a new one.
  /// - Returns: the server's object.
  package func write(
    _ operation: WriteOperation, item: String? = nil, _ body: [UInt8]
  ) async throws(APIError) -> JSONValue {
    let request = InboxConnection.Request(
      operation: operation.name,
      path: operation.path + (item.map { Origin.encode($0) + "/" } ?? ""),
      method: item == nil ? .post : .put, body: .json(body), isRepeatable: operation.isRepeatable)
    return try await connection.send(request) { (answer) throws(InboxConnection.Misfit) in
      try answer.object()
    }
  }
}
