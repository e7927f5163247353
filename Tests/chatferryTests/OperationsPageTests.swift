import Foundation
import Testing

/// The units and the table of crontab that docs/operations.md has people copy.
@Suite struct OperationsPageTests {
  private static func unit(_ name: String) throws -> [String: String] {
    let path = Chatferry.projectFolder.appendingPathComponent("docs/systemd/" + name)
    var settings: [String: String] = [:]
    for line in try String(contentsOf: path, encoding: .utf8).split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { settings[String(parts[0])] = String(parts[1]) }
    }
    return settings
  }

  @Test func makesUpForAMissedRunAndBearsTwoAtOnce() throws {
    for name in ["backup", "verify"] {
      let timer = try Self.unit("chatferry-\(name)@.timer")
      #expect(timer["Persistent"] == "yes")
      #expect(timer["RandomizedDelaySec"] != nil)
      let service = try Self.unit("chatferry-\(name)@.service")
      // systemd starts no second one of a oneshot service that is still running.
      #expect(service["Type"] == "oneshot")
      #expect(service["LimitCORE"] == "0")
    }
    // What a run says that found another one at work is no failure.
    #expect(try Self.unit("chatferry-backup@.service")["SuccessExitStatus"] == "75")
  }

  /// The commands of the units are commands of the program, and show no token.
  @Test func runsCommandsThatThereAre() throws {
    for name in ["backup", "verify"] {
      let start = try #require(try Self.unit("chatferry-\(name)@.service")["ExecStart"])
      #expect(start.hasPrefix("/usr/local/bin/chatferry \(name) "))
      let help = try Chatferry().run(name, "--help").output
      for word in start.split(separator: " ") where word.hasPrefix("--") {
        #expect(help.contains(word), "\(word)")
      }
    }
  }
}
