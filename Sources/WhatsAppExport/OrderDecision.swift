/// The order of a text's dates, and why: what the text proves wins, then what the user said, then the locale;
/// else it stays open.
struct OrderDecision {
  let reading: DateReading
  let evidence: ChatShape.OrderEvidence
  let reason: String
  let problems: [Problem]
  let ambiguity: HeaderGrammar.Ambiguity?

  /// - Parameter givenOrder: what the user said of the order itself.
  init(proof: OrderProof, form: HeaderForm, givenOrder: DateOrder?) {
    let candidates = proof.candidates
    let (possible, proofReason) = proof.verdict()
    func orders(_ places: [Int]) -> Set<DateOrder> { Set(places.map { candidates[$0].order }) }
    let written = possible.filter { form.written.contains(candidates[$0].order) }
    // A language and a region that disagree decide nothing.
    let localeOrder = form.localeOrders.count == 1 ? form.localeOrders.first : nil
    // Nor does the shape alone where dates run backwards in all the orders it is written in, and forwards in another.
    let runsForward = { (place: Int) in proof.tallies[place].stepsBack == 0 }
    let isDoubtful = possible.contains(where: runsForward) && !written.contains(where: runsForward)
    var open = written.isEmpty || isDoubtful ? possible : written
    var choice: (evidence: ChatShape.OrderEvidence, reason: String)?
    if let givenOrder, orders(possible).count > 1, orders(possible).contains(givenOrder),
      orders(open) != [givenOrder]
    {
      open = possible.filter { candidates[$0].order == givenOrder }
      choice = (.given, "--date-order says so")
    } else if orders(open).count > 1, proof.difference(among: open) != nil, let localeOrder,
      orders(open).contains(localeOrder)
    {
      open = open.filter { candidates[$0].order == localeOrder }
      choice = (.locale, "the given locale writes \(Self.words(localeOrder))")
    }
    reading = candidates[open[0]]
    ambiguity = proof.difference(among: open).map { Self.ambiguity($0, candidates) }
    if ambiguity != nil {
      evidence = .ambiguous
      reason =
        orders(open).count > 1
        ? "nothing in the text tells day and month apart"
        : "nothing in the text tells which calendar it is of"
    } else if let choice {
      (evidence, reason) = choice
    } else {
      evidence = .proved
      reason =
        if open.count > 1 {
          "every date is the same day in either order"
        } else if let proofReason {
          proofReason
        } else if orders(possible).count == 1 {
          "the year comes first"
        } else {
          "phones write dates of this shape in no other order"
        }
    }
    problems = Self.problems(
      reading: reading, evidence: evidence, reason: reason, ambiguity: ambiguity,
      localeOrder: localeOrder, givenOrder: givenOrder)
  }

  private static func ambiguity(
    _ difference: OrderProof.Difference, _ candidates: [DateReading]
  ) -> HeaderGrammar.Ambiguity {
    let readings = [difference.first, difference.second].compactMap { reading in
      reading.day.map { day in
        HeaderGrammar.Ambiguity.Reading(
          order: candidates[reading.candidate].order,
          calendar: candidates[reading.candidate].calendar.name,
          date: CalendarReading.text(ofDay: day))
      }
    }
    return HeaderGrammar.Ambiguity(line: difference.line, readings: readings)
  }

  private static func problems(
    reading: DateReading, evidence: ChatShape.OrderEvidence, reason: String,
    ambiguity: HeaderGrammar.Ambiguity?, localeOrder: DateOrder?, givenOrder: DateOrder?
  ) -> [Problem] {
    let order = reading.order
    if let ambiguity {
      let isOfCalendars = Set(ambiguity.readings.map(\.order)).count == 1
      let readings = ambiguity.readings.map {
        "\($0.date) (\(isOfCalendars ? $0.calendar : $0.order.rawValue))"
      }
      let advice =
        isOfCalendars
        ? "give --locale with the phone's calendar, such as "
          + (ICU.tag(fromLocale: "ar_EG@calendar=\(reading.calendar.name)") ?? "ar-SA")
        : "give --date-order, or --locale of the phone"
      return [
        Problem(
          "date-order-ambiguous", .error, line: ambiguity.line,
          "the date in line \(ambiguity.line) can be \(readings.joined(separator: " or ")) "
            + "and nothing in the text tells which; \(advice)")
      ]
    }
    guard evidence == .proved else { return [] }
    if let givenOrder, givenOrder != order {
      return [
        Problem(
          "date-order-contradicted", .warning,
          "--date-order \(givenOrder.rawValue) does not hold: \(reason); dates are read as \(order.rawValue)"
        )
      ]
    }
    if let localeOrder, givenOrder == nil, localeOrder != order {
      return [
        Problem(
          "locale-contradicted", .warning,
          "the given locale writes \(words(localeOrder)), but \(reason); dates are read as \(order.rawValue)"
        )
      ]
    }
    return []
  }

  private static func words(_ order: DateOrder) -> String {
    switch order {
    case .dmy: "the day first"
    case .mdy: "the month first"
    case .ymd: "the year first"
    }
  }
}
