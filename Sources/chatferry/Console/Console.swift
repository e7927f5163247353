internal import Files
internal import Glibc
internal import JSONText
internal import Synchronization

/// Everything a person sees: results on standard output, all else on standard error.
final class Console: Sendable {
  enum Progress: String, Sendable, CaseIterable { case auto, plain, none }
  enum LogFormat: String, Sendable, CaseIterable { case text, json }
  enum Color: String, Sendable, CaseIterable { case auto, always, never }

  struct Choices: Sendable, Equatable {
    var isVerbose = false
    var isQuiet = false
    var progress = Progress.auto
    var logFormat = LogFormat.text
    var color = Color.auto
  }

  enum Level: String, Sendable { case detail, info, progress, warning, error }

  let choices: Choices
  private let outputInColor: Bool
  private let errorInColor: Bool
  /// The progress bar that stands on the terminal's last line; empty for none.
  private let bar = Mutex("")

  init(_ choices: Choices) {
    self.choices = choices
    // Columns are counted by the character type, whatever the user's locale is; nothing else is set.
    setlocale(LC_CTYPE, "C.UTF-8")
    outputInColor = Self.isColored(choices.color, .output)
    errorInColor = choices.logFormat == .text && Self.isColored(choices.color, .error)
  }

  private static func isColored(_ color: Color, _ stream: FileDescriptor) -> Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto:
      stream.isTerminal && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
    }
  }

  /// Whether a question can be asked and an answer expected.
  var canAsk: Bool {
    FileDescriptor.input.isTerminal && FileDescriptor.error.isTerminal && choices.logFormat == .text
  }

  /// Whether progress is shown as one line that is drawn anew.
  var drawsBar: Bool {
    choices.progress == .auto && !choices.isQuiet && choices.logFormat == .text
      && FileDescriptor.error.isTerminal && environment("TERM") != "dumb"
  }

  /// Whether progress is shown as lines.
  var printsProgress: Bool { choices.progress != .none && !choices.isQuiet && !drawsBar }

  // MARK: Results

  /// Result lines for people.
  func result(_ lines: [StyledText]) throws(FilesError) {
    hideBar()
    try FileDescriptor.output.write(
      lines.map { $0.rendered(inColor: outputInColor) + "\n" }.joined())
  }

  /// A text that is known to be ours: a help text, versions.
  func result(text: String) throws(FilesError) {
    try FileDescriptor.output.write(text.hasSuffix("\n") ? text : text + "\n")
  }

  /// The one object of `--json`.
  func result(_ json: JSONWriter) throws(FilesError) {
    hideBar()
    try FileDescriptor.output.write(String(decoding: json.bytes, as: UTF8.self) + "\n")
  }

  // MARK: Messages

  func detail(_ message: String) { if choices.isVerbose { say(.detail, message) } }
  func info(_ message: String) { if !choices.isQuiet { say(.info, message) } }
  func warning(_ message: String) { say(.warning, message) }
  func error(_ message: String) { say(.error, message) }

  /// A line of progress in a pipe.
  func progress(_ message: String) { say(.progress, message) }

  /// A help text that nobody asked for, and why it is shown.
  func usage(_ reason: String, help: String) {
    if choices.logFormat == .text { _ = try? FileDescriptor.error.write(help + "\n") }
    error(reason + "; see `chatferry --help`")
  }

  private func say(_ level: Level, _ message: String) {
    let line =
      choices.logFormat == .json
      ? Self.logLine(level, message, at: time(nil))
      : Self.textLine(level, message, inColor: errorInColor)
    bar.withLock { bar in
      // There is nobody left to tell when standard error itself fails.
      let clear = bar.isEmpty ? "" : "\r\u{1b}[K"
      _ = try? FileDescriptor.error.write(clear + line + "\n" + bar)
    }
  }

  /// `chatferry: what happened`; the lines of a longer message are set in, so that none can pass for another's.
  static func textLine(_ level: Level, _ message: String, inColor: Bool) -> String {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    let style: StyledText.Style =
      switch level {
      case .error: .red
      case .warning: .yellow
      case .detail, .progress: .dim
      case .info: .plain
      }
    let name =
      switch level {
      case .warning: StyledText("chatferry: ", .bold) + StyledText("warning: ", style)
      case .error: StyledText("chatferry: ", style)
      default: StyledText("chatferry: ", .dim)
      }
    return lines.enumerated().map { index, line in
      ((index == 0 ? name : "  ") + StyledText(String(line))).rendered(inColor: inColor)
    }.joined(separator: "\n")
  }

  /// One object: `{"time":…,"level":…,"message":…}`.
  static func logLine(_ level: Level, _ message: String, at seconds: Int) -> String {
    var seconds = time_t(seconds)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    var text = [CChar](repeating: 0, count: 32)
    strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    var json = JSONWriter()
    json.beginObject()
    json.key("time")
    json.string(String(decoding: text.prefix { $0 != 0 }.map { UInt8($0) }, as: UTF8.self))
    json.key("level")
    json.string(level.rawValue)
    json.key("message")
    json.string(message)
    json.endObject()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  // MARK: The bar

  /// Draws `line` over the bar that stands there.
  func drawBar(_ line: String) {
    bar.withLock { bar in
      bar = "\r" + fitted(line, to: (FileDescriptor.error.terminalWidth ?? 80) - 1, fill: false)
      _ = try? FileDescriptor.error.write("\r\u{1b}[K" + bar)
    }
  }

  func hideBar() {
    bar.withLock { bar in
      guard !bar.isEmpty else { return }
      bar = ""
      _ = try? FileDescriptor.error.write("\r\u{1b}[K")
    }
  }
}

/// A variable of the environment; nil where it is not set.
func environment(_ name: String) -> String? {
  guard let value = getenv(name) else { return nil }
  return String(cString: value)
}
