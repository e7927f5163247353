import Foundation
import TestKit
import Testing

@testable import InboxAPI

private let openssl = ["/usr/bin/openssl", "/usr/local/bin/openssl"].first {
  FileManager.default.isExecutableFile(atPath: $0)
}

/// Servers that cannot prove who they are, played by OpenSSL's own; where that is not installed there is nothing to ask.
@Suite(.serialized, .timeLimit(.minutes(50)), .enabled(if: openssl != nil))
struct CertificateTests {
  /// What it prints goes into a file: a pipe would be inherited by whatever other tests start meanwhile.
  private final class Server {
    private let process = Process()
    private let log: String

    init(_ folder: String, _ options: [String]) throws {
      log = folder + "/log"
      try Data().write(to: URL(fileURLWithPath: log))
      process.executableURL = openssl.map { URL(fileURLWithPath: $0) }
      process.arguments =
        ["s_server", "-accept", "127.0.0.1:0", "-cert", folder + "/c.pem", "-key"]
        + [folder + "/k.pem"] + options
      process.standardOutput = FileHandle(forWritingAtPath: log)
      process.standardError = FileHandle.nullDevice
      process.standardInput = Pipe()
      try process.run()
    }

    var printed: String {
      String(decoding: FileManager.default.contents(atPath: log) ?? Data(), as: UTF8.self)
    }

    /// Where it listens, as soon as it says so: `ACCEPT 127.0.0.1:40123`.
    func port() async throws -> Int {
      for _ in 0..<1_000 {
        for line in printed.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        where line.hasPrefix("ACCEPT ") {
          return try #require(Int(line.split(separator: ":").last ?? ""))
        }
        try await Task.sleep(for: .milliseconds(10))
      }
      throw CancellationError()
    }

    func stop() { process.terminate() }
  }

  private static func openSSL(_ words: String...) throws {
    let process = Process()
    process.executableURL = openssl.map { URL(fileURLWithPath: $0) }
    process.arguments = words
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(words)")
  }

  /// An authority of our own (`ca.pem`), and the certificate of a server that it vouches for.
  private static func makeCertificate(_ name: String, days: Int, in folder: String) throws {
    for (who, file) in [("an authority", "ca"), (name, "k")] {
      try openSSL(
        "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout",
        "\(folder)/\(file).pem", "-out", "\(folder)/\(file).csr", "-subj", "/CN=\(who)")
    }
    try Data("basicConstraints=critical,CA:TRUE\n".utf8)
      .write(to: URL(fileURLWithPath: folder + "/ca.ext"))
    try Data("subjectAltName=DNS:\(name)\n".utf8)
      .write(to: URL(fileURLWithPath: folder + "/k.ext"))
    try openSSL(
      "x509", "-req", "-in", folder + "/ca.csr", "-signkey", folder + "/ca.pem", "-days", "2",
      "-extfile", folder + "/ca.ext", "-out", folder + "/authority.pem")
    try openSSL(
      "x509", "-req", "-in", folder + "/k.csr", "-CA", folder + "/authority.pem", "-CAkey",
      folder + "/ca.pem", "-CAcreateserial", "-days", String(days), "-extfile",
      folder + "/k.ext", "-out", folder + "/c.pem")
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var name = "localhost"
    var days = 2
    var options: [String] = []
    var isTrusted = true
    /// What is said of it; nil: it is good.
    let words: String?
  }

  static let cases = [
    Case(testDescription: "good", words: nil),
    Case(
      testDescription: "good, of an authority that nobody knows", isTrusted: false,
      words: "unable to get local issuer certificate"),
    Case(testDescription: "expired", days: -1, words: "certificate has expired"),
    Case(
      testDescription: "of another name", name: "a.example",
      words: "no alternative certificate subject name matches target host name 'localhost'"),
    Case(
      testDescription: "an old protocol", options: ["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"],
      words: "alert protocol version"),
    Case(
      testDescription: "the oldest that OpenSSL speaks",
      options: ["-tls1", "-cipher", "ALL:@SECLEVEL=0"], words: "alert protocol version"),
  ]

  /// Each but the first is good in all but one thing.
  @Test(arguments: cases)
  func showsNoTokenToAServerThatProvesNothing(_ certificate: Case) async throws {
    let home = try TemporaryFolder()
    let folder = home.file("x")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Self.makeCertificate(certificate.name, days: certificate.days, in: folder)
    let server = try Server(folder, ["-www"] + certificate.options)
    defer { server.stop() }
    let client = try client("https://localhost:\(try await server.port())") {
      if certificate.isTrusted { $0.authorities = folder + "/authority.pem" }
    }
    let error = await apiError { _ = try await client.currentUser() }
    guard let words = certificate.words else {
      // Its page is no answer of an inbox, and shows that it was asked.
      #expect(error?.description.contains("a web page came in its place") == true)
      return
    }
    #expect(error?.outcome == .notExecuted, "\(error as Any)")
    guard case .unreachable(_, let reason, _) = error else {
      Issue.record("\(error as Any)")
      return
    }
    #expect(reason.contains(words))
    #expect(!server.printed.contains(canary) && !server.printed.contains("Authorization"))
  }
}
