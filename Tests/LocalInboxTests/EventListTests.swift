import InboxSamples
import Foundation
import Testing

@testable import LocalInbox

/// Events have no ids, and their lists no `limit` and no `offset`.
@Suite struct EventListTests {
  let test: TestInbox
  init() throws {
    test = try TestInbox()
    try test.inbox.seed.put(.tags, FullInbox.tag)
    try test.inbox.seed.put(
      .chats, #"[{"wa_id":"1","new_messages":0},{"wa_id":"2","new_messages":0}]"#)
  }

  private func put(_ times: [Int], chat: String = "1") throws {
    let events = times.map { FullInbox.event("chat", chat, time: $0) }
    try test.inbox.seed.put(.chatTaggingEvents, "[" + events.joined(separator: ",") + "]")
  }

  private func times(_ query: String = "") throws -> [Int] {
    try test.get("/api/v1/chat_tagging_events/" + query).results.compactMap {
      $0["timestamp"] as? Int
    }
  }

  @Test(arguments: [
    ("", [50, 40, 30, 30, 20]), ("?since_time=30", [50, 40, 30, 30]), ("?before_time=30", [20]),
    ("?since_time=30&before_time=31", [30, 30]), ("?wa_id=2", [40]), ("?wa_id=3", []),
    ("?limit=1&offset=1", [50, 40, 30, 30, 20]),
  ])
  func areChosenByChatAndTime(_ query: String, _ wanted: [Int]) throws {
    try put([20, 30, 30, 50])
    try put([40], chat: "2")
    #expect(try times(query) == wanted)
    let answer = try test.get("/api/v1/chat_tagging_events/" + query)
    #expect(answer.object["count"] as? Int == wanted.count)
    #expect(try test.get("/api/v1/message_tagging_events/").results.isEmpty)
  }

  @Test(arguments: ["since_time=x", "before_time=x"])
  func refusesWhatIsNoTime(_ query: String) throws {
    #expect(try test.get("/api/v1/chat_tagging_events/?\(query)").status == 400)
    #expect(try test.get("/api/v1/chat_assignment_events/?\(query)").status == 400)
  }

  /// However many events a second has, whoever goes on with the last time, or the second after it, sees all of them.
  @Test(arguments: [0, 1])
  func areReadToTheEndByTime(_ step: Int) throws {
    // 250 at one second, 120 at another, and single ones around them.
    let all =
      Array(repeating: 1000, count: 250) + Array(500..<620) + Array(repeating: 400, count: 120)
      + [7, 7, 3]
    try put(all)
    var seen: [Int: Int] = [:]
    var before = Int.max - 1
    while true {
      let page = try times("?before_time=\(before)")
      guard let last = page.last, page.contains(where: { seen[$0] == nil }) else { break }
      for (time, events) in Dictionary(grouping: page, by: { $0 }) { seen[time] = events.count }
      before = last + step
    }
    #expect(seen == Dictionary(grouping: all) { $0 }.mapValues(\.count))
  }

  @Test func areAPageOfTheNewestSecondAndAHundredMore() throws {
    try put(Array(repeating: 1000, count: 5) + Array(1...150))
    let page = try times()
    #expect(page.count == 105)
    #expect(page.last == 51)
    let answer = try test.get("/api/v1/chat_tagging_events/")
    #expect(answer.object["count"] as? Int == 155)
    #expect(answer.object["next"] is NSNull)
  }
}
