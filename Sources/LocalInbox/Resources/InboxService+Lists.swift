internal import JSONText
internal import SQLiteStore

/// The same five calls for every list.
extension InboxService {
  func list(_ list: ObjectList, _ request: HTTPRequest) throws -> HTTPResponse {
    let page = ListPage(request, offsetParameter: list.offsetParameter)
    let isWanted = try list.wanted(request)
    return try store.read { database in
      let rows = try database.prepare(
        "SELECT number, object FROM \(list.table) ORDER BY number")
      // The count stands before the results.
      var results = JSONWriter()
      var count: Int64 = 0
      results.beginArray()
      func add(_ number: Int64, _ text: @autoclosure () -> [UInt8]) throws {
        let isOnPage = count >= page.offset && count - page.offset < page.limit
        guard isOnPage || isWanted != nil else { return count += 1 }
        let object = try JSONValue(parsing: text())
        guard isWanted?(object) ?? true else { return }
        if isOnPage { list.write(object, number: number, self, into: &results) }
        count += 1
      }
      var isEmpty = true
      while try rows.step() {
        isEmpty = false
        try add(rows.int(0) ?? 0, rows.bytes(1) ?? [])
      }
      if isEmpty, let own = try list.own(self, database) { try add(0, Array(own.utf8)) }
      results.endArray()
      return .json(200) { json in
        page.write(count: count, origin: origin, into: &json) { $0.raw(results.bytes.span) }
      }
    }
  }

  func retrieve(_ list: ObjectList, _ id: String) throws -> HTTPResponse {
    try store.read { database in
      guard let (number, object) = try database.object(id, in: list) else {
        return .notFound
      }
      return .json(200) { list.write(object, number: number, self, into: &$0) }
    }
  }

  func create(in list: ObjectList, _ fields: Fields) throws -> HTTPResponse {
    let members = try Field.read(list.fields, from: fields, isPartial: false)
    var text = JSONWriter()
    text.beginObject()
    for (name, value) in members {
      text.key(name)
      text.raw(value.span)
    }
    list.stamp(&text)
    text.endObject()
    let object = try JSONValue(parsing: text.bytes)
    let number = try store.write { database in
      let statement = try database.prepare("INSERT INTO \(list.table)(object) VALUES(?)")
      try statement.bind(utf8: text.bytes.span, at: 1)
      try statement.run()
      return database.lastInsertedRow
    }
    return .json(201) { list.write(object, number: number, self, into: &$0) }
  }

  func update(
    _ id: String, in list: ObjectList, _ fields: Fields, isPartial: Bool
  ) throws -> HTTPResponse {
    try store.write { database in
      guard let (number, old) = try database.object(id, in: list) else { return .notFound }
      let members = try Field.read(list.fields, from: fields, isPartial: isPartial)
      var text = JSONWriter()
      text.beginObject()
      text.members(of: old, except: Set(members.map(\.name)))
      for (name, value) in members {
        text.key(name)
        text.raw(value.span)
      }
      text.endObject()
      let statement = try database.prepare(
        "UPDATE \(list.table) SET object = ? WHERE number = ?")
      try statement.bind(utf8: text.bytes.span, at: 1)
      try statement.bind(number, at: 2)
      try statement.run()
      let object = try JSONValue(parsing: text.bytes)
      return .json(200) { list.write(object, number: number, self, into: &$0) }
    }
  }

  func delete(_ id: String, from list: ObjectList) throws -> HTTPResponse {
    try store.write { database in
      guard let (number, _) = try database.object(id, in: list) else { return .notFound }
      if list.table == ObjectList.tags.table {
        try removeTaggings(withTag: number, in: database)
      }
      let statement = try database.prepare("DELETE FROM \(list.table) WHERE number = ?")
      try statement.bind(number, at: 1)
      try statement.run()
      return .noContent
    }
  }
}

extension Database {
  /// By what a path names it.
  func object(
    _ id: String, in list: ObjectList
  ) throws -> (number: Int64, object: JSONValue)? {
    let isKeyed = list.keyMember != nil
    let statement = try prepare(
      "SELECT number, object FROM \(list.table) WHERE \(isKeyed ? "key" : "number") = ?")
    if isKeyed {
      try statement.bind(id, at: 1)
    } else {
      guard let number = Int64(id) else { return nil }
      try statement.bind(number, at: 1)
    }
    guard try statement.step(), let number = statement.int(0), let text = statement.bytes(1) else {
      return nil
    }
    return (number, try JSONValue(parsing: text))
  }

  /// By its number.
  func object(_ number: Int64, in list: ObjectList) throws -> JSONValue? {
    let statement = try prepare("SELECT object FROM \(list.table) WHERE number = ?")
    try statement.bind(number, at: 1)
    guard try statement.step(), let text = statement.bytes(0) else { return nil }
    return try JSONValue(parsing: text)
  }
}
