/// Rows under a heading, in columns as wide as they need to be, cut to the terminal where there is one.
struct Table {
  enum Side: Sendable { case left, right }

  let columns: [(title: String, side: Side)]
  private(set) var rows: [[String]] = []

  init(_ columns: [(title: String, side: Side)]) { self.columns = columns }

  /// One cell for each column.
  mutating func add(_ cells: [String]) { rows.append(cells.map { visible($0) }) }

  /// - Parameter width: columns of the terminal; nil for no limit.
  func lines(width: Int?) -> [StyledText] {
    var widths = columns.indices.map { column in
      max(
        chatferry.columns(of: columns[column].title),
        rows.map { chatferry.columns(of: $0[column]) }.max() ?? 0)
    }
    if let width {
      // The widest columns give way until the row fits; none below eight columns.
      while widths.reduce(0, +) + 2 * (widths.count - 1) > width,
        let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > 8
      {
        widths[widest] -= 1
      }
    }
    func line(_ cells: [String]) -> String {
      var text = ""
      for (index, cell) in cells.enumerated() {
        let cut = fitted(cell, to: widths[index], fill: false)
        let space = String(repeating: " ", count: widths[index] - chatferry.columns(of: cut))
        text +=
          (index > 0 ? "  " : "") + (columns[index].side == .right ? space + cut : cut + space)
      }
      while text.last == " " { text.removeLast() }
      return text
    }
    return [StyledText(line(columns.map(\.title)), .bold)] + rows.map { StyledText(line($0)) }
  }
}
