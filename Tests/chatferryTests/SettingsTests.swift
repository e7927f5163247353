import Testing

@testable import chatferry

@Suite struct SettingsTests {
  @Test(
    arguments: [
      ("+02:00", 120), ("-03:30", -210), ("\u{2212}05:00", -300), ("+00:00", 0), ("+14:00", 840),
      ("2:00", nil), ("+2:00", nil), ("+02:60", nil), ("+16:00", nil), ("02:00", nil),
      ("+0200", nil),
      ("", nil), ("+٠٢:٠٠", nil),
    ] as [(String, Int?)])
  func readsOffsets(text: String, minutes: Int?) {
    #expect(Settings.offsetMinutes(text) == minutes)
  }

  private func reference(_ text: String) throws(CommandError) -> InboxReference {
    var configuration = try Configuration(
      path: "/c/config.toml",
      text: """
        [inbox.shop]
        url = "https://Inbox.Example.com/"
        [inbox.local]
        locale = "de"
        [inbox.bare]
        [inbox.online]
        url = "https://x.example"
        kind = "online"
        [inbox.plain]
        url = "http://x.example"
        """)
    configuration.isThere = true
    return try Settings.resolving(text, origin: .option("--inbox"), Arguments(), configuration).1
  }

  @Test(arguments: [
    ("local", InboxReference.local),
    ("shop", .server(url: "https://inbox.example.com")),
    ("https://a.example:8443", .server(url: "https://a.example:8443")),
    ("http://127.0.0.1:8080", .server(url: "http://127.0.0.1:8080")),
    ("http://localhost:1", .server(url: "http://localhost:1")),
    ("http://[::1]:99/", .server(url: "http://[::1]:99")),
  ])
  func resolvesReferences(text: String, inbox: InboxReference) throws {
    #expect(try reference(text) == inbox)
  }

  @Test(arguments: [
    ("http://inbox.example.com", Status.usage), ("ftp://x", .usage),
    ("https://user:secret@x.example", .usage), ("https://x.example/path", .usage),
    ("https://x.example?q", .usage), ("https://", .usage),
    ("http://127.0.0.1.evil.example", .usage),
    ("shp", .configuration), ("bare", .configuration),
    ("plain", .configuration),
  ])
  func refusesReferences(text: String, status: Status) {
    do {
      _ = try reference(text)
      Issue.record("\(text) was taken")
    } catch {
      #expect(error.status == status)
      #expect(!"\(error)".contains("secret"))
    }
  }

  @Test func namesTheNearestProfile() {
    #expect(
      throws: CommandError.unknownProfile(
        "shp", path: "/c/config.toml", isThere: true, nearest: "shop")
    ) { try reference("shp") }
  }

  @Test(arguments: [
    ("127.0.0.1:8080", "127.0.0.1", UInt16(8080)), ("[::1]:0", "::1", 0),
    ("localhost:65535", "localhost", 65535), ("127.9.9.9:1", "127.9.9.9", 1),
  ])
  func takesLoopbackAddresses(text: String, host: String, port: UInt16) throws {
    let found = try ServeCommand.address(text)
    #expect(found.host == host)
    #expect(found.port == port)
  }

  @Test(arguments: ["0.0.0.0:80", "192.168.1.1:80", "[::]:80", "example.com:80"])
  func refusesOtherAddresses(text: String) {
    #expect(throws: CommandError.listenElsewhere(text)) { try ServeCommand.address(text) }
  }

  @Test(arguments: ["127.0.0.1", "127.0.0.1:", "127.0.0.1:70000", "8080"])
  func refusesWhatIsNoAddress(text: String) {
    #expect(throws: CommandError.self) { try ServeCommand.address(text) }
  }

  @Test(arguments: [
    ("https://inbox.example.com", "inbox.example.com"), ("http://127.0.0.1:80", "127.0.0.1_80"),
    ("https://[::1]:8443", "___1__8443"),
  ])
  func namesTokenFilesByHost(url: String, name: String) {
    #expect(LoginCommand.fileName(url) == name)
  }
}
