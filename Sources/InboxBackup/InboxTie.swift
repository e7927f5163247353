internal import Files
internal import InboxAPI
internal import JSONText

/// Whether a backup is of the inbox that a partner wants deleted.
///
/// The partner's side knows an inbox by account, number and server, get.chat's side by the WhatsApp number. What was
/// listed live and found equal to the backup stands in the backup's own rows, and is read there.
struct InboxTie {
  let manifest: BackupManifest
  let folder: BackupFolder

  /// - Throws: `DeletionError`, and what reading throws.
  func check(_ order: DeletionOrder, _ entry: PartnerNumber) throws {
    let key = manifest.inboxKey
    let server = key.kind == .online ? Self.server(of: key.server) : nil
    // The ids of an online inbox without a profile are the order's own. Where they were asked at the order's server, they
    // tell the inbox; anywhere else they are no witness.
    var isTied = order.stated != nil || server != nil
    if let account = key.account ?? order.stated.map({ String($0.account) }),
      let inbox = key.inbox ?? order.stated.map({ String($0.inbox) })
    {
      guard account == String(order.account), inbox == String(order.inbox) else {
        throw DeletionError.otherPlace(backup: "inbox \(inbox) of account \(account)", order)
      }
    }
    if let server, server != order.server.lowercased() {
      throw DeletionError.otherPlace(backup: key.description, order)
    }
    let numbers = try numbers()
    if !numbers.isEmpty {
      guard numbers.contains(entry.digits) else { throw DeletionError.otherNumber }
      isTied = true
    }
    // That the partner has one inbox only says nothing of whose inbox was listed.
    guard isTied else {
      throw key.kind == .online
        ? DeletionError.tiedByIDsAlone(host: key.server, order) : DeletionError.untied
    }
  }

  /// What the inbox is called on the online platform; nil where that was not listed.
  func name() throws -> String? {
    guard manifest.inboxKey.kind == .online else { return nil }
    return try ownRows().compactMap { $0["name"]?.string }.first
  }

  /// The subdomain of an address on the vendor's platform; nil for every other address.
  private static func server(of origin: String) -> String? {
    let authority = origin.lowercased().split(separator: "/").last ?? ""
    var host = authority.prefix { $0 != ":" }
    if host.hasSuffix(".") { host = host.dropLast() }
    guard host.hasSuffix(platform) else { return nil }
    return String(host.dropLast(platform.count))
  }

  /// Where the vendor's documents say that a server is.
  static func address(of server: String) -> String { "https://\(server)\(platform)" }

  private static let platform = ".99digital.co.il"

  /// The numbers that the inbox says are its own, as digits.
  private func numbers() throws -> Set<String> {
    switch manifest.inboxKey.kind {
    case .getChat:
      let rows = try rows(of: "whatsapp_accounts")
      let own = rows.filter { $0["this_instance"]?.bool == true }
      if !own.isEmpty { return Self.digits(own) }
      // A server that says nothing of instances: one number is the inbox's, several could be others'.
      let open = Self.digits(rows.filter { $0["this_instance"]?.bool == nil })
      return open.count == 1 ? open : []
    case .online:
      return Self.digits(try ownRows())
    }
  }

  /// What the online platform lists of the inbox itself.
  private func ownRows() throws -> [JSONValue] {
    let inbox = manifest.inboxKey.inbox
    return try rows(of: "inboxes").filter { $0.idText == inbox }
  }

  private func rows(of kind: String) throws -> [JSONValue] {
    guard let file = manifest.files.last(where: { $0.role == .resource && $0.subject == kind })
    else { return [] }
    let lines = try JSONLines(folder.file(file.path))
    var rows: [JSONValue] = []
    while let row = try lines.next() { rows.append(row) }
    return rows
  }

  private static func digits(_ rows: [JSONValue]) -> Set<String> {
    let numbers = rows.compactMap { row in
      row["phone_number"]?.string ?? row["phone_number"]?.int.map { String($0) }
    }
    return Set(numbers.map { $0.filter { $0.isASCII && $0.isNumber } }.filter { !$0.isEmpty })
  }
}
