import Testing

@testable import Files

/// Counts up; fails or ends at a number.
private final class Counter: PieceMaker {
  struct Fault: Error {}

  private var number = 0
  private let count: Int
  private let fails: Bool
  private let heavy: Bool

  init(to count: Int, fails: Bool = false, heavy: Bool = false) {
    self.count = count
    self.fails = fails
    self.heavy = heavy
  }

  static func blank() -> [Int] { [] }
  /// A piece of two numbers is a heavy one.
  static func isHeavy(_ piece: [Int]) -> Bool { piece.count == 2 }

  func next(into piece: inout [Int]) throws -> Bool {
    if number == count {
      if fails { throw Fault() }
      return false
    }
    piece = heavy ? [number, number] : [number]
    number += 1
    return true
  }
}

@Suite(.timeLimit(.minutes(50))) struct WorkAheadTests {
  @Test(arguments: [1, 2, 3, 8], [0, 1, 2, 7, 8, 9, 5_000])
  func givesEveryPieceInOrder(depth: Int, count: Int) throws {
    for heavy in [false, true] {
      let ahead = WorkAhead(Counter(to: count, heavy: heavy), depth: depth)
      var seen: [Int] = []
      while let piece = try ahead.take() {
        seen.append(piece[0])
        ahead.give(back: piece)
      }
      #expect(seen == Array(0..<count))
      #expect(try ahead.take() == nil)
    }
  }

  @Test(arguments: [0, 1, 20])
  func tellsAFaultAfterThePiecesBeforeIt(count: Int) throws {
    let ahead = WorkAhead(Counter(to: count, fails: true), depth: 4)
    for number in 0..<count { #expect(try ahead.take() == [number]) }
    #expect(throws: Counter.Fault.self) { try ahead.take() }
    #expect(throws: Counter.Fault.self) { try ahead.take() }
  }

  /// The maker may be at work, or wait for room.
  @Test(arguments: 0..<200)
  func endsWhenNobodyWantsMore(taken: Int) throws {
    let ahead = WorkAhead(Counter(to: 1_000_000, heavy: taken % 2 == 1), depth: 3)
    for number in 0..<taken % 20 { #expect(try ahead.take()?.first == number) }
  }
}
