/// Collects, line by line, what a text itself says about the order of its dates.
struct OrderProof {
  /// What one order would mean for the text.
  struct Tally {
    /// Dates that do not exist, or lie before WhatsApp did.
    var impossible = 0
    /// The first of them: its line, and the number that cannot be.
    var firstImpossible: (line: Int, number: Int, field: String)?
    /// How often a date lies two days or more before the one above it.
    var stepsBack = 0
    /// The widest step back, in days.
    var widestStepBack = 0
    /// Names of attachments that carry the date of their message.
    var namedDates = 0
    var firstNamedLine = 0
    fileprivate var previousDay: Int?
    fileprivate var currentDay: Int?
  }

  /// A line that means different days in two orders; nil where it is no date.
  struct Difference {
    var line: Int
    var first: (order: DateOrder, day: Int?)
    var second: (order: DateOrder, day: Int?)
  }

  let candidates: [(order: DateOrder, calendar: CalendarReading)]
  private(set) var tallies: [Tally]
  private(set) var headers = 0
  /// For every two candidates the first line that means different days in them, or is possible in one alone.
  private(set) var differences: [Difference] = []

  init(_ candidates: [(order: DateOrder, calendar: CalendarReading)]) {
    self.candidates = candidates
    tallies = candidates.map { _ in Tally() }
  }

  /// Takes in one header, in file order.
  mutating func add(_ fields: HeaderReader.Fields, line: Int, reader: HeaderReader) {
    var reader = reader
    headers += 1
    for (index, candidate) in candidates.enumerated() {
      reader.calendar = candidate.calendar
      guard let day = reader.day(of: fields, order: candidate.order),
        (CalendarReading.firstDay..<CalendarReading.lastDay).contains(day)
      else {
        tallies[index].impossible += 1
        tallies[index].currentDay = nil
        if tallies[index].firstImpossible == nil {
          let (number, field) = Self.culprit(fields, candidate.order)
          tallies[index].firstImpossible = (line, number, field)
        }
        continue
      }
      tallies[index].currentDay = day
      // The very first header is often a notice with a later date.
      if let previous = tallies[index].previousDay, headers > 2, previous - day >= 2 {
        tallies[index].stepsBack += 1
        tallies[index].widestStepBack = max(tallies[index].widestStepBack, previous - day)
      }
      tallies[index].previousDay = day
    }
    for one in candidates.indices {
      for other in candidates.indices.dropFirst(one + 1)
      where tallies[one].currentDay != tallies[other].currentDay {
        note(one, other, line: line)
      }
    }
  }

  private mutating func note(_ one: Int, _ other: Int, line: Int) {
    let orders = (candidates[one].order, candidates[other].order)
    guard
      !differences.contains(where: { $0.first.order == orders.0 && $0.second.order == orders.1 })
    else { return }
    differences.append(
      Difference(
        line: line, first: (orders.0, tallies[one].currentDay),
        second: (orders.1, tallies[other].currentDay)))
  }

  /// The first line that two of the orders read differently; nil where all lines mean the same in all of them.
  func difference(among orders: [DateOrder]) -> Difference? {
    differences.filter { orders.contains($0.first.order) && orders.contains($0.second.order) }
      .min { $0.line < $1.line }
  }

  /// Takes in the date that an attachment's name carries, in a line of the latest message.
  mutating func add(namedDay day: Int, line: Int) {
    let hits = tallies.indices.filter { tallies[$0].currentDay == day }
    guard hits.count < tallies.count else { return }
    for index in hits {
      if tallies[index].namedDates == 0 { tallies[index].firstNamedLine = line }
      tallies[index].namedDates += 1
    }
  }

  /// Whether most headers are dates at all in some order.
  var isPlausible: Bool {
    headers > 0 && (tallies.map(\.impossible).min() ?? 0) * 2 <= headers
  }

  /// Which number makes a date impossible.
  private static func culprit(
    _ fields: HeaderReader.Fields, _ order: DateOrder
  ) -> (Int, String) {
    let (month, day, year) =
      switch order {
      case .dmy: (fields.second.value, fields.first.value, fields.third.value)
      case .mdy: (fields.first.value, fields.second.value, fields.third.value)
      case .ymd: (fields.second.value, fields.third.value, fields.first.value)
      }
    if !(1...12).contains(month) { return (month, "a month") }
    if !(1...31).contains(day) { return (day, "a day") }
    if day > 28 { return (day, "a day of that month") }
    return (year, "a year")
  }

  /// What the text proves: the orders that stay possible, and in words what ruled the others out.
  func verdict() -> (orders: [DateOrder], reason: String?) {
    var open = Array(candidates.indices)
    // A stray line (a quoted header of another phone) does not outweigh the rest.
    let fewest = open.map { tallies[$0].impossible }.min() ?? 0
    var reason: String?
    let possible = open.filter { tallies[$0].impossible * 8 <= fewest * 9 }
    if possible.count < open.count {
      let ruledOut = open.filter { !possible.contains($0) }
      reason = ruledOut.compactMap { tallies[$0].firstImpossible }.min { $0.line < $1.line }
        .map { "\($0.number) in line \($0.line) cannot be \($0.field)" }
      open = possible
    }
    if open.count > 1 {
      let named = open.filter { tallies[$0].namedDates > 0 }
      let most = named.map { tallies[$0].namedDates }.max() ?? 0
      let leaders = open.filter { tallies[$0].namedDates * 4 > most }
      if most > 0, leaders.count < open.count {
        reason =
          "the attachment named in line \(tallies[leaders[0]].firstNamedLine) carries its date"
        open = leaders
      }
    }
    if open.count > 1, let steady = open.min(by: { tallies[$0].stepsBack < tallies[$1].stepsBack })
    {
      let best = tallies[steady].stepsBack
      let rivals = open.filter { index in
        let tally = tallies[index]
        if index == steady { return true }
        // A single step back counts only if it is too wide for notices that phones file late.
        return best == 0
          ? !(tally.stepsBack >= 2 || tally.stepsBack == 1 && tally.widestStepBack > 31)
          : tally.stepsBack < best * 4 + 4
      }
      if rivals.count < open.count {
        let steps = open.filter { !rivals.contains($0) }.map { tallies[$0].stepsBack }.max() ?? 0
        reason =
          "dates would run backwards \(steps == 1 ? "once" : "\(steps) times") in any other order"
        open = rivals
      }
    }
    return (open.map { candidates[$0].order }, open.count < candidates.count ? reason : nil)
  }
}
