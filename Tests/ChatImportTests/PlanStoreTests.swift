import ChatRecords
import TestKit
import Testing

@testable import ChatImport

struct PlanStoreTests {
  /// A message in short: its id, its time, and whether its file is there.
  private func add(
    _ rows: [(id: UInt64, time: Int64, file: Bool)], source: Int, to store: PlanStore
  )
    throws -> Range<Int64>
  {
    let first = try store.nextRow()
    for (index, short) in rows.enumerated() {
      var row = PlanRow()
      row.seq = first + Int64(index)
      row.source = source
      row.id = short.id
      row.line = Int(short.id)
      row.time = short.time
      row.file = short.file ? 1 : nil
      try store.insert(row)
    }
    return first..<first + Int64(rows.count)
  }

  private func joined(
    _ one: [(id: UInt64, time: Int64, file: Bool)], _ other: [(id: UInt64, time: Int64, file: Bool)]
  ) throws -> [PlanRow] {
    let store = try PlanStore()
    let first = try add(one, source: 0, to: store)
    let second = try add(other, source: 1, to: store)
    let range = try store.join(first, second, from: second.upperBound)
    var rows: [PlanRow] = []
    try store.forEach(in: [range]) { rows.append($0) }
    #expect(rows.map(\.seq) == Array(range))
    #expect(try store.rows(first).isEmpty)
    return rows
  }

  @Test func keepsTheOrderOfBothAroundWhatTheyShare() throws {
    // All in one minute: only the shared messages tell the order.
    let rows = try joined(
      [(2, 60, false), (3, 60, false), (5, 60, false)],
      [(1, 60, false), (2, 60, true), (4, 60, false), (5, 60, false), (6, 60, false)])
    #expect(rows.map(\.id) == [1, 2, 3, 4, 5, 6])
    #expect(rows.map(\.source) == [1, 1, 0, 1, 0, 1])
  }

  @Test func keepsEveryMessageOnceWhenTheOrdersDisagree() throws {
    let rows = try joined(
      [(1, 10, false), (2, 20, false), (3, 30, false)],
      [(3, 30, true), (2, 20, false), (4, 40, false), (1, 10, true)])
    #expect(rows.map(\.id).sorted() == [1, 2, 3, 4])
    #expect(rows.filter { $0.file != nil }.map(\.id).sorted() == [1, 3])
  }

  @Test(arguments: 0..<32 as Range<UInt64>)
  func joinsWindowsOfOneChat(seed: UInt64) throws {
    var generator = SplitMix64(state: seed)
    var time: Int64 = 0
    let chat = (0..<1300).map { number in
      time += Int64(generator.next() % 3) * 60
      return (id: UInt64(number), time: time, file: false)
    }
    let cut = Int(generator.next() % 1200)
    let overlap = 1 + Int(generator.next() % 90)
    let early = Array(chat[..<(cut + overlap)])
    let late = Array(chat[cut...]).map { (id: $0.id, time: $0.time, file: true) }
    for rows in [try joined(early, late), try joined(late, early)] {
      #expect(rows.map(\.id) == chat.map(\.id))
      #expect(rows.map { $0.file != nil } == chat.map { $0.id >= UInt64(cut) })
    }
  }

  /// Equal messages of one minute share an id when messages of another minute stand between them.
  @Test(arguments: [
    ([1, 2, 1], [1, 2, 1], [1, 2, 1]),
    ([1, 2, 1, 3], [1, 2], [1, 2, 1, 3]),
    ([2, 3], [1, 2, 1, 3], [1, 2, 1, 3]),
    ([1, 4, 1, 3], [3, 1, 1], [1, 4, 1, 3]),
    ([1, 4, 1, 3], [3, 1, 1, 1], [1, 4, 1, 3, 1]),
  ])
  func keepsWhatStandsTwiceInOneExport(_ one: [Int], _ other: [Int], _ all: [Int]) throws {
    func short(_ ids: [Int]) -> [(id: UInt64, time: Int64, file: Bool)] {
      ids.map { (id: UInt64($0), time: Int64($0) * 60, file: false) }
    }
    let rows = try joined(short(one), short(other))
    #expect(rows.map(\.line) == all)
  }

  @Test(arguments: 0..<64 as Range<UInt64>)
  func keepsEveryMessageAsOftenAsTheExportThatHasItMost(seed: UInt64) throws {
    var generator = SplitMix64(state: seed)
    func some() -> [(id: UInt64, time: Int64, file: Bool)] {
      (0..<Int.random(in: 1...40, using: &generator)).map { _ in
        let id = UInt64.random(in: 1...9, using: &generator)
        return (id: id, time: Int64(id % 4) * 60, file: false)
      }
    }
    func counts(_ ids: [Int]) -> [Int: Int] { ids.reduce(into: [:]) { $0[$1, default: 0] += 1 } }
    let (one, other, third) = (some(), some(), some())
    let most = [one, other, third].map { counts($0.map { Int($0.id) }) }
      .reduce(into: [:]) { $0.merge($1, uniquingKeysWith: max) }
    let store = try PlanStore()
    var rows = try add(one, source: 0, to: store)
    for (index, more) in [other, third].enumerated() {
      let added = try add(more, source: index + 1, to: store)
      rows = try store.join(rows, added, from: added.upperBound)
    }
    var lines: [Int] = []
    try store.forEach(in: [rows]) { lines.append($0.line) }
    #expect(counts(lines) == most)
  }

  @Test func findsOneMessageForOneRow() throws {
    let store = try PlanStore()
    var remote = RemoteMessage(
      id: 1, time: 600, direction: .incoming, text: ComparedText.hash("ok"), isTextless: false,
      hasMedia: false)
    try store.add([remote, remote])
    remote.id = 2
    remote.time = 630
    try store.add([remote])
    var row = PlanRow()
    row.time = 600
    row.direction = .outgoing
    row.text = ComparedText.hash("ok")
    #expect(try store.take(row, isMinuteEnough: true) == .no)
    row.direction = .incoming
    #expect(try store.take(row, isMinuteEnough: false) == .yes)
    #expect(try store.take(row, isMinuteEnough: false) == .no)
    row.file = 7
    #expect(try store.take(row, isMinuteEnough: true) == .withoutMedia)
    #expect(try store.take(row, isMinuteEnough: true) == .no)
    try store.forgetRemote()
    try store.add([remote])
    #expect(try store.take(row, isMinuteEnough: true) == .withoutMedia)
  }
}
