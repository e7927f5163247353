/// How a run ended, as the shell sees it (after `sysexits.h`).
enum ExitStatus: Int32, Sendable, CaseIterable {
  case allDone = 0
  /// Done, but some items failed or need attention; each was listed.
  case someFailed = 1
  case usage = 64
  /// Nothing of the input was sent.
  case badInput = 65
  case noInput = 66
  case unavailable = 69
  case cannotCreate = 73
  case inputOutput = 74
  /// Interrupted or throttled: the same command goes on where this one stopped.
  case tryAgain = 75
  case refused = 77
  case configuration = 78
  /// After SIGINT; resumable.
  case interrupted = 130
  /// After SIGTERM or SIGHUP; resumable.
  case terminated = 143

  /// One row for people: `docs/cli.md` and `--help` say the same.
  var meaning: String {
    switch self {
    case .allDone: "all done"
    case .someFailed: "done, but some items failed or need attention; each is listed"
    case .usage: "usage: an option or argument is wrong"
    case .badInput: "bad input; nothing of it was sent"
    case .noInput: "no such input"
    case .unavailable: "service unavailable"
    case .cannotCreate: "cannot create output"
    case .inputOutput: "reading or writing failed"
    case .tryAgain: "interrupted, throttled or locked: run the same command again"
    case .refused: "refused by the server: token or rights"
    case .configuration: "configuration: the file, a profile or a token file"
    case .interrupted: "stopped by SIGINT; run the same command again to go on"
    case .terminated: "stopped by SIGTERM or SIGHUP; run the same command again to go on"
    }
  }

  /// The status of a command over its inputs: one bad input is what it is; of several, some bad is 1 and all bad
  /// is 65.
  static func combining(_ statuses: [ExitStatus]) -> ExitStatus {
    let bad = statuses.filter { $0 != .allDone }
    guard let first = bad.first else { return .allDone }
    // Whatever says "the same will happen to all others" wins over counting.
    if let stop = bad.first(where: \.endsTheRun) { return stop }
    if statuses.count == 1 { return first }
    return bad.count < statuses.count || bad.contains(.someFailed) ? .someFailed : .badInput
  }

  /// Whether further inputs would meet the same fate.
  var endsTheRun: Bool {
    switch self {
    case .unavailable, .tryAgain, .refused, .configuration, .interrupted, .terminated, .usage,
      .cannotCreate:
      true
    case .allDone, .someFailed, .badInput, .noInput, .inputOutput: false
    }
  }
}
