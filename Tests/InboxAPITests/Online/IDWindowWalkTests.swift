import JSONText
import Synchronization
import TestKit
import Testing

@testable import InboxAPI

/// A conversation behind a server that cuts its pages as the platform does, or in one of the ways in which another might.
final class FakeConversation: Sendable {
  struct Message: Sendable {
    var id: Int64
    var time: Int64

    var json: JSONValue {
      get throws {
        try JSONValue(
          parsing: Array(
            #"{"id":\#(id),"created_at":\#(time),"message_type":0,"content":"x"}"#.utf8))
      }
    }
  }

  enum Server: Sendable, CaseIterable {
    /// `after` inclusive and `before` exclusive where both are given, as the server's code has it.
    case asDocumented
    /// `after` is exclusive there too.
    case exclusive
    /// Both at once are not known: `before` alone counts.
    case beforeOnly
    /// Neither is known.
    case deaf
  }

  private let state: Mutex<[Message]>
  private let requests = Mutex(0)
  let server: Server
  let limit: Int

  init(_ messages: [Message], _ server: Server = .asDocumented, limit: Int = 1000) {
    state = Mutex(messages)
    self.server = server
    self.limit = limit
  }

  var count: Int { requests.withLock { $0 } }

  /// By time, cut to the limit.
  func page(after: Int64?, before: Int64?) throws -> [JSONValue] {
    requests.withLock { $0 += 1 }
    let all = state.withLock { $0 }.sorted { ($0.time, $0.id) < ($1.time, $1.id) }
    var rows: [Message]
    switch (server, after, before) {
    case (.deaf, _, _), (_, nil, nil): rows = all.suffix(20)
    case (.beforeOnly, _, let before?), (_, nil, let before?):
      rows = all.filter { $0.id < before }.suffix(20)
    case (_, let after?, nil): rows = Array(all.filter { $0.id > after }.prefix(100))
    case (.exclusive, let after?, let before?):
      rows = Array(all.filter { $0.id > after && $0.id < before }.prefix(limit))
    case (_, let after?, let before?):
      rows = Array(all.filter { $0.id >= after && $0.id < before }.prefix(limit))
    }
    return try rows.map { try $0.json }
  }

  func walk(
    since: Int64? = nil, before: Int64? = nil,
    longest: IDWindowWalk.LongestAnswer = IDWindowWalk.LongestAnswer(),
    onDoubt: @escaping @Sendable () -> Void = {}
  ) -> IDWindowWalk {
    IDWindowWalk(
      since: since, before: before, longest: longest, call: APIErrorTests.call, onDoubt: onDoubt,
      fetch: { (after, before) throws(APIError) in
        do {
          return try self.page(after: after, before: before)
        } catch {
          throw .receiverFailed(APIErrorTests.call, reason: "\(error)")
        }
      })
  }

  func ids(since: Int64? = nil, before: Int64? = nil) async throws -> [Int64] {
    var walk = walk(since: since, before: before)
    var ids: [Int64] = []
    while let rows = try await walk.next() { ids += rows.compactMap { $0["id"]?.int } }
    return ids
  }
}

@Suite(.timeLimit(.minutes(50))) struct IDWindowWalkTests {
  /// Ids with gaps, as on a server that many share, and times of which some were dated back.
  static func messages(
    _ count: Int, seed: UInt64, datedBack share: Int
  ) -> [FakeConversation.Message] {
    var random = SplitMix64(state: seed)
    var id: Int64 = 0
    return (0..<count).map { index in
      id += Int64.random(in: 1...1_000, using: &random)
      let isOld = Int.random(in: 0..<100, using: &random) < share
      return FakeConversation.Message(
        id: id, time: isOld ? Int64.random(in: 1...1_000, using: &random) : 1_000 + Int64(index / 3)
      )
    }
  }

  @Test(arguments: 0..<12 as Range<UInt64>, [2, 5, 20, 1000])
  func findsEveryMessageOnceWhateverTheLimitIs(seed: UInt64, limit: Int) async throws {
    let messages = Self.messages(Int(seed) * 17, seed: seed, datedBack: seed % 3 == 0 ? 60 : 10)
    for server in [FakeConversation.Server.asDocumented, .exclusive] {
      let conversation = FakeConversation(messages, server, limit: limit)
      let ids = try await conversation.ids()
      #expect(ids == messages.map(\.id).sorted(by: >))
    }
  }

  /// The first three pages that go down by the lowest id would miss what was dated back.
  @Test func findsWhatWalkingByTheLowestIDSkips() async throws {
    let recent = (1...40).map { FakeConversation.Message(id: Int64($0), time: 2_000 + Int64($0)) }
    let datedBack = (41...60).map { FakeConversation.Message(id: Int64($0), time: Int64($0)) }
    let conversation = FakeConversation(recent + datedBack)
    #expect(try await conversation.ids() == Array((1...60).reversed()))
  }

  @Test func listsFromAPositionAndBeforeOne() async throws {
    let messages = (1...50).map { FakeConversation.Message(id: Int64($0) * 10, time: Int64($0)) }
    for server in [FakeConversation.Server.asDocumented, .exclusive, .beforeOnly] {
      let conversation = FakeConversation(messages, server)
      #expect(try await conversation.ids(since: 300, before: 330) == [320, 310, 300])
      #expect(try await conversation.ids(since: 500) == [500])
      #expect(try await conversation.ids(since: 501).isEmpty)
      #expect(try await conversation.ids(before: 11) == [10])
    }
  }

  /// A conversation of a thousand messages costs no more than a few requests, and small ones one each.
  @Test func asksSeldom() async throws {
    let longest = IDWindowWalk.LongestAnswer()
    let large = FakeConversation(Self.messages(3_000, seed: 1, datedBack: 0))
    var walk = large.walk(longest: longest)
    while try await walk.next() != nil {}
    #expect(large.count < 12)
    let small = FakeConversation(Self.messages(30, seed: 2, datedBack: 50))
    walk = small.walk(longest: longest)
    while try await walk.next() != nil {}
    #expect(small.count == 1)
  }

  @Test func goesByBeforeAloneWhereBothBoundsAreNotKnown() async throws {
    let messages = Self.messages(150, seed: 3, datedBack: 0)
    let conversation = FakeConversation(messages, .beforeOnly)
    #expect(try await conversation.ids() == messages.map(\.id).reversed())
  }

  @Test func readsAShortListOfAServerThatKnowsNoBounds() async throws {
    let messages = Self.messages(19, seed: 4, datedBack: 0)
    #expect(
      try await FakeConversation(messages, .deaf).ids() == messages.map(\.id).reversed())
  }

  @Test func saysThatItCannotSeeAll() async throws {
    let conversation = FakeConversation(Self.messages(100, seed: 5, datedBack: 0), .deaf)
    var error: APIError?
    do {
      _ = try await conversation.ids()
    } catch let failure as APIError { error = failure }
    #expect(
      error
        == .unexpectedAnswer(
          APIErrorTests.call, status: 200,
          reason: "the list ignores its bounds and shows only the newest messages"))
  }

  /// By `before` alone nobody sees whether something was dated back beyond the page before.
  @Test(arguments: [(19, false), (20, true), (100, true)])
  func doubtsWhatItReadByBeforeAlone(count: Int, doubts: Bool) async throws {
    let conversation = FakeConversation(
      Self.messages(count, seed: 5, datedBack: 30), .beforeOnly)
    let wasDoubted = Mutex(false)
    var walk = conversation.walk(onDoubt: { wasDoubted.withLock { $0 = true } })
    while try await walk.next() != nil {}
    #expect(wasDoubted.withLock { $0 } == doubts)
  }
}
