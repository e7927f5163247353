import Testing

@testable import ChatImport

struct SettlementTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Seconds after the loss.
    let elapsed: Int64
    let there: Int
    var maySend = true
    let action: Settlement.Action
  }

  static let cases = [
    Case(testDescription: "all there at once", elapsed: 0, there: 5, action: .adopt),
    Case(testDescription: "all there late", elapsed: 119, there: 5, action: .adopt),
    Case(testDescription: "all there the day after", elapsed: 86_400, there: 5, action: .adopt),
    Case(testDescription: "nothing at once", elapsed: 0, there: 0, action: .lookAgain(at: 1030)),
    Case(testDescription: "nothing soon", elapsed: 29, there: 0, action: .lookAgain(at: 1030)),
    Case(
      testDescription: "nothing after 30 s", elapsed: 30, there: 0, action: .lookAgain(at: 1120)),
    Case(
      testDescription: "nothing after 119 s", elapsed: 119, there: 0, action: .lookAgain(at: 1120)),
    Case(testDescription: "nothing after 120 s", elapsed: 120, there: 0, action: .sendAgain),
    Case(testDescription: "nothing in a later run", elapsed: 9999, there: 0, action: .sendAgain),
    Case(
      testDescription: "nothing after the second loss", elapsed: 120, there: 0, maySend: false,
      action: .giveUp(there: 0, messages: 5)),
    Case(
      testDescription: "some, still coming in", elapsed: 10, there: 2, action: .lookAgain(at: 1030)),
    Case(
      testDescription: "some, and no more", elapsed: 120, there: 4,
      action: .giveUp(there: 4, messages: 5)),
    Case(
      testDescription: "a clock put back", elapsed: -5000, there: 0, action: .lookAgain(at: -3970)),
  ]

  @Test(arguments: cases)
  func decides(_ given: Case) {
    let settlement = Settlement(lostAt: 1000, messages: 5, maySend: given.maySend)
    #expect(settlement.observe(there: given.there, now: 1000 + given.elapsed) == given.action)
  }
}
