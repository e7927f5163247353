import Foundation

/// The built program reading an archive in a process that may have little memory and little time.
struct ArchiveSandbox {
  /// Of address space, in KiB: libraries, ICU's tables and the stacks of threads take most of it.
  static let memoryInKiB = 700_000
  /// Of the processor, in seconds.
  static let seconds = 60

  struct Outcome {
    /// Negative: the signal that ended it.
    let status: Int32
    let output: String
    let error: String
  }

  /// Beside the test bundle; nil where that was built with a sanitizer, whose own memory is no smaller than all addresses.
  static let program: String? = {
    let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let isSanitized = own.pathComponents.contains { ["address", "thread"].contains($0) }
    let beside = own.deletingLastPathComponent().appendingPathComponent("chatferry").path
    return !isSanitized && FileManager.default.isExecutableFile(atPath: beside) ? beside : nil
  }()

  /// Exports the archive into a folder beside it.
  static func export(_ archive: String, in folder: ScratchFolder) async throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c",
      "ulimit -v \(memoryInKiB) && ulimit -t \(seconds) && ulimit -c 0 && exec \"$@\"", "sh",
      program ?? "", "export", archive, "--to", folder.path + "/out", "--date-order", "dmy",
      "--json", "--progress", "none",
    ]
    process.environment = ["HOME": folder.path, "PATH": "/usr/bin:/bin", "TMPDIR": folder.path]
    // Files: a pipe would be inherited by whatever other tests start meanwhile.
    let output = folder.path + "/output"
    let error = folder.path + "/error"
    for path in [output, error] { try Data().write(to: URL(fileURLWithPath: path)) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: error)
    // Threads that wait would be missing where other tests want to go on.
    try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in ended.resume() }
      do { try process.run() } catch { ended.resume(throwing: error) }
    }
    let isExit = process.terminationReason == .exit
    return Outcome(
      status: isExit ? process.terminationStatus : -process.terminationStatus,
      output: try String(contentsOfFile: output, encoding: .utf8),
      error: try String(contentsOfFile: error, encoding: .utf8))
  }
}
