internal import JSONText
internal import WhatsAppExport

extension Console {
  /// Problems listed under one input before the rest is only counted.
  private static let shownProblems = 12

  /// Says what was noticed about one input.
  func report(_ problems: [Problem], of path: String) {
    for problem in problems.prefix(Self.shownProblems) {
      let place = problem.line.map { "\(path):\($0)" } ?? path
      let line =
        (problem.message.contains(visible(path)) ? "" : place + ": ")
        + "\(problem.message) (\(problem.code))"
      if problem.severity == .error { error(line) } else { warning(line) }
    }
    if problems.count > Self.shownProblems {
      warning(
        "\(path): \(counted(problems.count - Self.shownProblems, "more problem")); --json lists all"
      )
    }
  }
}

extension JSONWriter {
  /// `"problems":[…]` as the contract of `inspect` has it.
  mutating func problems(_ problems: [Problem]) {
    key("problems")
    beginArray()
    for problem in problems {
      beginObject()
      key("code")
      string(problem.code)
      key("severity")
      string(problem.severity.rawValue)
      key("line")
      if let line = problem.line { number(Int64(line)) } else { null() }
      key("message")
      string(problem.message)
      endObject()
    }
    endArray()
  }

  /// `"problems":[…]` of a command that ends at its first fault.
  mutating func fault(_ fault: (code: String, message: String)?) {
    key("problems")
    beginArray()
    if let fault {
      beginObject()
      key("code")
      string(fault.code)
      key("severity")
      string(Problem.Severity.error.rawValue)
      key("message")
      string(fault.message)
      endObject()
    }
    endArray()
  }
}
