import Foundation
import Testing

@testable import LocalInbox

@Suite struct AccessTests {
  let test: TestInbox
  init() throws { test = try TestInbox() }

  private static let missing = #"{"detail":"Authentication credentials were not provided."}"#

  @Test(arguments: [
    (nil, 403, missing), ("", 403, missing), ("Bearer {token}", 403, missing),
    ("Basic bG9jYWw6eA==", 403, missing),
    ("Token", 401, #"{"detail":"Invalid token header. No credentials provided."}"#),
    ("Token wrong", 401, #"{"detail":"Invalid token."}"#),
    ("Token {token}x", 401, #"{"detail":"Invalid token."}"#),
    (
      "Token {token} {token}", 401,
      #"{"detail":"Invalid token header. Token string should not contain spaces."}"#
    ),
  ])
  func refusesWhoHasNoToken(_ authorization: String?, _ status: Int, _ body: String) throws {
    let given = authorization?.replacingOccurrences(of: "{token}", with: test.inbox.token)
    for (method, path) in [
      ("GET", "/api/v1/users/current/"), ("GET", "/api/v1/messages/"), ("POST", "/api/v1/media/"),
      ("POST", "/api/v1/chat_import/"), ("PUT", "/api/v1/chats/"),
    ] {
      let body = method == "GET" ? nil : Array("{}".utf8)
      let answer = try test.send(
        method, path, body, type: "application/json", authorization: .some(given))
      #expect(answer.status == status, "\(path)")
      #expect(answer.header("Content-Type") == "application/json")
    }
    let answer = try test.send("GET", "/api/v1/users/current/", authorization: .some(given))
    #expect(answer.text == body)
    #expect(answer.header("WWW-Authenticate") == (status == 401 ? "Token" : nil))
  }

  @Test(arguments: ["Token", "token", "TOKEN"])
  func takesTheSchemeInAnyCase(_ scheme: String) throws {
    let given = "\(scheme) \(test.inbox.token)"
    let answer = try test.send("GET", "/api/v1/users/current/", authorization: given)
    #expect(answer.status == 200)
  }

  @Test(arguments: [
    ("localhost", true), ("LOCALHOST:80", true), ("127.0.0.1", true), ("127.9.9.9:1", true),
    ("[::1]", true), ("[::1]:8080", true), ("inbox.example.com", false),
    ("127.0.0.1.example.com", false), ("example.com:127", false), ("[::2]", false),
    ("localhost.example.com", false), ("192.168.0.1", false), ("", false),
    ("localhost:80@example.com", false), ("[::1", false), ("127.0.0.1:x", false),
  ])
  func answersOnlyWhoMeansThisMachine(_ host: String, _ isAnswered: Bool) throws {
    let answer = try test.send("GET", "/api/v1/users/current/", host: host)
    #expect(answer.status == (isAnswered ? 200 : 400))
  }

  @Test func givesTheTokenForUserAndPassword() throws {
    let path = "/api/v1/auth/token/"
    let token = test.inbox.token
    let asJSON = try test.send(
      "POST", path, Array(#"{"username":"local","password":"\#(token)"}"#.utf8),
      type: "application/json", authorization: .some(nil))
    #expect(asJSON.status == 200)
    #expect(asJSON.text == #"{"token":"\#(token)"}"#)

    let asForm = try test.send(
      "POST", path, Array("username=local&password=\(token)".utf8),
      type: "application/x-www-form-urlencoded", authorization: .some(nil))
    #expect(asForm.text == asJSON.text)

    let parts =
      Multipart.part("form-data; name=\"username\"", nil, Array("local".utf8))
      + Multipart.part("form-data; name=\"password\"", nil, Array(token.utf8)) + Multipart.end
    let asMultipart = try test.send(
      "POST", path, parts, type: Multipart.contentType, authorization: .some(nil))
    #expect(asMultipart.text == asJSON.text)
  }

  @Test(arguments: [
    (
      #"{}"#,
      #"{"username":["This field is required."],"password":["This field is required."]}"#
    ),
    (
      #"{"username":"","password":"x"}"#, #"{"username":["This field may not be blank."]}"#
    ),
    (
      #"{"username":"local","password":"x"}"#,
      #"{"non_field_errors":["Unable to log in with provided credentials."]}"#
    ),
    (
      #"{"username":"peter","password":"{token}"}"#,
      #"{"non_field_errors":["Unable to log in with provided credentials."]}"#
    ),
  ])
  func givesNoTokenOtherwise(_ body: String, _ wanted: String) throws {
    let body = body.replacingOccurrences(of: "{token}", with: test.inbox.token)
    let answer = try test.send(
      "POST", "/api/v1/auth/token/", Array(body.utf8), type: "application/json",
      authorization: .some(nil))
    #expect(answer.status == 400)
    #expect(answer.text == wanted)
  }

  @Test func refusesALoginThatIsNone() throws {
    let path = "/api/v1/auth/token/"
    let broken = try test.send("POST", path, Array("{".utf8), type: "application/json")
    #expect(broken.status == 400)
    #expect(broken.text.hasPrefix(#"{"detail":"JSON parse error - "#))
    #expect(try test.send("POST", path, Array("x".utf8), type: "text/plain").status == 415)
    let long = [UInt8](repeating: 32, count: 1_100_000)
    #expect(try test.send("POST", path, long, type: "application/json").status == 413)
    #expect(try test.send("GET", path, authorization: .some(nil)).status == 405)
  }

  @Test func tellsWhoIsSignedIn() throws {
    let answer = try test.get("/api/v1/users/current/")
    #expect(
      answer.text == """
        {"url":"\(test.url)/api/v1/users/1/","id":1,"username":"local","first_name":"",\
        "last_name":"","email":"","profile":{"role":"app","is_available":true,"avatar":null,\
        "large_avatar":null},"groups":[{"id":1,"name":"App integration"}],\
        "permissions":{"can_use_tags":true,"can_read_chats":"all","can_write_to_chats":"all"}}
        """)
    #expect(try test.get("/api/v1/users/1/").text == answer.text)
    #expect(
      try test.get("/api/v1/users/").text
        == #"{"count":1,"next":null,"previous":null,"results":[\#(answer.text)]}"#)
    #expect(
      try test.get("/api/v1/status/health/").text
        == #"[{"check_name":"store","is_ok":true,"message":""}]"#)
  }

  @Test(arguments: [
    ("/api/v1/chats", "/api/v1/chats/"),
    ("/api/v1/messages?a=1&b=x%20y", "/api/v1/messages/?a=1&b=x%20y"),
    ("/api/v1/users/current", "/api/v1/users/current/"), ("/api/v1/chats/49", "/api/v1/chats/49/"),
  ])
  func sendsOnWhoForgotTheSlash(_ path: String, _ wanted: String) throws {
    let answer = try test.send("GET", path, authorization: .some(nil))
    #expect(answer.status == 301)
    #expect(answer.header("Location") == wanted)
    let post = try test.send("POST", path, Array("{}".utf8), type: "application/json")
    #expect(post.status == 404)
  }

  @Test(arguments: [
    "/", "/api/", "/api/v1/", "/api/v1/nothing/", "/api/v1/chats/1/2/", "/api/v1/chats//",
    "/api/v1/messages/none/", "/api/v1/messages/00000000-0000-4000-8000-000000000001/",
    "/api/v1/media/none/", "/api/v1/media/00000000-0000-4000-8000-000000000001/",
    "/api/v1/chats/49/", "/api/v1/persons/49/", "/api/v1/../../etc/passwd",
    "/api/v1/media/..%2ftoken",
  ])
  func hasNothingElse(_ path: String) throws {
    let answer = try test.get(path)
    #expect(answer.status == 404)
    #expect(answer.text == #"{"detail":"Not found."}"#)
  }

  @Test(arguments: [
    ("PUT", "/api/v1/chats/", "GET, HEAD"), ("DELETE", "/api/v1/messages/", "GET, HEAD"),
    ("GET", "/api/v1/media/", "POST"), ("GET", "/api/v1/chat_import/", "POST"),
    ("POST", "/api/v1/users/current/", "GET, HEAD"), ("OPTIONS", "/api/v1/chats/", "GET, HEAD"),
  ])
  func namesTheMethodsThatItKnows(_ method: String, _ path: String, _ allowed: String) throws {
    let answer = try test.send(method, path, method == "GET" ? nil : [])
    #expect(answer.status == 405)
    #expect(answer.text == #"{"detail":"Method \"\#(method)\" not allowed."}"#)
    #expect(answer.header("Allow") == allowed)
  }

  @Test func neverSends() throws {
    let answer = try test.post("/api/v1/messages/", json: ["wa_id": "49", "type": "text"])
    #expect(answer.status == 405)
    #expect(
      answer.object["reason"] as? String
        == "The local inbox has no WhatsApp behind it: it keeps messages and sends none.")
  }

  @Test func answersHeadWithoutABody() throws {
    let answer = try test.send("HEAD", "/api/v1/users/current/")
    #expect(answer.status == 200)
    #expect(answer.header("Content-Length").flatMap { Int($0) } ?? 0 > 100)
  }

  @Test func oneConnectionTakesManyRequests() throws {
    let client = try RawClient(test.url)
    for _ in 0..<3 {
      try client.send(
        "GET /api/v1/chats/ HTTP/1.1\r\nHost: \(test.host)\r\n"
          + "Authorization: Token \(test.inbox.token)\r\n\r\n")
      #expect(try client.receive().status == 200)
    }
  }
}
