internal import JSONText

/// A client of 99digital's Partner API: which WhatsApp numbers a partner has, and the inboxes that they are connected to.
///
/// The server says in the body of an answer, not in its status, whether a request succeeded. Every operation throws
/// `APIError`; a `FAIL` is its case `declined`.
package final class PartnerClient: Sendable {
  /// Where the vendor's documents say that the interface is.
  package static let documentedURL = "https://partners.99digital.co.il"

  let connection: InboxConnection
  private let token: Secret

  /// - Parameter url: the origin, `https://…` or loopback `http://…`.
  /// - Throws: `APIError.invalidURL`, `APIError.invalidToken`. Nothing is sent.
  package init(
    url: String = PartnerClient.documentedURL, token: Secret, settings: ClientSettings
  ) throws(APIError) {
    self.token = token
    connection = try InboxConnection(
      url: url, token: token, tokenHeader: .bearer, settings: settings)
  }

  /// getWhatsApp: every number that has finished its onboarding. The keys of numbers that the server shows are not read.
  package func numbers() async throws(APIError) -> PartnerNumbers {
    try await connection.send(requestOfNumbers) { (answer) throws(InboxConnection.Misfit) in
      try PartnerNumbers(answer.succeeded())
    }
  }

  private var requestOfNumbers: InboxConnection.Request {
    InboxConnection.Request(
      operation: "getWhatsApp", path: "/api/whatsapp/getWhatsApp",
      refusal: { [token] in PartnerReason.refusal($0, of: .getWhatsApp, hiding: token) })
  }

  /// The list of numbers is there, and what is asked of it is not.
  func unreadable(_ reason: String) -> APIError {
    .unexpectedAnswer(connection.call(requestOfNumbers), status: 200, reason: reason)
  }

  /// Waits between two looks at `numbers`, by the clock of the settings.
  ///
  /// - Throws: `CancellationError`.
  package func pause(_ duration: Duration) async throws { try await connection.pause(duration) }

  /// createInbox, on a fresh connection. Sent again only where the server cannot have begun; an error whose `outcome` is
  /// `unknown` must be settled by looking at `numbers`, see `InboxCreation`.
  func createInbox(_ order: InboxOrder) async throws(APIError) -> InboxPlace {
    let request = InboxConnection.Request(
      operation: "createInbox", path: "/api/online/createInbox", method: .post,
      body: .json(order.json), isRepeatable: false,
      refusal: { [token] in PartnerReason.refusal($0, of: .createInbox, hiding: token) })
    return try await connection.send(request) { (answer) throws(InboxConnection.Misfit) in
      let place = try InboxPlace(answer.succeeded())
      guard place.isIn(account: order.account, server: order.server),
        place.number.map({ $0 == order.number }) ?? true
      else { throw InboxConnection.Misfit(reason: "it is about another inbox than was asked for") }
      return place
    }
  }

  /// deleteInbox, exactly once, on a fresh connection; whatever comes back, it is not sent again. An error whose `outcome`
  /// is `unknown`, a redirect, and an answer about another inbox must be settled by looking at `numbers`.
  ///
  /// - Parameter permit: what only a proved backup gives; it is used up.
  /// - Returns: nil after an answer that contradicts nothing; else the other inbox that it names.
  package func deleteInbox(_ permit: consuming DeletionPermit) async throws(APIError) -> InboxPlace?
  {
    let (account, inbox) = (permit.account, permit.inbox)
    let (server, number) = (permit.server, permit.number)
    let request = InboxConnection.Request(
      operation: "deleteInbox", path: "/api/online/deleteInbox", method: .delete,
      body: .json(permit.json), isRepeatable: false, tries: 1,
      refusal: { [token] in PartnerReason.refusal($0, of: .deleteInbox, hiding: token) })
    return try await connection.send(request) { (answer) throws(InboxConnection.Misfit) in
      let place = try InboxPlace(answer.succeeded())
      let isMeant =
        place.isIn(account: account, server: server) && place.inbox.map { $0 == inbox } ?? true
        && place.number.map { $0 == number } ?? true
      return isMeant ? nil : place
    }
  }
}

extension Answer {
  /// The object of an answer that says `OK`.
  fileprivate func succeeded() throws(InboxConnection.Misfit) -> JSONValue {
    let object = try object()
    guard object["status"]?.string?.uppercased() == "OK" else {
      throw InboxConnection.Misfit(reason: "its status is neither OK nor FAIL")
    }
    return object
  }
}
