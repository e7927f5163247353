import Testing

@testable import InboxAPI

@Suite struct OriginTests {
  @Test(arguments: [
    ("https://a.example", "https://a.example"), ("https://a.example/", "https://a.example"),
    ("HTTPS://A.Example:443", "https://a.example"),
    ("https://a.example:8443", "https://a.example:8443"),
    ("http://127.0.0.1:8080/", "http://127.0.0.1:8080"), ("http://127.9.8.7", "http://127.9.8.7"),
    ("http://localhost:80", "http://localhost"), ("http://[::1]:5/", "http://[::1]:5"),
    ("https://[2001:db8::1]", "https://[2001:db8::1]"), ("https://10.0.0.1", "https://10.0.0.1"),
  ])
  func readsAnInboxAddress(_ text: String, _ expected: String) throws {
    #expect(try Origin(inboxURL: text).text == expected)
  }

  @Test(arguments: [
    ("", "it is not a URL"), ("a.example", "it is not a URL"), ("https://", "it is not a URL"),
    ("https://a b", "it is not a URL"), ("https://a.example:99999", "it is not a URL"),
    ("ftp://a.example", "its scheme is not https"),
    ("file:///etc/passwd", "its scheme is not https"),
    ("https://user@a.example", "it holds a user or a password"),
    ("https://a:b@a.example", "it holds a user or a password"),
    ("https://a.example@evil.example/", "it holds a user or a password"),
    ("https://a.example/?x=1", "it holds a query or a fragment"),
    ("https://a.example/#x", "it holds a query or a fragment"),
    ("https://a.example/api/v1/", "it holds a path, which chatferry adds itself"),
    ("http://a.example", "http would send the token unprotected over the network"),
    ("http://10.0.0.1", "http would send the token unprotected over the network"),
    ("http://127.0.0.1.example", "http would send the token unprotected over the network"),
    ("http://localhost.example", "http would send the token unprotected over the network"),
    ("http://[::2]", "http would send the token unprotected over the network"),
    ("http://[::ffff:10.0.0.1]", "http would send the token unprotected over the network"),
  ])
  func refusesWhatIsNone(_ text: String, because reason: String) {
    #expect(throws: APIError.invalidURL(reason: reason)) { try Origin(inboxURL: text) }
  }

  @Test(arguments: [
    ("/media/1", "https://a.example/media/1"), ("1/", "https://a.example/api/media/1/"),
    ("https://a.example/x?y=1", "https://a.example/x?y=1"),
    ("//a.example/x", "https://a.example/x"),
    ("https://A.EXAMPLE:443/x", "https://a.example/x"), ("?z", "https://a.example/api/media/1?z"),
  ])
  func followsInsideTheOrigin(_ location: String, to expected: String) throws {
    let origin = try Origin(inboxURL: "https://a.example")
    let target = origin.redirect(from: "https://a.example/api/media/1", to: location)
    #expect(target?.lowercased().replacing(":443", with: "") == expected)
  }

  @Test(arguments: [
    "http://a.example/x", "https://b.example/x", "https://a.example:8443/x", "//b.example/",
    "https://a.example@b.example/", "https://u:p@a.example/x", "https://a.example.b.example/",
    "file:///etc/passwd", "ftp://a.example/", "javascript:alert(1)", "https://a.example./x",
    "https://a.example\\@b.example/", "\\\\b.example\\x", "https:///b.example", "http:",
    // Slashes and signs that are encoded, or others than they look.
    "https://a.example%2f@b.example/", "https://a.example%2F.b.example/",
    "https://a.example%40b.example/",
    "https://a.example%00.b.example/", "https://a.example%5c@b.example/", "https:%2f%2fb.example/",
    "%2f%2fb.example/x", "/%2f/b.example", "https://a.example\u{FF0F}b.example/",
    "https://a.example\u{2044}b.example/",
    // Names that look or are read alike.
    "https://\u{430}.example/", "https://xn--80a.example/", "https://\u{FF41}.example/x",
    "https://a\u{3002}example/x", "https://a\u{FF0E}example/x", "https://a.ex\u{AD}ample/x",
    "https://a.example\u{200B}/x", "https://A.EXAMPLE.:443/x",
    // Ports, users, schemes and white space.
    "https://a.example:0443/x", "https://a.example:80/x", "https://a.example:/x",
    "https://a.example:443@b.example/",
    "https://a.example#@b.example/", "https://a.example?@b.example/", "https://@b.example/",
    " https://b.example/", "\thttps://b.example/", "https://b.example\r\nHost: a.example/",
    "HtTp://a.example/x",
    "https:b.example", "///b.example/x", "////b.example", "/\\b.example", "\\/b.example/x",
  ])
  func leadsNowhereElse(_ location: String) throws {
    let origin = try Origin(inboxURL: "https://a.example")
    if let target = origin.redirect(from: "https://a.example/api/", to: location) {
      #expect(["https://a.example/", "https://a.example:443/"].contains { target.hasPrefix($0) })
    }
  }

  @Test func encodesEverythingThatIsNotUnreserved() {
    #expect(Origin.encode("aZ09-._~ /?&=+%é\n") == "aZ09-._~%20%2F%3F%26%3D%2B%25%C3%A9%0A")
  }
}
