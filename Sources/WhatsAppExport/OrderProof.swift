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
    /// How often the date goes on, the steps of a week at most and of four weeks at least among them.
    var steps = 0
    var nearSteps = 0
    var farSteps = 0
    /// Whether two steps differ in length.
    var isUneven = false
    fileprivate var step: Int?
    fileprivate var previousDay: Int?
    fileprivate var currentDay: Int?

    /// Takes in the step to a later date.
    fileprivate mutating func add(step days: Int) {
      steps += 1
      if days <= 7 { nearSteps += 1 }
      if days >= 28 { farSteps += 1 }
      if let step, step != days { isUneven = true }
      step = days
    }
  }

  /// A line that means different days in two of the candidates, named by their places; nil where it is no date.
  struct Difference {
    var line: Int
    var first: (candidate: Int, day: Int?)
    var second: (candidate: Int, day: Int?)
  }

  let candidates: [DateReading]
  private(set) var tallies: [Tally]
  private(set) var headers = 0
  /// How many names of attachments carry a date where the candidates differ.
  private var namedLines = 0
  /// For every two candidates the first line that means different days in them, or is possible in one alone.
  private(set) var differences: [Difference] = []

  /// Which headers count; nil: all.
  private let hasLongYear: Bool?

  /// - Parameter hasLongYear: then only dates whose years are written so count.
  init(_ candidates: [DateReading], hasLongYear: Bool? = nil) {
    self.candidates = candidates
    self.hasLongYear = hasLongYear
    tallies = candidates.map { _ in Tally() }
  }

  /// Takes in one header, in file order.
  mutating func add(_ fields: HeaderReader.Fields, line: Int, reader: HeaderReader) {
    if let hasLongYear, fields.hasLongYear != hasLongYear {
      for index in tallies.indices { tallies[index].currentDay = nil }
      return
    }
    headers += 1
    for (index, candidate) in candidates.enumerated() {
      guard let day = reader.day(of: fields, by: candidate),
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
      if let previous = tallies[index].previousDay, headers > 2 {
        if previous - day >= 2 {
          tallies[index].stepsBack += 1
          tallies[index].widestStepBack = max(tallies[index].widestStepBack, previous - day)
        } else if day > previous {
          tallies[index].add(step: day - previous)
        }
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
    guard
      !differences.contains(where: { $0.first.candidate == one && $0.second.candidate == other })
    else { return }
    differences.append(
      Difference(
        line: line, first: (one, tallies[one].currentDay),
        second: (other, tallies[other].currentDay)))
  }

  /// The first line that two of some candidates read differently; nil where all lines mean the same in all of them.
  func difference(among places: [Int]) -> Difference? {
    differences.filter {
      places.contains($0.first.candidate) && places.contains($0.second.candidate)
    }
    .min { $0.line < $1.line }
  }

  /// How many days the date in an attachment's name may be off: Android names files by the day they came, and a phone may
  /// be without a network for a while. Day and month swapped are four weeks apart at least.
  private static let slack = 3

  /// Takes in the date that an attachment's name carries, in a line of the latest message.
  mutating func add(namedDay day: Int, line: Int) {
    let hits = tallies.indices.filter { index in
      tallies[index].currentDay.map { abs($0 - day) <= Self.slack } ?? false
    }
    if tallies.contains(where: { $0.currentDay != tallies[0].currentDay }) { namedLines += 1 }
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

  private static let year = "a year"

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
    return (year, Self.year)
  }

  /// What the text proves: the places of the candidates that stay possible, and in words what ruled the others out.
  func verdict() -> (open: [Int], reason: String?) {
    var open = Array(candidates.indices)
    var reason: String?
    for proof in [possible, named, steady, dense] where open.count > 1 {
      guard let (left, why) = proof(open), !left.isEmpty, left.count < open.count else { continue }
      (open, reason) = (left, why)
    }
    return (open, reason)
  }

  private typealias Finding = (left: [Int], reason: String?)

  /// By days that do not exist.
  private func possible(_ open: [Int]) -> Finding? {
    // A stray line (a quoted header of another phone) does not outweigh the rest.
    let fewest = open.map { tallies[$0].impossible }.min() ?? 0
    let left = open.filter { tallies[$0].impossible * 8 <= fewest * 9 }
    // A day or a month that is none says more than a year.
    let first = open.filter { !left.contains($0) }.compactMap { tallies[$0].firstImpossible }
      .min { ($0.field == Self.year ? 1 : 0, $0.line) < ($1.field == Self.year ? 1 : 0, $1.line) }
    return (left, first.map { "\($0.number) in line \($0.line) cannot be \($0.field)" })
  }

  /// By the dates in names of attachments. Old pictures are sent again, so one name that fits by chance among many that
  /// do not is none.
  private func named(_ open: [Int]) -> Finding? {
    let most = open.map { tallies[$0].namedDates }.max() ?? 0
    guard most > 0, most * 4 >= namedLines else { return nil }
    let left = open.filter { tallies[$0].namedDates * 4 > most }
    return (
      left, "the attachment named in line \(tallies[left[0]].firstNamedLine) carries its date"
    )
  }

  /// By dates that run backwards.
  private func steady(_ open: [Int]) -> Finding? {
    guard let steady = open.min(by: { tallies[$0].stepsBack < tallies[$1].stepsBack }) else {
      return nil
    }
    let best = tallies[steady].stepsBack
    let left = open.filter { index in
      let tally = tallies[index]
      if index == steady { return true }
      // A single step back counts only if it is too wide for notices that phones file late.
      return best == 0
        ? !(tally.stepsBack >= 2 || tally.stepsBack == 1 && tally.widestStepBack > 31)
        : tally.stepsBack < best * 4 + 4
    }
    let steps = open.filter { !left.contains($0) }.map { tallies[$0].stepsBack }.max() ?? 0
    return (
      left, "dates would run backwards \(steps == 1 ? "once" : "\(steps) times") in any other order"
    )
  }

  /// Five dates and more.
  private static let fewestSteps = 4
  private static let messagesOfTalk = 5

  /// By the distance of dates: people write on days close together, and not on the same day of five months. Machines do,
  /// at even steps and a line or two each time: a reminder of every first of the month looks like days in a row when day
  /// and month are swapped. So even steps count only where people talk, five messages a date.
  private func dense(_ open: [Int]) -> Finding? {
    let left = open.filter { index in
      let tally = tallies[index]
      return tally.steps >= Self.fewestSteps && tally.stepsBack == 0
        && tally.nearSteps * 4 >= tally.steps * 3
        && (tally.isUneven || headers >= Self.messagesOfTalk * (tally.steps + 1))
    }
    let others = open.filter { !left.contains($0) }
    guard left.count == 1,
      others.allSatisfy({ tallies[$0].steps > 0 && tallies[$0].farSteps == tallies[$0].steps })
    else { return nil }
    return (left, "in any other order each date would be four weeks or more after the one before")
  }
}
