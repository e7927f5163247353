import Testing

@testable import WhatsAppExport

struct ZoneClockTests {
  struct Step: Sendable {
    let wall: Int64
    let minutes: Int32
    let placement: ZoneClock.Placement

    /// - Parameter wall: `2022-03-27 01:30`.
    init(_ wall: String, _ minutes: Int32, _ placement: ZoneClock.Placement = .plain) {
      let parts = wall.split { "- :".contains($0) }.compactMap { Int($0) }
      let day =
        CalendarReading.day(year: parts[0], yearOffset: 0, month: parts[1], day: parts[2]) ?? 0
      self.wall = Int64(day * 86_400 + parts[3] * 3600 + parts[4] * 60)
      self.minutes = minutes
      self.placement = placement
    }
  }

  struct Walk: Sendable, CustomTestStringConvertible {
    let zone: ZoneChoice
    let name: String
    let steps: [Step]
    var testDescription: String { name }
  }

  static let walks: [Walk] = [
    Walk(
      zone: .iana("Europe/London"), name: "London loses an hour",
      steps: [
        Step("2022-03-27 00:59", 0), Step("2022-03-27 01:00", 0, .skipped),
        Step("2022-03-27 01:30", 0, .skipped), Step("2022-03-27 02:00", 60),
        Step("2022-06-01 12:00", 60), Step("2022-03-26 12:00", 0),
      ]),
    Walk(
      zone: .iana("Europe/London"), name: "London has an hour twice",
      steps: [
        Step("2022-10-30 00:59", 60), Step("2022-10-30 01:00", 60, .repeated),
        Step("2022-10-30 01:50", 60, .repeated), Step("2022-10-30 01:50", 60, .repeated),
        Step("2022-10-30 01:10", 0, .repeated), Step("2022-10-30 01:55", 0, .repeated),
        Step("2022-10-30 02:00", 0), Step("2023-01-01 00:00", 0),
      ]),
    Walk(
      zone: .iana("Europe/London"), name: "a file that comes back from beyond the hour",
      steps: [Step("2022-10-30 02:10", 0), Step("2022-10-30 01:50", 0, .repeated)]),
    Walk(
      zone: .iana("Europe/London"), name: "two autumns",
      steps: [
        Step("2021-10-31 01:50", 60, .repeated), Step("2021-10-31 01:10", 0, .repeated),
        Step("2022-10-30 01:10", 60, .repeated),
      ]),
    Walk(
      zone: .iana("America/Bogota"), name: "Bogota has no summer time",
      steps: [
        Step("2022-03-27 01:30", -300), Step("2022-10-30 01:30", -300),
        Step("2009-01-01 00:00", -300), Step("2037-07-01 00:00", -300),
      ]),
    Walk(
      zone: .iana("Asia/Jerusalem"), name: "Jerusalem",
      steps: [
        Step("2022-03-25 01:59", 120), Step("2022-03-25 02:30", 120, .skipped),
        Step("2022-03-25 03:00", 180), Step("2022-10-30 01:30", 180, .repeated),
        Step("2022-10-30 01:00", 120, .repeated), Step("2022-10-30 02:00", 120),
      ]),
    Walk(
      zone: .iana("America/New_York"), name: "New York in a later year",
      steps: [
        Step("2035-03-11 02:30", -300, .skipped), Step("2035-07-01 00:00", -240),
        Step("2035-11-04 01:30", -240, .repeated), Step("2035-11-04 01:29", -300, .repeated),
      ]),
    Walk(
      zone: .iana("Australia/Lord_Howe"), name: "half an hour on Lord Howe",
      steps: [
        Step("2022-04-03 01:45", 660, .repeated), Step("2022-04-03 01:35", 630, .repeated),
        Step("2022-10-02 02:15", 630, .skipped), Step("2022-10-02 02:30", 660),
      ]),
    Walk(
      zone: .iana("Pacific/Apia"), name: "a day that Samoa left out",
      steps: [
        Step("2011-12-29 23:59", -600), Step("2011-12-30 12:00", -600, .skipped),
        Step("2011-12-31 00:00", 840),
      ]),
    Walk(
      zone: .iana("UTC"), name: "UTC", steps: [Step("2022-03-27 01:30", 0)]),
    Walk(
      zone: .offset(minutes: 345), name: "a fixed offset",
      steps: [Step("2022-03-27 01:30", 345), Step("2022-10-30 01:30", 345)]),
    Walk(
      zone: .offset(minutes: -1080), name: "the farthest offset",
      steps: [Step("2022-03-27 01:30", -1080)]),
  ]

  @Test(arguments: walks)
  func placesTimesByTheRulesAndByFileOrder(_ walk: Walk) throws {
    var clock = try ZoneClock(walk.zone)
    for (index, step) in walk.steps.enumerated() {
      let (minutes, placement) = clock.offset(at: step.wall)
      #expect(minutes == step.minutes, "step \(index)")
      #expect(placement == step.placement, "step \(index)")
    }
  }

  @Test(arguments: [
    ("europe/london", "Europe/London"), ("London", "Europe/London"),
    ("Europe/Londno", "Europe/London"), ("America/New York", "America/New_York"),
    ("Europe/Atlantis", nil), ("IST", nil), ("", nil), ("Etc/Unknown", nil), ("GMT+25", nil),
    ("+02:00", nil), ("Europe/London\u{0}", "Europe/London"),
  ])
  func refusesUnknownZones(name: String, suggestion: String?) {
    let error = #expect(throws: ExportError.self) { try ZoneClock(.iana(name)) }
    guard case .zoneUnknown(let refused, let suggested) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(refused == name)
    if let suggestion { #expect(suggested == suggestion) }
    #expect(error?.headerWords?.code == "zone-unknown")
  }

  @Test(arguments: [1081, -1081, Int.max, Int.min])
  func refusesOffsetsBeyondEighteenHours(minutes: Int) {
    #expect(throws: ExportError.offsetOutOfRange(minutes: minutes)) {
      try ZoneClock(.offset(minutes: minutes))
    }
  }

  @Test func saysWhatToDoAboutAnUnknownZone() {
    #expect(
      ExportError.zoneUnknown(name: "Londn", suggestion: "Europe/London").headerWords?.description
        == """
        time zone “Londn” is not in the time zone database; did you mean Europe/London? (or --utc-offset ±HH:MM)
        """)
    #expect(
      ExportError.offsetOutOfRange(minutes: 1081).headerWords?.description
        == "offset of 1081 minutes from UTC is impossible; give one between -18:00 and +18:00")
  }

  @Test func takesEveryIANAAlias() throws {
    for name in ["Asia/Calcutta", "US/Eastern", "EST5EDT", "Etc/GMT+5", "Zulu", "GB"] {
      _ = try ZoneClock(.iana(name))
    }
  }
}
