import Foundation
import Synchronization

/// A run of the program that has not ended yet.
final class RunningChatferry: Sendable {
  private struct Streams: Sendable {
    var output = Data()
    var error = Data()
  }

  private let process = Process()
  private let input = Pipe()
  private let streams = Mutex(Streams())
  private let readers = DispatchGroup()
  private let outputPipe = Pipe()

  init(_ program: URL, _ arguments: [String], _ environment: [String: String]) throws {
    let error = Pipe()
    process.executableURL = program
    process.arguments = arguments
    process.environment = environment
    process.standardInput = input
    process.standardOutput = outputPipe
    process.standardError = error
    try process.run()
    collect(outputPipe) { streams, data in streams.output += data }
    collect(error) { streams, data in streams.error += data }
  }

  private func collect(
    _ pipe: Pipe, _ take: @escaping @Sendable (inout Streams, Data) -> Void
  ) {
    let handle = pipe.fileHandleForReading
    DispatchQueue.global().async(group: readers) { [self] in
      while case let data = handle.availableData, !data.isEmpty {
        streams.withLock { take(&$0, data) }
      }
    }
  }

  /// All that the program gets to read.
  func give(_ text: String) {
    try? input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try? input.fileHandleForWriting.close()
  }

  var identifier: Int32 { process.processIdentifier }

  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Waits until standard output holds `text`; false after ten seconds.
  func says(_ text: String) -> Bool {
    for _ in 0..<1_000 {
      let now = streams.withLock { String(decoding: $0.output, as: UTF8.self) }
      if now.contains(text) { return true }
      usleep(10_000)
    }
    return false
  }

  /// What it printed so far.
  var output: String { streams.withLock { String(decoding: $0.output, as: UTF8.self) } }

  /// Waits for the end; a run that takes longer than a minute is killed.
  func outcome() throws -> Chatferry.Outcome {
    let identifier = process.processIdentifier
    let watch = DispatchWorkItem { kill(identifier, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + 60, execute: watch)
    process.waitUntilExit()
    watch.cancel()
    readers.wait()
    let status =
      process.terminationReason == .exit
      ? process.terminationStatus : -process.terminationStatus
    return streams.withLock {
      Chatferry.Outcome(
        status: status, output: String(decoding: $0.output, as: UTF8.self),
        error: String(decoding: $0.error, as: UTF8.self))
    }
  }
}
