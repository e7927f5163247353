import Foundation
import JSONText
import TestKit

/// The built program, run as a user runs it: with an environment of its own and nothing of this machine's user.
struct Chatferry {
  struct Outcome {
    let status: Int32
    let output: String
    let error: String

    /// The one object that `--json` prints; an error for anything but exactly one line with one object.
    func json() throws -> JSONValue {
      guard output.hasSuffix("\n"), output.filter({ $0 == "\n" }).count == 1 else {
        throw Complaint(text: "not exactly one line: \(output)")
      }
      return try JSONValue(parsing: Array(output.utf8))
    }

    var errorLines: [Substring] { error.split(separator: "\n") }
  }

  struct Complaint: Error, CustomStringConvertible {
    let text: String
    var description: String { text }
  }

  /// Everything that this run may leave behind.
  let home: TemporaryFolder
  var environment: [String: String] = [:]

  init() throws { home = try TemporaryFolder() }

  /// Beside the test bundle, wherever that was built.
  static let program: URL = {
    let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let beside = own.deletingLastPathComponent().appendingPathComponent("chatferry")
    if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
    return projectFolder.appendingPathComponent(".build/debug/chatferry")
  }()

  static let projectFolder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Runs to the end, which comes within a minute or the run is killed.
  func run(_ arguments: String..., input: String = "") throws -> Outcome {
    try run(arguments, input: input)
  }

  func run(_ arguments: [String], input: String = "") throws -> Outcome {
    let running = try start(arguments)
    running.give(input)
    return try running.outcome()
  }

  func start(_ arguments: [String]) throws -> RunningChatferry {
    try RunningChatferry(Self.program, arguments, merged)
  }

  /// Whether the program was built with a sanitizer, into a folder of its name.
  static let isSanitized = program.pathComponents.contains { ["address", "thread"].contains($0) }

  var merged: [String: String] {
    let own = [
      "HOME": home.path, "PATH": "/usr/bin:/bin", "TMPDIR": home.path,
      "XDG_CONFIG_HOME": home.file("config"), "XDG_STATE_HOME": home.file("state"),
      "XDG_DATA_HOME": home.file("data"), "LC_ALL": "C",
    ]
    // What a sanitizer that the program was built with is told.
    let told = ProcessInfo.processInfo.environment.filter { $0.key.hasSuffix("SAN_OPTIONS") }
    return own.merging(told) { own, _ in own }.merging(environment) { _, given in given }
  }

  /// Writes the configuration file.
  func configure(_ text: String) throws {
    let folder = home.file("config/chatferry")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try text.write(toFile: folder + "/config.toml", atomically: false, encoding: .utf8)
  }

  /// A chat of two, by its text.
  func chat(_ name: String = "WhatsApp Chat with Anna Berg.txt", _ text: String = Self.chatText)
    throws -> String
  {
    try home.write(text, to: name)
    return home.file(name)
  }

  static let chatText = """
    10/03/2022, 11:00 - Anna Berg: Do you repair cargo bikes?
    13/03/2022, 17:46 - Harbour Bikes: We do.
    Bring it by.
    14/03/2022, 09:13 - Anna Berg: Perfect

    """
}
