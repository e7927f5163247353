import Testing

@testable import WhatsAppExport

struct DateShapeTests {
  /// A shape that ICU writes and the table does not have would be called unwritten.
  @Test func theTableHasEveryShortDateOfICU() {
    var missing: Set<String> = []
    for locale in ICU.locales {
      guard let row = LocaleChoice.row(of: locale) else {
        missing.insert("unread: \(locale)")
        continue
      }
      let time = ICU.pattern(.mediumTime, of: locale) ?? ""
      let twelve = ICU.bestPattern("hm", of: locale) ?? ""
      let isBefore = [time, twelve].contains { pattern in
        let letters = pattern.filter { "hHkKaB".contains($0) }
        return letters.first == "a" || letters.first == "B"
      }
      let isKnown = DateShape.rows.contains {
        $0.order == row.order && $0.widths == row.widths
          && $0.firstSeparator == row.firstSeparator && $0.secondSeparator == row.secondSeparator
          && ($0.isWithPeriodBefore || !isBefore)
      }
      if !isKnown { missing.insert("\(locale) \(isBefore)") }
    }
    #expect(missing.isEmpty)
  }

  struct Shape: Sendable, CustomTestStringConvertible {
    let dates: [String]
    let orders: Set<DateOrder>
    var isPeriodBefore = false
    var testDescription: String { dates.joined(separator: " ") }
  }

  @Test(arguments: [
    Shape(dates: ["05/04/22"], orders: [.dmy, .mdy, .ymd]),
    Shape(dates: ["5/4/22"], orders: [.dmy, .mdy]),
    Shape(dates: ["5/04/22"], orders: [.dmy]),
    Shape(dates: ["05/04/2022"], orders: [.dmy]),
    Shape(dates: ["5/4/2022"], orders: [.dmy]),
    Shape(dates: ["05.04.22"], orders: [.dmy]),
    Shape(dates: ["05-04-22"], orders: [.dmy, .ymd]),
    Shape(dates: ["2022-04-05"], orders: [.ymd]),
    Shape(dates: ["22. 4. 5"], orders: [.ymd], isPeriodBefore: true),
    // Written by nobody with these zeros: the nearest shapes are asked.
    Shape(dates: ["2022.4.5"], orders: [.ymd]),
  ])
  func onlyOrdersThatLocalesWriteAreCandidates(_ shape: Shape) {
    var sample = DateShape.Sample(firstSeparator: 0, secondSeparator: 0)
    for date in shape.dates {
      let parts = date.split { "/.- ".contains($0) }
      sample.firstSeparator = date.utf8.first { $0 &- 0x30 >= 10 } ?? 0
      sample.secondSeparator = sample.firstSeparator
      sample.add(parts.map { .init(value: Int($0) ?? 0, digits: $0.count) })
    }
    let orders = DateShape.writtenOrders(sample, isPeriodBefore: shape.isPeriodBefore)
    #expect(orders == shape.orders)
  }
}
