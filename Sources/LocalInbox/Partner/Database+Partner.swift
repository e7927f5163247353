internal import SQLiteStore

extension Database {
  func partnerNumbers() throws -> [LocalNumber] {
    let statement = try prepare(
      """
      SELECT n.number, n.display_name, n.business_name, n.created, n.is_coexistence,
        i.id, i.account, i.server, i.name
      FROM partner_number n LEFT JOIN partner_inbox i ON i.number = n.number ORDER BY n.number
      """)
    var numbers: [LocalNumber] = []
    while try statement.step() {
      var inbox: LocalNumber.Inbox?
      if let id = statement.int(5), let account = statement.int(6), let server = statement.text(7) {
        inbox = LocalNumber.Inbox(
          id: id, account: account, server: server, name: statement.text(8) ?? "")
      }
      numbers.append(
        LocalNumber(
          digits: statement.text(0) ?? "", displayName: statement.text(1) ?? "",
          businessName: statement.text(2) ?? "", created: statement.int(3) ?? 0,
          isCoexistence: statement.int(4) == 1, inbox: inbox))
    }
    return numbers
  }

  func putPartnerNumber(_ number: LocalNumber) throws {
    let statement = try prepare(
      """
      INSERT INTO partner_number VALUES(?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
        display_name = excluded.display_name, business_name = excluded.business_name,
        created = excluded.created, is_coexistence = excluded.is_coexistence
      """)
    try statement.bind(number.digits, at: 1)
    try statement.bind(number.displayName, at: 2)
    try statement.bind(number.businessName, at: 3)
    try statement.bind(number.created, at: 4)
    try statement.bind(number.isCoexistence ? 1 : 0, at: 5)
    try statement.run()
  }

  /// - Returns: the number of the new inbox.
  func putPartnerInbox(_ order: LocalInboxOrder) throws -> Int64 {
    let statement = try prepare(
      """
      INSERT INTO partner_inbox(id, number, account, server, name, reference, imports_history) \
      VALUES(1 + max(
        coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'partner_inbox'), 0),
        coalesce((SELECT max(id) FROM online_object WHERE kind = 'inboxes'), 0)), ?, ?, ?, ?, ?, ?)
      """)
    try statement.bind(order.number, at: 1)
    try statement.bind(order.account, at: 2)
    try statement.bind(order.server, at: 3)
    try statement.bind(order.name, at: 4)
    try statement.bind(order.reference, at: 5)
    try statement.bind(order.importsHistory ? 1 : 0, at: 6)
    try statement.run()
    return lastInsertedRow
  }

  func removePartnerInbox(_ id: Int64) throws {
    let statement = try prepare("DELETE FROM partner_inbox WHERE id = ?")
    try statement.bind(id, at: 1)
    try statement.run()
  }

  /// Takes out everything that `/api/v1/` gives, but the owner who asks and the group that the owner is in.
  ///
  /// - Returns: the digests of the media, whose files are to be removed afterwards.
  func eraseInbox() throws -> [String] {
    let statement = try prepare("SELECT DISTINCT sha256 FROM media")
    var digests: [String] = []
    while try statement.step() {
      if let digest = statement.text(0) { digests.append(digest) }
    }
    for table in [
      "chat_tagging", "message_tagging", "event", "message_span", "message", "chat", "media",
      "setting", "tag", "saved_response", "webhook", "template", "waba_error", "whatsapp_account",
      "contact_card", "blocked_contact",
    ] {
      try execute("DELETE FROM \(table)")
    }
    try execute("DELETE FROM user_account WHERE number <> \(InboxService.owner)")
    try execute("DELETE FROM user_group WHERE number <> 1")
    return digests
  }
}

extension Statement {
  fileprivate borrowing func text(_ column: Int) -> String? {
    bytes(column).map { String(decoding: $0, as: UTF8.self) }
  }
}
