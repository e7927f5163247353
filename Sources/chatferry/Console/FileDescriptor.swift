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

  /// Writes all of `bytes`.
  ///
  /// - Throws: `readerGone` where the other end was closed, `outputFailed` for all else.
  func write(_ bytes: UnsafeRawBufferPointer) throws(CommandError) {
    var done = 0
    while done < bytes.count {
      guard let start = bytes.baseAddress else { return }
      let count = Glibc.write(rawValue, start + done, bytes.count - done)
      if count >= 0 {
        done += count
        continue
      }
      let code = errno
      switch code {
      case EINTR: continue
      case EAGAIN:
        // A pipe that somebody made non-blocking.
        var wait = pollfd(fd: rawValue, events: Int16(POLLOUT), revents: 0)
        poll(&wait, 1, -1)
      case EPIPE: throw .readerGone
      default: throw .outputFailed(name, reason: String(cString: strerror(code)))
      }
    }
  }

  func write(_ text: String) throws(CommandError) {
    var text = text
    let failure: CommandError? = text.withUTF8 { bytes in
      do throws(CommandError) {
        try write(UnsafeRawBufferPointer(bytes))
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }

  private var name: String {
    switch self {
    case .input: "standard input"
    case .output: "standard output"
    case .error: "standard error"
    }
  }
}
