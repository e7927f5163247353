import Foundation
import Testing

@testable import InboxAPI

private let openssl = ["/usr/bin/openssl", "/usr/local/bin/openssl"].first {
  FileManager.default.isExecutableFile(atPath: $0)
}

/// Servers that cannot prove who they are, played by OpenSSL's own; where that is not installed there is nothing to ask.
@Suite(.serialized, .timeLimit(.minutes(2)), .enabled(if: openssl != nil))
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

  private static func makeCertificate(_ name: String, in folder: URL) throws {
    let process = Process()
    process.executableURL = openssl.map { URL(fileURLWithPath: $0) }
    process.arguments = [
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-keyout", folder.path + "/k.pem", "-out", folder.path + "/c.pem", "-days", "2", "-subj",
      "/CN=\(name)", "-addext", "subjectAltName=DNS:\(name),IP:127.0.0.1",
    ]
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test(arguments: [
    ("signed by itself", "localhost", []), ("of another name, signed by itself", "a.example", []),
    ("an old protocol", "localhost", ["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"]),
  ])
  func showsNoTokenToAServerThatProvesNothing(
    _ what: String, _ name: String, _ options: [String]
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "chatferry-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Self.makeCertificate(name, in: folder)
    let server = try Server(folder.path, options)
    defer { server.stop() }
    let client = try client("https://localhost:\(try await server.port())")
    let error = await apiError { _ = try await client.currentUser() }
    #expect(error?.outcome == .notExecuted, "\(error as Any)")
    guard case .unreachable = error else {
      Issue.record("\(error as Any)")
      return
    }
    #expect(!server.printed.contains(canary) && !server.printed.contains("Authorization"))
  }
}
