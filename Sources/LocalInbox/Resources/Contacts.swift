internal import JSONText
internal import SQLiteStore

extension ObjectList {
  /// Cards of address books that are connected to the inbox. Paged by `pages`, whose values are the server's affair.
  static let contacts = ObjectList(
    table: "contact_card", showsID: false,
    wanted: { request throws -> Test? in
      guard let phrase = try request.phrase() else { return nil }
      return { $0.contains(phrase) }
    }, offsetParameter: "pages")

  static let blockedContacts = ObjectList(
    table: "blocked_contact", keyMember: "wa_id", showsID: false,
    wanted: { request -> Test? in
      guard let number = request.parameter("phone_number") else { return nil }
      return { $0["wa_id"]?.string == number }
    })
}

extension InboxService {
  /// `GET /contacts/{wa_id}/`: the person and the cards with that number. Numbers that nobody knows have neither.
  func resolveContact(_ number: String) throws -> HTTPResponse {
    try store.read { database in
      let cards = try database.prepare(
        "SELECT number, object FROM \(ObjectList.contacts.table) ORDER BY number")
      return try .json(200) { json in
        json.beginObject()
        json.key("person")
        if try !write(personOf: number, in: database, into: &json) { json.null() }
        json.key("contact_provider_results")
        json.beginArray()
        while try cards.step() {
          let card = try JSONValue(parsing: cards.bytes(1) ?? [])
          guard card.hasNumber(number) else { continue }
          ObjectList.contacts.write(card, number: cards.int(0) ?? 0, self, into: &json)
        }
        json.endArray()
        json.endObject()
      }
    }
  }

  /// `GET /contacts/blocked/`, the one list with an envelope of its own.
  func listBlocked(_ request: HTTPRequest) throws -> HTTPResponse {
    let page = ListPage(request)
    let answer = try list(.blockedContacts, request)
    guard case .bytes(let bytes) = answer.body else { return answer }
    let list = try JSONValue(parsing: bytes)
    let contacts = list["results"]?.raw ?? []
    return .json(200) { json in
      json.beginObject()
      json.key("contacts")
      json.raw(contacts.span)
      json.key("pagination")
      json.beginObject()
      json.key("count")
      json.number(list["count"]?.int ?? 0)
      json.key("limit")
      json.number(page.limit)
      json.key("offset")
      json.number(page.offset)
      json.endObject()
      json.endObject()
    }
  }
}

extension JSONValue {
  /// Whether one of the texts in this value has `phrase` in it, capital or small.
  func contains(_ phrase: String) -> Bool {
    if let text = string { return text.lowercased().contains(phrase.lowercased()) }
    if let items = array { return items.contains { $0.contains(phrase) } }
    return members?.contains { $0.value.contains(phrase) } ?? false
  }

  /// Whether a card lists the number, however it writes it.
  fileprivate func hasNumber(_ number: String) -> Bool {
    let wanted = number.filter(\.isNumber)
    return self["phone_numbers"]?.array?.contains {
      $0["phone_number"]?.string?.filter(\.isNumber) == wanted
    } ?? false
  }
}
