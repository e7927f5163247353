/// How far one phase of the work has come; pure arithmetic and words, so that it needs no clock and no terminal.
struct Meter: Sendable, Equatable {
  /// `uploading`.
  var phase: String
  /// Of what: a path or a chat.
  var subject: String
  /// 0: not known.
  var totalBytes: Int64 = 0
  var totalItems = 0
  /// What is counted, `file`; empty when items are not shown.
  var item = ""
  var bytes: Int64 = 0
  var items = 0

  /// Between 0 and 1; nil where no total is known.
  var share: Double? {
    if totalBytes > 0 { return min(1, Double(bytes) / Double(totalBytes)) }
    if totalItems > 0 { return min(1, Double(items) / Double(totalItems)) }
    return nil
  }

  /// `12.3 of 22.8 MB`, `31 of 57 files`, `1.2 MB/s`, `8 s left`: what is known of these.
  func facts(after elapsed: Duration) -> [String] {
    var facts: [String] = []
    let seconds =
      Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    if totalBytes > 0 {
      facts.append("\(size(min(bytes, totalBytes))) of \(size(totalBytes))")
    } else if bytes > 0 {
      facts.append(size(bytes))
    }
    if !item.isEmpty {
      if totalItems > 0 {
        facts.append("\(grouped(items)) of \(counted(totalItems, item))")
      } else if items > 0 {
        facts.append(counted(items, item))
      }
    }
    if bytes > 0, seconds >= 0.5 {
      facts.append("\(size(Int64(Double(bytes) / seconds)))/s")
    } else if items > 0, seconds >= 0.5, !item.isEmpty {
      facts.append("\(decimal(Double(items) / seconds)) \(item)s/s")
    }
    if let share, share > 0, share < 1, seconds >= 1 {
      facts.append("\(span(.seconds(Int64((seconds / share - seconds).rounded(.up))))) left")
    }
    return facts
  }

  /// `uploading chat.zip: 12.3 MB of 22.8 MB, 31 of 57 files`.
  func line(after elapsed: Duration) -> String {
    let facts = facts(after: elapsed)
    return "\(phase) \(visible(subject))"
      + (facts.isEmpty ? "" : ": " + facts.joined(separator: ", "))
  }

  /// One line with a bar, at most `width` columns wide: what does not fit is left out, the least needed first.
  func bar(after elapsed: Duration, width: Int) -> String {
    var facts = facts(after: elapsed)
    var name = visible(subject)
    func assembled(_ cells: Int) -> String {
      var parts = [phase, name]
      if let share, cells > 0 {
        let full = Int((share * Double(cells)).rounded(.down))
        parts.append(
          "[" + String(repeating: "#", count: full) + String(repeating: "-", count: cells - full)
            + "] " + "\(Int(share * 100))%")
      }
      return (parts + [facts.joined(separator: "  ")]).filter { !$0.isEmpty }.joined(
        separator: "  ")
    }
    let cells = width >= 60 ? min(24, width / 5) : 0
    if columns(of: assembled(cells)) > width {
      let over = columns(of: assembled(cells)) - width
      name = fitted(name, to: max(8, columns(of: name) - over), fill: false)
    }
    while columns(of: assembled(cells)) > width, facts.count > 1 { facts.remove(at: 0) }
    return fitted(assembled(cells), to: width, fill: false)
  }
}
