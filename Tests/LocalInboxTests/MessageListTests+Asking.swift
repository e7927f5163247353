import Foundation
import Testing

@testable import LocalInbox

/// What a client may ask of the lists: times, pages, filters, words.
extension MessageListTests {
  @Test func includesSinceAndExcludesBefore() throws {
    try sendNumbered(9, aMinute: 3)
    let second = Self.eleven + 60
    func texts(_ query: String) throws -> [String?] { try seen(query).map(\.text) }
    #expect(try texts("?since_time=\(second)") == ["4", "5", "6", "7", "8", "9"])
    #expect(try texts("?since_time=\(second + 1)") == ["7", "8", "9"])
    #expect(try texts("?before_time=\(second)") == ["1", "2", "3"])
    #expect(try texts("?before_time=\(second + 1)") == ["1", "2", "3", "4", "5", "6"])
    #expect(try texts("?since_time=\(second)&before_time=\(second + 1)") == ["4", "5", "6"])
    #expect(try texts("?since_time=\(second)&before_time=\(second)") == [])
    #expect(try texts("?before_time=\(second + 1)&limit=2") == ["5", "6"])
    #expect(try texts("?before_time=\(second + 1)&limit=2&offset=2") == ["3", "4"])
    #expect(try texts("?since_time=-5&before_time=9223372036854775807").count == 9)
  }

