import Testing

@testable import InboxAPI

@Suite struct VerdictTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    var failure: Answer.Failure?
    var status = 0
    var sent: Int64 = 100
    var isValid = false
    let expected: Verdict
    var testDescription: String { name }
  }

  static func broken(_ isConnecting: Bool = false) -> Answer.Failure {
    .connection("x", isConnecting: isConnecting, isPermanent: false, isTimeout: false)
  }

  static let rows: [Row] =
    [
      Row(name: "no connection", failure: broken(true), sent: 0, expected: .notExecuted),
      Row(name: "TLS failure", failure: broken(true), sent: 0, expected: .notExecuted),
      Row(name: "broken before the first byte", failure: broken(), sent: 0, expected: .notExecuted),
      Row(name: "broken after a byte", failure: broken(), sent: 1, expected: .unknown),
      Row(name: "broken inside a 200", failure: broken(), status: 200, expected: .unknown),
      Row(name: "broken inside a 413", failure: broken(), status: 413, expected: .refused),
      Row(name: "broken inside a 429", failure: broken(), status: 429, expected: .notExecuted),
      Row(name: "broken inside a 500", failure: broken(), status: 500, expected: .unknown),
      Row(name: "broken inside a 100", failure: broken(), status: 100, expected: .unknown),
      Row(name: "cancelled in the queue", failure: .cancelled, sent: 0, expected: .notExecuted),
      Row(name: "cancelled on the way", failure: .cancelled, expected: .unknown),
      Row(name: "body unreadable at once", failure: .body("x"), sent: 0, expected: .notExecuted),
      Row(name: "body unreadable on the way", failure: .body("x"), expected: .unknown),
      Row(name: "receiver failed", failure: .receiver("x"), status: 200, expected: .unknown),
      Row(name: "answer too long", failure: .tooLong("x"), status: 200, expected: .unknown),
      Row(name: "200 with its body", status: 200, isValid: true, expected: .done),
      Row(name: "201 with its body", status: 201, isValid: true, expected: .done),
      Row(name: "202 with its body", status: 202, isValid: true, expected: .done),
      Row(name: "200 with another body", status: 200, expected: .unknown),
      Row(name: "204", status: 204, expected: .unknown),
    ]
    + [301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 405, 409, 411, 413, 415, 422, 451].map {
      Row(name: "\($0)", status: $0, isValid: true, expected: .refused)
    }
    + [408, 500, 501, 502, 503, 504, 520, 0, 999].map {
      Row(name: "\($0)", status: $0, isValid: true, expected: .unknown)
    }
    + [Row(name: "429", status: 429, expected: .notExecuted)]

  @Test(arguments: rows)
  func tellsWhatBecameOfARequest(_ row: Row) {
    let answer = Answer(failure: row.failure, bytesSent: row.sent, status: row.status)
    #expect(Verdict(answer, isValid: row.isValid) == row.expected)
  }
}

@Suite struct RetryAfterTests {
  @Test(
    arguments: [
      ("0", nil, 0), ("17", nil, 17), ("120", nil, 120), ("1000000000000", nil, 1_000_000_000_000),
      ("99999999999999999999999999", nil, 1_000_000_000_000),
      ("Wed, 21 Oct 2015 07:28:30 GMT", "Wed, 21 Oct 2015 07:28:00 GMT", 30),
      ("Wednesday, 21-Oct-15 07:29:00 GMT", "Wed, 21 Oct 2015 07:28:00 GMT", 60),
      ("Wed Oct 21 07:28:01 2015", "Wed, 21 Oct 2015 07:28:00 GMT", 1),
      ("Wed, 21 Oct 2015 07:28:00 GMT", "Wed, 21 Oct 2015 07:28:00 GMT", 0),
    ] as [(String, String?, Int64)])
  func readsSecondsAndDates(_ text: String, date: String?, seconds: Int64) {
    var headers = AnswerHeaders()
    headers.retryAfter = text
    headers.date = date
    #expect(RetryAfter.wait(headers) == .seconds(seconds))
  }

  @Test(
    arguments: [
      ("-5", nil), ("", nil), ("soon", nil), ("1.5", nil), ("12 s", nil), ("+3", nil), ("٣", nil),
      ("Wed, 21 Oct 2015 07:28:30 GMT", nil), ("Wed, 21 Oct 2015 07:28:30 GMT", "yesterday"),
      ("Wed, 21 Oct 2015 07:27:30 GMT", "Wed, 21 Oct 2015 07:28:00 GMT"),
      ("Wed, 99 Foo 2015 07:28:30 GMT", "Wed, 21 Oct 2015 07:28:00 GMT"), (nil, nil),
    ] as [(String?, String?)])
  func ignoresNonsense(_ text: String?, date: String?) {
    var headers = AnswerHeaders()
    headers.retryAfter = text
    headers.date = date
    #expect(RetryAfter.wait(headers) == nil)
  }
}

@Suite struct RetryBudgetTests {
  @Test func runsOutAndIsEarnedBack() {
    let budget = RetryBudget()
    for _ in 0..<100 { #expect(budget.spend(isTimeout: false)) }
    #expect(!budget.spend(isTimeout: false))
    for _ in 0..<5 { budget.earn() }
    #expect(!budget.spend(isTimeout: true))
    #expect(budget.spend(isTimeout: false))
    #expect(!budget.spend(isTimeout: false))
    for _ in 0..<10_000 { budget.earn() }
    for _ in 0..<50 { #expect(budget.spend(isTimeout: true)) }
    #expect(!budget.spend(isTimeout: true))
  }

  /// At each of these seconds so many requests and retries; the wait for the last retry, in seconds.
  @Test(
    arguments: [
      // Ten are free.
      ([(0, 0, 9)], nil), ([(0, 0, 10)], 120), ([(0, 99, 10)], 120),
      ([(0, 99, 8), (100, 0, 2)], 20),
      // A tenth of the requests.
      ([(0, 1000, 99)], nil), ([(0, 1000, 100)], 120), ([(0, 500, 30), (60, 500, 70)], 60),
      // What is older than two minutes counts no more, neither requests nor retries.
      ([(0, 1000, 100), (119, 0, 0)], 1), ([(0, 1000, 100), (120, 0, 0)], nil),
      ([(0, 1000, 0), (121, 0, 10)], 120), ([(0, 1000, 50), (100, 0, 10), (121, 0, 0)], 99),
    ] as [([(Int64, Int, Int)], Int64?)])
  func keepsRetriesToAShareOfTheRequests(_ events: [(Int64, Int, Int)], wait: Int64?) {
    let budget = RetryBudget()
    for (second, requests, retries) in events {
      let now = Duration.seconds(second)
      for _ in 0..<requests { budget.noteRequest(at: now) }
      for _ in 0..<retries { #expect(budget.waitForShare(at: now) == nil) }
    }
    let now = Duration.seconds(events.last?.0 ?? 0)
    #expect(budget.waitForShare(at: now) == wait.map { .seconds($0) })
  }

  @Test(arguments: [(1, 1000), (2, 2000), (3, 4000), (5, 16_000), (6, 20_000), (60, 20_000)])
  func backsOffAtRandomUpToALimitThatDoubles(tries: Int, milliseconds: Int) {
    var random = SystemRandomNumberGenerator()
    let waits = (0..<2000).map { _ in RetryBudget.backoff(after: tries, using: &random) }
    let limit = Duration.milliseconds(milliseconds)
    #expect(waits.allSatisfy { $0 >= .zero && $0 <= limit })
    #expect(waits.contains { $0 < limit * 0.05 } && waits.contains { $0 > limit * 0.95 })
  }
}
