/// Creates an inbox for a number that a partner has, and finds out what became of it.
///
/// createInbox must not be sent twice. Where its answer was lost, getWhatsApp tells: a number has one inbox at most.
package struct InboxCreation: Sendable {
  /// How long after an unclear answer the server is looked at, one wait after the other.
  static let waits: [Duration] = [.zero, .seconds(2), .seconds(5), .seconds(10)]

  private let client: PartnerClient

  package init(_ client: PartnerClient) { self.client = client }

  package struct Created: Sendable, Equatable {
    package var inbox: Int64
    /// Whether the answer was lost, and the number was found connected afterwards.
    package var wasFound: Bool
  }

  /// Why an inbox was not created, or may not have been.
  package enum Fault: Error, Equatable, Sendable {
    case numberUnknown
    case numberTaken(PartnerNumber.Connection)
    case noHistory
    /// The number was connected meanwhile, and not by this request as far as can be told.
    case connectedElsewhere(PartnerNumber.Connection)
    /// Neither the answer nor the list of numbers shows an inbox.
    case unsettled(APIError?)
  }

  /// Whether the server would have to refuse the order, by what it lists now.
  ///
  /// - Throws: `Fault`, `APIError`.
  package func check(_ order: InboxOrder) async throws -> PartnerNumber {
    guard let entry = try await client.numbers().entry(of: order.number) else {
      throw Fault.numberUnknown
    }
    if let connection = entry.connection { throw Fault.numberTaken(connection) }
    if entry.unclear != nil {
      throw client.unreadable("it does not say whether an inbox has the number (isOnline)")
    }
    if order.importsHistory, !entry.isCoexistence { throw Fault.noHistory }
    return entry
  }

  /// Creates the inbox after `check` passed.
  ///
  /// - Throws: `Fault`, `APIError` where the server did not do it.
  package func callAsFunction(_ order: InboxOrder) async throws -> Created {
    var loss: APIError?
    do throws(APIError) {
      let place = try await client.createInbox(order)
      if let inbox = place.inbox, inbox > 0 { return Created(inbox: inbox, wasFound: false) }
    } catch {
      // Many servers answer with a redirect when they have done what was asked.
      guard error.outcome == .unknown || error.isRedirect else { throw error }
      if case .cancelled = error { throw Fault.unsettled(error) }
      loss = error
    }
    return try await look(for: order, after: loss)
  }

  private func look(for order: InboxOrder, after loss: APIError?) async throws -> Created {
    var isFree = false
    for wait in Self.waits {
      let list: PartnerNumbers
      do {
        if wait > .zero { try await client.pause(wait) }
        list = try await client.numbers()
      } catch let error as APIError {
        // The look alone failed; the inbox may still be there.
        if case .cancelled = error { break }
        isFree = false
        continue
      } catch {
        break
      }
      let entry = list.entry(of: order.number)
      isFree = entry?.isFree ?? false
      guard let connection = entry?.connection else { continue }
      guard connection.mayBeIn(account: order.account, server: order.server) else {
        throw Fault.connectedElsewhere(connection)
      }
      // An inbox without an account or a number of its own is still being made.
      if connection.isIn(account: order.account, server: order.server),
        let inbox = connection.inbox
      {
        return Created(inbox: inbox, wasFound: loss != nil)
      }
    }
    if let loss, loss.isRedirect, isFree { throw loss }
    throw Fault.unsettled(loss)
  }
}

extension InboxCreation.Fault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .numberUnknown:
      "the partner has no such number; nothing was sent; `chatferry numbers` lists those that there are"
    case .numberTaken(let place):
      "the number has an inbox already: \(place); nothing was sent; a number has one inbox at most, "
        + "and that one would have to be deleted first"
    case .noHistory:
      "the number is not shared with the WhatsApp Business app (no coexistence), so that there is no history "
        + "to import; nothing was sent; leave out --import-history"
    case .connectedElsewhere(let place):
      "the number was connected to another inbox meanwhile: \(place); look at it with `chatferry numbers`"
    case .unsettled(let loss):
      "whether the inbox was created is not known, and the number shows none yet"
        + (loss.map { " (\($0))" } ?? "")
        + "; look with `chatferry numbers` in a few minutes before the command is run again"
    }
  }
}

extension PartnerNumber.Connection: CustomStringConvertible {
  /// `inbox 2 of account 1 on server online`
  package var description: String {
    let words = [
      "inbox \(inbox.map { String($0) } ?? "unknown")",
      "of account \(account.map { String($0) } ?? "unknown")",
      server.map { "on server \($0)" },
    ]
    return words.compactMap(\.self).joined(separator: " ")
  }
}
