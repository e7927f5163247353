/// A line for people: runs of text with their looks. The only way text gets onto a terminal, so that
/// nothing from outside gets there unseen.
struct StyledText: Sendable, Equatable, ExpressibleByStringLiteral {
  enum Style: String, Sendable {
    case plain = ""
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
  }

  private(set) var runs: [(text: String, style: Style)] = []

  init(_ text: String, _ style: Style = .plain) { runs = [(visible(text), style)] }

  init(stringLiteral value: String) { self.init(value) }

  static func + (left: StyledText, right: StyledText) -> StyledText {
    var sum = left
    sum.runs += right.runs
    return sum
  }

  static func == (left: StyledText, right: StyledText) -> Bool {
    left.runs.elementsEqual(right.runs) { $0 == $1 }
  }

  /// Without looks.
  var plain: String { runs.map(\.text).joined() }

  /// As a terminal takes it.
  func rendered(inColor: Bool) -> String {
    guard inColor else { return plain }
    return runs.map { run in
      run.style == .plain ? run.text : "\u{1b}[\(run.style.rawValue)m\(run.text)\u{1b}[0m"
    }.joined()
  }

  /// Columns on a terminal.
  var width: Int { columns(of: plain) }
}