  @Test func pagesLikeDjango() throws {
    try sendNumbered(5)
    func page(_ query: String) throws -> (Int?, String?, String?, Int) {
      let answer = try test.get(Self.list + query).object
      return (
        answer["count"] as? Int, answer["next"] as? String, answer["previous"] as? String,
        (answer["results"] as? [Any])?.count ?? -1
      )
    }
    let base = test.url + Self.list
    #expect(try page("") == (5, nil, nil, 5))
    #expect(
      try page("?wa_id=491700000001&limit=2")
        == (5, "\(base)?limit=2&offset=2&wa_id=491700000001", nil, 2))
    #expect(
      try page("?limit=2&offset=2") == (5, "\(base)?limit=2&offset=4", "\(base)?limit=2", 2))
    #expect(try page("?limit=2&offset=4") == (5, nil, "\(base)?limit=2&offset=2", 1))
    #expect(try page("?limit=2&offset=9") == (5, nil, "\(base)?limit=2&offset=7", 0))
    #expect(try page("?limit=5") == (5, nil, nil, 5))
    for nonsense in ["limit=0", "limit=-3", "limit=x", "offset=-1", "offset=x"] {
      #expect(try page("?" + nonsense) == (5, nil, nil, 5), "\(nonsense)")
    }
    #expect(
      try page("?limit=1&search=%C3%A4%26").1 == nil)
    #expect(try page("?wa_id=49").0 == 0)
  }

  @Test func capsThePage() throws {
    try sendNumbered(1010, aMinute: 60)
    #expect(try test.get(Self.list).results.count == 100)
    let all = try test.get("\(Self.list)?limit=10000")
    #expect(all.results.count == 1000)
    #expect(all.object["next"] as? String == "\(test.url)\(Self.list)?limit=1000&offset=1000")
  }

  @Test(arguments: [
    ("since_time=x", #"{"since_time":["A valid integer is required."]}"#),
    ("before_time=1.5", #"{"before_time":["A valid integer is required."]}"#),
    ("from_us=perhaps", #"{"from_us":["Must be a valid boolean."]}"#),
    (
      "search=" + String(repeating: "x", count: 1_001),
      #"{"search":["Ensure this value is no longer than 1000 bytes."]}"#
    ),
    ("chat_tag_id=x", #"{"chat_tag_id":["A valid integer is required."]}"#),
  ])
  func refusesWhatCannotBeAsked(_ query: String, _ wanted: String) throws {
    let answer = try test.get("\(Self.list)?\(query)")
    #expect(answer.status == 400)
    #expect(answer.text == wanted)
  }

  @Test(arguments: [
    ("from_us=true", 2), ("from_us=0", 3), ("from_us=", 5), ("assigned_to_me=true", 0),
    ("assigned_to_me=false", 5), ("chat_tag_id=1", 0), ("assigned_group=1", 0),
    ("mark_as_received=1", 5), ("wa_id=491700000001&from_us=1", 2),
  ])
  func filters(_ query: String, _ count: Int) throws {
    try sendNumbered(5)
    let answer = try test.get("\(Self.list)?\(query)")
    #expect(answer.object["count"] as? Int == count)
    #expect(answer.results.count == count)
  }

  @Test(arguments: [
    ("hello", ["Hello World"]), ("WORLD", ["Hello World"]), ("lo wo", ["Hello World"]),
    ("größe", ["GRÖẞE und Ärger"]), ("ärger", ["GRÖẞE und Ärger"]), ("%", ["100% sure_thing"]),
    ("e_t", ["100% sure_thing"]), ("_", ["100% sure_thing"]), ("שלום", ["שלום עולם"]),
    ("天気", ["今日は天気がいい"]), ("absent", []), ("\\", []), ("'", []), ("note.pdf", ["the caption"]),
    ("caption", ["the caption"]),
  ])
  func finds(_ phrase: String, _ wanted: [String]) throws {
    let medium = try test.uploadedID([1], type: "application/pdf")
    try send(
      """
      10/03/2022, 11:00 - Anna: Hello World
      10/03/2022, 11:01 - Anna: GRÖẞE und Ärger
      10/03/2022, 11:02 - Me: 100% sure_thing
      10/03/2022, 11:03 - Me: שלום עולם
      10/03/2022, 11:04 - Me: 今日は天気がいい
      10/03/2022, 11:05 - Me: NOTE.PDF (file attached)
      the caption
      """, media: [("NOTE.PDF", medium)])
    let escaped = try #require(
      phrase.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
    #expect(try seen("?search=\(escaped)").map(\.text) == wanted)
  }

  @Test func listsChatsByTheirLastMessage() throws {
    try send("10/03/2022, 11:00 - Anna: a", partner: ("Anna", "1"))
    try send("12/03/2022, 11:00 - Ben B: b", partner: ("Ben B", "2"))
    try send("11/03/2022, 11:00 - Çelik: c", partner: ("Çelik", "3"))
    let path = "/api/v1/chats/"
    func ids(_ query: String, _ path: String) throws -> [String] {
      try test.get(path + query).results.compactMap { $0["wa_id"] as? String }
    }
    for path in [path, "/api/v1/persons/"] {
      #expect(try ids("", path) == ["2", "3", "1"])
      #expect(try ids("?limit=1&offset=1", path) == ["3"])
      #expect(
        try ids(
          "?search=ÇEL".addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed) ?? "", path)
          == ["3"])
      #expect(try ids("?search=ben%20b", path) == ["2"])
      #expect(try ids("?search=2", path) == ["2"])
      #expect(try ids("?blocked=true", path) == [])
      #expect(try ids("?message_referral_source_id=7", path) == [])
    }
    let day = 86_400
    #expect(try ids("?messages_since_time=\(Self.eleven + day)", path) == ["2", "3"])
    #expect(try ids("?messages_before_time=\(Self.eleven + day)", path) == ["1"])
    #expect(
      try ids(
        "?messages_since_time=\(Self.eleven + 1)&messages_before_time=\(Self.eleven + day)", path)
        == [])
    #expect(try test.get(path + "?messages_since_time=x").status == 400)

    // A later import moves its chat up and renames it.
    try send("13/03/2022, 11:00 - Anna Berg: d", partner: ("Anna Berg", "1"))
    #expect(try ids("", path) == ["1", "2", "3"])
    #expect(try test.get("/api/v1/persons/1/").object["initials"] as? String == "AB")
    // An older one does not.
    try send("09/03/2022, 11:00 - Çelik: e", partner: ("Çelik", "3"))
    #expect(try ids("", path) == ["1", "2", "3"])
    #expect(try test.get(Self.list + "?wa_id=3").object["count"] as? Int == 2)
  }
}
