import Glibc
import TestServer
import Testing

@testable import InboxAPI

/// Addresses to which a server elsewhere must not lead.
@Suite(.timeLimit(.minutes(50))) struct NetworkAddressTests {
  /// The registries of special addresses: IPv4 (RFC 6890, table by table) and IPv6.
  @Test(arguments: [
    ("8.8.8.8", true), ("100.63.255.255", true), ("100.64.0.1", false), ("100.127.255.255", false),
    ("100.128.0.1", true), ("0.0.0.0", false), ("10.255.0.1", false), ("127.0.0.1", false),
    ("127.255.255.254", false), ("169.254.169.254", false), ("169.253.0.1", true),
    ("172.15.0.1", true), ("172.16.0.1", false), ("172.31.255.255", false), ("172.32.0.1", true),
    ("192.0.0.8", false), ("192.0.2.1", false), ("192.168.1.1", false), ("192.167.1.1", true),
    ("198.17.0.1", true), ("198.18.0.1", false), ("198.19.0.1", false), ("198.51.100.7", false),
    ("203.0.113.7", false), ("224.0.0.1", false), ("255.255.255.255", false),
    ("::", false), ("::1", false), ("::ffff:127.0.0.1", false), ("::ffff:8.8.8.8", true),
    ("::7f00:1", false), ("64:ff9b::a9fe:a9fe", false), ("64:ff9b::808:808", true),
    ("2002:7f00:1::", false), ("2002:808:808::1", true), ("fe80::1", false), ("fc00::1", false),
    ("fd12:3456::1", false), ("fec0::1", false), ("ff02::1", false), ("2001:db8::1", false),
    ("2606:4700::1111", true), ("100::1", false),
  ])
  func tellsPrivateAddresses(_ text: String, isPublic: Bool) throws {
    #expect(try #require(NetworkAddress(text)).isPublic == isPublic)
  }

  @Test(arguments: ["", "localhost", "127.1", "0x7f.1", "1.2.3.4.5", "[::1]", "::1%lo"])
  func isNoName(_ text: String) { #expect(NetworkAddress(text) == nil) }

  @Test func readsWhatTheKernelGives() throws {
    var v4 = sockaddr_in()
    v4.sin_family = sa_family_t(AF_INET)
    v4.sin_addr.s_addr = UInt32(0xA9FE_A9FE).bigEndian
    let one = withUnsafeBytes(of: &v4) { bytes in
      bytes.baseAddress.flatMap { NetworkAddress($0, count: bytes.count) }
    }
    #expect(one == NetworkAddress("169.254.169.254"))
    var unix = sockaddr_un()
    unix.sun_family = sa_family_t(AF_UNIX)
    let none = withUnsafeBytes(of: &unix) { bytes in
      bytes.baseAddress.flatMap { NetworkAddress($0, count: bytes.count) }
    }
    #expect(none == nil)
  }

  /// Asked when the name is resolved and before anything is sent: whatever the name is, and however often it changes
  /// what it stands for.
  @Test func connectsToNoPrivateAddressAtTheWordOfAServer() async throws {
    let server = try TestServer { _ in .answer(200, body: [1]) }
    defer { server.stop() }
    for host in ["localhost", "127.0.0.1", "LOCALHOST"] {
      var exchange = Exchange(
        url: "http://\(host):\(server.port)/x", isRepeatable: true, isLoopback: true)
      #expect(await Transport().perform(exchange).status == 200)
      let count = server.connectionCount
      exchange.mayBePrivate = false
      let answer = await Transport().perform(exchange)
      #expect(answer.failure == .privateAddress)
      #expect(Verdict(answer, isValid: false) == .notExecuted)
      #expect(server.connectionCount == count)
    }
  }

  /// A server that is itself in a private network keeps its files there too.
  @Test func fetchesFilesBesideAPrivateServer() async throws {
    let files = try TestServer { _ in .answer(200, body: [1, 2]) }
    let server = try TestServer { _ in .status(302, [("Location", files.url + "/bucket/x")]) }
    defer {
      files.stop()
      server.stop()
    }
    let client = try OnlineClient(
      url: server.url, token: Secret(canary), account: 1, inbox: 2, settings: ClientSettings())
    try await client.media(
      at: MediaPlace(id: "5", link: server.url + "/rails/x"), restart: {}, receive: { _ in })
    #expect(files.requests.map(\.path) == ["/bucket/x"])
  }
}
