import Testing

@testable import InboxAPI

@Suite struct APIErrorTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let error: APIError
    let outcome: APIError.Outcome
    let exit: APIError.Exit
    var isTransient = false
    let text: String
    var testDescription: String { text }
  }

  static let call = APIError.Call(
    operation: "listChats", method: "GET", url: "https://a.example/x/")

  static let rows = [
    Row(
      error: .invalidURL(reason: "it is not a URL"), outcome: .notExecuted, exit: .other,
      text:
        "inbox address not usable: it is not a URL; give https://HOST, or http:// for a loopback address"
    ),
    Row(
      error: .invalidToken(reason: "it is empty"), outcome: .notExecuted, exit: .other,
      text: "token not usable: it is empty; check the token file"),
    Row(
      error: .invalidRequest(call, reason: "the file has no usable id"), outcome: .notExecuted,
      exit: .other,
      text: "listChats (GET https://a.example/x/): not sent: the file has no usable id"),
    Row(
      error: .unreachable(call, reason: "refused", isPermanent: false), outcome: .notExecuted,
      exit: .unavailable, isTransient: true,
      text:
        "listChats (GET https://a.example/x/): no connection: refused; check the address and the network, then run the command again"
    ),
    Row(
      error: .unreachable(call, reason: "bad certificate", isPermanent: true),
      outcome: .notExecuted, exit: .unavailable,
      text:
        "listChats (GET https://a.example/x/): no connection: bad certificate; check the address and the server's certificate"
    ),
    Row(
      error: .interrupted(call, reason: "reset"), outcome: .unknown, exit: .unavailable,
      isTransient: true,
      text:
        "listChats (GET https://a.example/x/): the connection broke: reset; run the command again"),
    Row(
      error: .throttled(call, status: 429, retryAfter: .seconds(300)), outcome: .notExecuted,
      exit: .throttled, isTransient: true,
      text:
        "listChats (GET https://a.example/x/): the server asks to slow down (status 429); run the command again after 300 s"
    ),
    Row(
      error: .throttled(call, status: 503, retryAfter: nil), outcome: .unknown, exit: .throttled,
      isTransient: true,
      text:
        "listChats (GET https://a.example/x/): the server asks to slow down (status 503); run the command again later"
    ),
    Row(
      error: .tokenRefused(call, status: 401, details: "Invalid token."), outcome: .refused,
      exit: .refused,
      text:
        "listChats (GET https://a.example/x/): token or rights refused (status 401: Invalid token.); check the token and the user's rights, or log in again"
    ),
    Row(
      error: .signInRefused(call, status: 400, details: ""), outcome: .refused, exit: .refused,
      text: "listChats (GET https://a.example/x/): user or password refused (status 400); try again"
    ),
    Row(
      error: .payloadTooLarge(call, details: ""), outcome: .refused, exit: .other,
      text:
        "listChats (GET https://a.example/x/): too large for the server (status 413); send less at once (max_import_bytes)"
    ),
    Row(
      error: .notAvailable(call, status: 404, details: "Not found."), outcome: .refused,
      exit: .unavailable,
      text:
        "listChats (GET https://a.example/x/): not available on this inbox (status 404: Not found.); ask the provider to enable it"
    ),
    Row(
      error: .refused(call, status: 400, details: "x: wrong"), outcome: .refused, exit: .other,
      text:
        "listChats (GET https://a.example/x/): refused (status 400: x: wrong); correct what the server names"
    ),
    Row(
      error: .refused(call, status: 307, details: "it leads elsewhere"), outcome: .refused,
      exit: .other,
      text:
        "listChats (GET https://a.example/x/): refused (status 307: it leads elsewhere); check the address"
    ),
    Row(
      error: .declined(
        call, reason: "47",
        words: .init(what: "the inbox id is wrong", advice: "check --inbox-id")),
      outcome: .refused, exit: .refused,
      text:
        "listChats (GET https://a.example/x/): failed, says the server (reason 47: the inbox id is wrong); check --inbox-id"
    ),
    Row(
      error: .declined(call, reason: "99", words: nil), outcome: .refused, exit: .refused,
      text:
        "listChats (GET https://a.example/x/): failed, says the server (reason 99, which no document explains); ask the provider what it means"
    ),
    Row(
      error: .serverFailed(call, status: 500, details: ""), outcome: .unknown, exit: .unavailable,
      isTransient: true,
      text:
        "listChats (GET https://a.example/x/): the server failed (status 500); run the command again later"
    ),
    Row(
      error: .damagedAnswer(call, status: 200, reason: "not valid JSON at byte 7"),
      outcome: .unknown, exit: .unavailable, isTransient: true,
      text:
        "listChats (GET https://a.example/x/): the answer is damaged (status 200): not valid JSON at byte 7; run the command again; if it stays so, check that the address is the right one"
    ),
    Row(
      error: .unexpectedAnswer(call, status: 200, reason: "it is no list"), outcome: .unknown,
      exit: .unavailable,
      text:
        "listChats (GET https://a.example/x/): answer not understood (status 200): it is no list; check that the address is the right one"
    ),
    Row(
      error: .bodyUnreadable(call, reason: "cut", outcome: .unknown), outcome: .unknown,
      exit: .inputOutput,
      text:
        "listChats (GET https://a.example/x/): stopped, since what was to be sent could not be read: cut; check the input"
    ),
    Row(
      error: .receiverFailed(call, reason: "disk full"), outcome: .unknown, exit: .inputOutput,
      text:
        "listChats (GET https://a.example/x/): stopped, since what was received could not be kept: disk full; check the output"
    ),
    Row(
      error: .cancelled(call, outcome: .notExecuted), outcome: .notExecuted, exit: .other,
      text: "listChats (GET https://a.example/x/): interrupted; run the command again to go on"),
  ]

  @Test(arguments: rows)
  func saysWhatHappenedAndWhatItMeans(_ row: Row) {
    #expect(row.error.description == row.text)
    #expect(row.error.outcome == row.outcome)
    #expect(row.error.exit == row.exit)
    #expect(row.error.isTransient == row.isTransient)
    #expect(row.text == row.error.fact || row.text.hasPrefix(row.error.fact + "; "))
    #expect(row.error.isPayloadTooLarge == row.text.contains("413"))
    #expect(row.error.isRedirect == row.text.contains("307"))
  }

  @Test func secretsStaySecret() {
    let secret = Secret(canary)
    var dumped = ""
    dump([secret], to: &dumped)
    #expect("\(secret)" == "(secret)")
    #expect(String(reflecting: secret) == "(secret)")
    #expect(!"\([secret])".contains(canary))
    #expect(!dumped.contains(canary))
  }
}

