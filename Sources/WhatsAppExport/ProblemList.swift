/// Problems as they are found, so many of each sort by themselves and the others as one sum. Files are all named.
struct ProblemList {
  /// How many problems of one code are listed one by one.
  static let listed = 100
  /// Who looks for a file that is missing, or over, needs its name; the archive and `MediaNames` hold these names anyway.
  private static let listedWhole: Set = ["media-missing", "media-unreferenced"]

  private var problems: [Problem] = []
  private var counts: [String: Int] = [:]

  /// Adds a problem. `message` is only made when it will be seen.
  mutating func add(
    _ code: String, severity: Problem.Severity = .warning, line: Int? = nil,
    _ message: @autoclosure () -> String
  ) {
    let count = counts[code, default: 0]
    counts[code] = count + 1
    if count < Self.listed || Self.listedWhole.contains(code) {
      problems.append(Problem(code, severity, line: line, message()))
    }
  }

  mutating func add(_ problem: Problem) {
    add(problem.code, severity: problem.severity, line: problem.line, problem.message)
  }

  /// Adds what was counted elsewhere and has no message of its own.
  mutating func count(_ code: String, more: Int) { counts[code, default: 0] += more }

  /// Everything, and a last entry for each code that has more.
  var all: [Problem] {
    var all = problems
    for code in counts.keys.sorted() {
      guard let count = counts[code], count > Self.listed, !Self.listedWhole.contains(code),
        let severity = problems.first(where: { $0.code == code })?.severity
      else { continue }
      all.append(
        Problem(
          code, severity,
          "\(count - Self.listed) more of the kind “\(code)” are not listed; \(count) in all"))
    }
    return all
  }
}
