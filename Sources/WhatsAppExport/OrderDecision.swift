/// The order of a text's dates, and why: what the text proves wins, then what the user said, then the locale;
/// else it stays open.
struct OrderDecision {
  let order: DateOrder
  let evidence: ChatShape.OrderEvidence
  let reason: String
  let problems: [Problem]
  let ambiguity: HeaderGrammar.Ambiguity?

  /// - Parameters:
  ///   - given: ICU name of the locale that the user gave.
  ///   - givenOrder: what the user said of the order itself.
  init(proof: OrderProof, form: HeaderForm, given: String?, givenOrder: DateOrder?) {
    let (possible, proofReason) = proof.verdict()
    let written = possible.filter(form.written.contains)
    let open = written.isEmpty ? possible : written
    let localeOrder = given.flatMap(LocaleChoice.order)
    var ambiguity: HeaderGrammar.Ambiguity?
    if let givenOrder, possible.count > 1, possible.contains(givenOrder), open != [givenOrder] {
      (order, evidence, reason) = (givenOrder, .given, "--date-order says so")
    } else if open.count == 1 || proof.difference(among: open) == nil {
      order = open[0]
      evidence = .proved
      reason =
        if open.count > 1 {
          "every date is the same day in either order"
        } else if let proofReason {
          proofReason
        } else if possible.count == 1 {
          "the year comes first"
        } else {
          "phones write dates of this shape in no other order"
        }
    } else if let localeOrder, open.contains(localeOrder) {
      (order, evidence) = (localeOrder, .locale)
      reason = "the given locale writes \(Self.words(localeOrder))"
    } else {
      (order, evidence) = (open[0], .ambiguous)
      reason = "nothing in the text tells day and month apart"
      ambiguity = proof.difference(among: open).map { difference in
        HeaderGrammar.Ambiguity(
          line: difference.line,
          readings: [difference.first, difference.second].compactMap { reading in
            reading.day.map {
              .init(order: reading.order, date: CalendarReading.text(ofDay: $0))
            }
          })
      }
    }
    self.ambiguity = ambiguity
    problems = Self.problems(
      order: order, evidence: evidence, reason: reason, ambiguity: ambiguity,
      localeOrder: localeOrder, givenOrder: givenOrder)
  }

  private static func problems(
    order: DateOrder, evidence: ChatShape.OrderEvidence, reason: String,
    ambiguity: HeaderGrammar.Ambiguity?, localeOrder: DateOrder?, givenOrder: DateOrder?
  ) -> [Problem] {
    if evidence == .ambiguous {
      let readings = (ambiguity?.readings ?? []).map { "\($0.date) (\($0.order.rawValue))" }
      let line = ambiguity.map { "the date in line \($0.line) can be " } ?? ""
      return [
        Problem(
          "date-order-ambiguous", .error, line: ambiguity?.line,
          "\(line)\(readings.joined(separator: " or ")) and nothing in the text tells which; "
            + "give --date-order, or --locale of the phone")
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