@Suite struct ServerReasonTests {
  @Test(arguments: [
    (#"{"detail":"Not found."}"#, "Not found."),
    (#"{"reason":"no such number"}"#, "no such number"),
    (#"{"reason":{"code":["bad"]}}"#, "code: bad"),
    (
      #"{"chat_participants":[{},{"wa_id":["This field is required."]}],"utc_offset_minutes":["A valid integer is required."]}"#,
      "chat_participants[1].wa_id: This field is required.; utc_offset_minutes: A valid integer is required."
    ),
    (#"{"non_field_errors":["a","b"]}"#, "a; b"),
    (#"["x"]"#, "x"), ("not JSON", ""), ("{}", ""), ("<html>", ""), ("3", ""),
    (#"{"f":["\"secret words\" is not a valid choice."]}"#, "f: … is not a valid choice."),
    (
      #"{"f":["Can't read 'hi there' or „du“ or “yo” or 'open"]}"#, "f: Can't read … or … or … or …"
    ),
    (
      #"{"f":["number 491701234567 is unknown, code 12345"]}"#, "f: number … is unknown, code 12345"
    ),
    (#"{"+49 170 1234567":["x"]}"#, "…: x"), (#"{"491701234567":["x"]}"#, "…: x"),
    (#"{"detail":"a\nb\u001b[0m\u202ec"}"#, "a b [0m c"),
    (#"{"detail":"you sent canary0Zq81TOKEN !"}"#, "you sent … !"),
  ])
  func tellsFieldsAndMessages(_ body: String, _ expected: String) {
    #expect(ServerReason.text(Array(body.utf8), hiding: Secret(canary)) == expected)
  }

  @Test func isShort() {
    let body = #"{"detail":"\#(String(repeating: "word ", count: 1000))"}"#
    #expect(ServerReason.text(Array(body.utf8), hiding: nil).count == 301)
  }
}
