internal import Glibc

/// Questions to the person in front of the terminal, or answers that a script has ready, one a line.
struct Question {
  let console: Console

  /// One line of standard input without its end.
  ///
  /// - Parameter what: what the answer is, for the error when there is none.
  func answer(to prompt: String, what: String, isSecret: Bool = false) throws(CommandError)
    -> String
  {
    if console.canAsk { try? FileDescriptor.error.write(visible(prompt)) }
    let line: String? = Interruption.shared.endingAtOnce {
      isSecret ? Self.withoutEcho { readLine() } : readLine()
    }
    if isSecret, console.canAsk { try? FileDescriptor.error.write("\n") }
    guard let line else { throw .inputEnded(what) }
    return line
  }

  /// Which of `choices` it is, by number; nil where the person skips the question.
  func choice(_ prompt: String, among choices: [String]) throws(CommandError) -> Int? {
    try? FileDescriptor.error.write(visible(prompt) + "\n")
    for (index, choice) in choices.enumerated() {
      try? FileDescriptor.error.write("  \(index + 1)  \(visible(choice))\n")
    }
    while true {
      let line = try answer(to: "Number (empty for none of them): ", what: "the number")
      let word = line.filter { !$0.isWhitespace }
      if word.isEmpty { return nil }
      if let number = Int(word), choices.indices.contains(number - 1) { return number - 1 }
    }
  }

  /// Runs `body` while the terminal does not show what is typed.
  private static func withoutEcho<R>(_ body: () -> R) -> R {
    var before = termios()
    guard tcgetattr(0, &before) == 0 else { return body() }
    var silent = before
    silent.c_lflag &= ~tcflag_t(ECHO)
    Interruption.shared.restoring(before) {
      tcsetattr(0, TCSAFLUSH, &silent)
    }
    defer { Interruption.shared.restored { tcsetattr(0, TCSAFLUSH, &before) } }
    return body()
  }
}
