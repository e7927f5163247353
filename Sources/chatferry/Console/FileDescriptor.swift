internal import Files
internal import Glibc

/// One of the three streams that every program has.
enum FileDescriptor: Int32, Sendable {
  case input = 0
  case output = 1
  case error = 2

  var isTerminal: Bool { isatty(rawValue) == 1 }

  /// Columns of the terminal; nil where it is none or does not tell.
  var terminalWidth: Int? {
    var size = winsize()
    guard ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Where bytes go; nothing is buffered.
  var sink: DescriptorSink { DescriptorSink(descriptor: rawValue, name: name) }

  func write(_ text: String) throws(FilesError) { try sink.write(Array(text.utf8).span) }

  private var name: String {
    switch self {
    case .input: "standard input"
    case .output: "standard output"
    case .error: "standard error"
    }
  }
}
