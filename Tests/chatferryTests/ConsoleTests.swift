import Testing

@testable import chatferry

@Suite struct ConsoleTests {
  @Test(arguments: [
    ("plain", "plain"), ("a\u{1b}[31mb", "a\\u{1b}[31mb"), ("a\nb\rc\td", "a\\u{a}b\\u{d}c\\u{9}d"),
    ("x\u{202e}y", "x\\u{202e}y"), ("\u{2066}z\u{2069}", "\\u{2066}z\\u{2069}"),
    ("\u{9b}31m", "\\u{9b}31m"), ("\u{7f}", "\\u{7f}"), ("נועה 🚲", "נועה 🚲"),
    ("\u{e0041}", "\\u{e0041}"),
  ])
  func makesWhatSteersATerminalVisible(text: String, safe: String) {
    #expect(visible(text) == safe)
    #expect(StyledText(text, .red).rendered(inColor: true) == "\u{1b}[31m\(safe)\u{1b}[0m")
    #expect(StyledText(text, .red).rendered(inColor: false) == safe)
  }

  @Test func setsTheLinesOfALongMessageIn() {
    #expect(
      Console.textLine(.error, "one\ntwo\u{1b}", inColor: false)
        == "chatferry: one\n  two\\u{1b}")
    #expect(Console.textLine(.warning, "x", inColor: false) == "chatferry: warning: x")
  }

  @Test func writesALogLineAsOneObject() {
    #expect(
      Console.logLine(.warning, "a\n\"b\"\u{1b}", at: 1_646_910_000)
        == #"{"time":"2022-03-10T11:00:00Z","level":"warning","message":"a\n\"b\"\u001b"}"#)
  }

  @Test(arguments: [
    (0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (12_345, "12.3 kB"),
    (999_499, "999 kB"), (999_500, "1.0 MB"), (2_147_483_648, "2.1 GB"),
  ])
  func saysSizes(bytes: Int, words: String) { #expect(size(bytes) == words) }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-1000, "-1,000"),
  ])
  func groupsDigits(number: Int, words: String) { #expect(grouped(number) == words) }

  @Test(arguments: [(0, "0 s"), (59, "59 s"), (200, "3 min 20 s"), (7_500, "2 h 5 min")])
  func saysSpans(seconds: Int, words: String) { #expect(span(.seconds(seconds)) == words) }

  @Test(arguments: [("abc", 5, "abc  "), ("abcdef", 4, "abc…"), ("漢字漢字", 5, "漢字…"), ("é", 2, "é ")])
  func fitsTextIntoColumns(text: String, width: Int, fit: String) {
    _ = Console(Console.Choices())
    #expect(fitted(text, to: width) == fit)
    #expect(columns(of: fit) == width)
  }

  @Test func cutsTheWidestColumnsOfATable() {
    _ = Console(Console.Choices())
    var table = Table([("NAME", .left), ("COUNT", .right)])
    table.add(["a name that is far too long", "12,345"])
    table.add(["b\u{1b}", "1"])
    #expect(
      table.lines(width: 20).map(\.plain) == [
        "NAME           COUNT", "a name that…  12,345", "b\\u{1b}            1",
      ])
    #expect(table.lines(width: nil)[1].plain == "a name that is far too long  12,345")
  }
}

@Suite struct MeterTests {
  private let half = Meter(
    phase: "uploading", subject: "chat.zip", totalBytes: 20_000_000, totalItems: 40, item: "file",
    bytes: 10_000_000, items: 10)

  @Test func tellsBytesItemsRateAndTimeLeft() {
    #expect(
      half.line(after: .seconds(5))
        == "uploading chat.zip: 10.0 MB of 20.0 MB, 10 of 40 files, 2.0 MB/s, 5 s left")
  }

  @Test func tellsNoRateAtTheStartAndNoTimeLeftAtTheEnd() {
    #expect(half.line(after: .zero) == "uploading chat.zip: 10.0 MB of 20.0 MB, 10 of 40 files")
    var done = half
    done.bytes = 20_000_000
    done.items = 40
    #expect(
      done.line(after: .seconds(10))
        == "uploading chat.zip: 20.0 MB of 20.0 MB, 40 of 40 files, 2.0 MB/s")
  }

  @Test func countsWithoutATotal() {
    let listing = Meter(phase: "listing", subject: "chats", item: "chat", items: 1_200)
    #expect(listing.line(after: .seconds(4)) == "listing chats: 1,200 chats, 300 chats/s")
    #expect(listing.share == nil)
  }

  @Test func drawsABar() {
    let bar = half.bar(after: .seconds(5), width: 120)
    #expect(
      bar
        == "uploading  chat.zip  [############------------] 50%  10.0 MB of 20.0 MB  10 of 40 files  2.0 MB/s  5 s left"
    )
  }

  @Test(arguments: [10, 20, 40, 59, 60, 79, 100, 200])
  func neverGrowsWiderThanTheTerminal(width: Int) {
    var meter = half
    meter.subject = "a very long name of an archive \u{1b}[2J with an escape in it.zip"
    let bar = meter.bar(after: .seconds(5), width: width)
    #expect(columns(of: bar) <= width)
    #expect(!bar.contains("\u{1b}"))
  }
}
