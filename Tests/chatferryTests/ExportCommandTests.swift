import Foundation
import JSONText
import TestKit
import Testing

@Suite struct ExportCommandTests {
  @Test func writesOneFormatToStandardOutput() throws {
    let chatferry = try Chatferry()
    let run = try chatferry.run("export", chatferry.chat(), "--to", "-")
    #expect(run.status == 0)
    let lines = try run.output.split(separator: "\n").map { try JSONValue(parsing: Array($0.utf8)) }
    #expect(
      lines.map { $0["local_time"]?.string } == [
        "2022-03-10T11:00", "2022-03-13T17:46", "2022-03-14T09:13",
      ])
    #expect(lines[1]["text"]?.string == "We do.\nBring it by.")
    #expect(lines[0]["time"]?.isNull == true)
    let csv = try chatferry.run(
      "export", chatferry.chat(), "--to", "-", "--format", "csv", "--excel")
    #expect(csv.output.hasPrefix("\u{FEFF}chat,id,time,local_time,"))
  }

  @Test func writesAFolderAndSaysSoInOneObject() throws {
    let chatferry = try Chatferry()
    let out = chatferry.home.file("out")
    let run = try chatferry.run(
      "export", chatferry.chat(), "--to", out, "--json", "--me", "Harbour Bikes")
    #expect(run.status == 0)
    let result = try run.json()
    #expect(result["to"]?.string == out)
    #expect(result["messages"]?.int == 3)
    let chat = try #require(result["chats"]?.array?.first)
    #expect(chat["state"]?.string == "done")
    #expect(chat["kind"]?.string == "direct")
    #expect(chat["first"]?.string == "2022-03-10T11:00")
    let names = try FileManager.default.contentsOfDirectory(atPath: out).sorted()
    #expect(
      names == [
        "chats.csv", "chats.jsonl", "manifest.json", "media", "messages.csv", "messages.jsonl",
      ])
  }

  @Test(arguments: [
    (["--since", "2022-03-13"], 2), (["--until", "2022-03-13"], 1),
    (["--since", "2022-03-13", "--until", "2022-03-14"], 1),
    (["--utc-offset", "+02:00", "--since", "2022-03-13T15:46:00Z"], 2),
    (["--utc-offset", "+02:00", "--since", "2022-03-13T15:46:01Z"], 1),
    (["--chat", "Anna Berg"], 3),
    (["--partner", "+44 7700 900142", "--chat", "+44 7700 900142"], 3),
    (["--partner", "+44 7700 900142", "--chat", "447700900142"], 3),
  ])
  func writesOnlyWhatIsWanted(options: [String], count: Int) throws {
    let chatferry = try Chatferry()
    let run = try chatferry.run(["export", try chatferry.chat(), "--to", "-"] + options)
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").count == count)
  }

  @Test(arguments: [
    (["--since", "2022-03-13T15:46:00Z"], true), (["--until", "2022-03-13T15:46:00Z"], true),
    (["--since", "2022-03-13"], false), ([], false),
    (["--utc-offset", "+02:00", "--since", "2022-03-13T15:46:00Z"], false),
  ])
  func saysThatPointsInTimeNeedAZone(options: [String], isWarned: Bool) throws {
    let chatferry = try Chatferry()
    let run = try chatferry.run(["export", try chatferry.chat(), "--to", "-"] + options)
    #expect(run.status == 0)
    #expect(run.error.contains("(time-zone-missing)") == isWarned)
  }

  @Test(arguments: [
    ("Harbour Bikes", ["in", "out", "in"], false),
    ("Nobody", ["unknown", "unknown", "unknown"], true),
  ])
  func saysThatNobodyIsMe(me: String, directions: [String], isWarned: Bool) throws {
    let chatferry = try Chatferry()
    let run = try chatferry.run("export", chatferry.chat(), "--to", "-", "--me", me)
    #expect(run.status == 0)
    let lines = try run.output.split(separator: "\n").map { try JSONValue(parsing: Array($0.utf8)) }
    #expect(lines.map { $0["direction"]?.string } == directions)
    #expect(run.error.contains("(me-unknown)") == isWarned)
  }

  @Test func listsAChatThatIsNotThere() throws {
    let chatferry = try Chatferry()
    let run = try chatferry.run(
      "export", chatferry.chat(), "--to", "-", "--chat", "Somebody", "--chat", "Anna Berg")
    #expect(run.status == 1)
    #expect(run.output.split(separator: "\n").count == 3)
    #expect(run.error.contains("Somebody: no chat has this number or title; check --chat"))
  }

  @Test(arguments: [
    ([], "--to is missing"), (["--to", "-", "--format", "jsonl,csv"], "one format with --to -"),
    (["--to", "-", "--format", "xml"], "jsonl, csv or jsonl,csv"),
    (["--to", "-", "--json"], "--json and --to - exclude each other"),
    (["--to", "-", "--media", "copy"], "--media copy and --to - exclude each other"),
    (["--to", "-", "--excel"], "--excel and --format jsonl exclude each other"),
    (["--to", "-", "--since", "yesterday"], "a date like 2022-03-10"),
    (["--to", "-", "--inbox", "local"], "PATH and --inbox exclude each other"),
    (["--to", "-", "--kind", "getchat"], "--kind says nothing without --inbox"),
    (["--to", "-", "--media", "all"], "give copy or none"),
  ])
  func refusesOptions(options: [String], words: String) throws {
    let chatferry = try Chatferry()
    let run = try chatferry.run(["export", try chatferry.chat()] + options)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.error.contains(words))
  }

  @Test func leavesAFolderOfSomebodyElseAlone() throws {
    let chatferry = try Chatferry()
    try chatferry.home.write("mine", to: "messages.jsonl")
    let run = try chatferry.run("export", chatferry.chat(), "--to", chatferry.home.path)
    #expect(run.status == 73)
    #expect(try chatferry.home.text("messages.jsonl") == "mine")
  }

  @Test func makesNoFolderForInputThatIsAllBad() throws {
    let chatferry = try Chatferry()
    try chatferry.home.write("no chat", to: "x.zip")
    let out = chatferry.home.file("out")
    let run = try chatferry.run("export", chatferry.home.file("x.zip"), "--to", out, "--json")
    #expect(run.status == 65)
    #expect(try run.json()["chats"]?.array?.first?["state"]?.string == "failed")
    #expect(!FileManager.default.fileExists(atPath: out))
  }

  @Test func writesTheGoodOnesOfSeveral() throws {
    let chatferry = try Chatferry()
    try chatferry.home.write("no chat", to: "x.zip")
    let run = try chatferry.run(
      "export", chatferry.home.file("x.zip"), chatferry.chat(), "--to", "-")
    #expect(run.status == 1)
    #expect(run.output.split(separator: "\n").count == 3)
    #expect(run.error.contains("(not-a-zip)"))
  }

  @Test func doesNotGuessAnAmbiguousOrder() throws {
    let chatferry = try Chatferry()
    let chat = try chatferry.chat(
      "WhatsApp Chat with Bo.txt",
      "1/2/22, 10:00 AM - Bo: Hi\n1/2/22, 10:05 AM - Al: Hello\n3/4/22, 9:00 AM - Bo: Bye\n")
    let given = try chatferry.run("export", chat, "--to", "-", "--date-order", "mdy")
    #expect(given.status == 0)
    #expect(given.output.contains("\"2022-01-02T10:00\""))
  }

  /// A pipe whose reader leaves early, with more to write than any pipe holds.
  @Test func endsQuietlyWhenTheReaderHasHadEnough() throws {
    let chatferry = try Chatferry()
    var text = ""
    for minute in 0..<20_000 {
      let hour = minute / 60 % 24
      text +=
        "13/03/2022, \(hour < 10 ? "0" : "")\(hour):\(minute % 60 < 10 ? "0" : "")\(minute % 60) - "
        + "\(minute % 2 == 0 ? "Anna" : "Bo"): message \(minute)\n"
    }
    let chat = try chatferry.chat("chat.txt", text)
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/bash")
    shell.arguments = [
      "-c", #"set -o pipefail; "$0" export "$1" --to - 2>"$2" | head -n 1 >/dev/null"#,
      Chatferry.program.path, chat, chatferry.home.file("error"),
    ]
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 0)
    #expect(try chatferry.home.text("error").isEmpty)
  }

  @Test func saysThatTheDiskIsFull() throws {
    let chatferry = try Chatferry()
    let shell = Process()
    let error = Pipe()
    shell.executableURL = Chatferry.program
    shell.arguments = ["export", try chatferry.chat(), "--to", "-"]
    shell.environment = ["HOME": chatferry.home.path]
    shell.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
    shell.standardError = error
    try shell.run()
    let words = String(
      decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 74)
    #expect(words.contains("No space left on device; free some space"))
  }

  @Test func showsProgressInAPipeAsPlainLines() throws {
    let chatferry = try Chatferry()
    let chat = try chatferry.chat()
    let plain = try chatferry.run("export", chat, "--to", "-", "--progress", "plain")
    #expect(plain.error.contains("chatferry: writing WhatsApp Chat with Anna Berg.txt: "))
    #expect(!plain.error.contains("\r") && !plain.error.contains("\u{1b}"))
    let none = try chatferry.run("export", chat, "--to", "-", "--progress", "none")
    #expect(none.error.isEmpty)
  }

  @Test func writesEveryLogLineAsAnObject() throws {
    let chatferry = try Chatferry()
    try chatferry.home.write("no chat", to: "x.zip")
    for arguments in [
      [
        "export", chatferry.home.file("x.zip"), try chatferry.chat(), "--to", "-", "--progress",
        "plain",
      ],
      ["inspect", "--nonsense"], ["frobnicate"], [], ["inspect", "/nowhere"],
    ] {
      let run = try chatferry.run(["--log-format", "json"] + arguments)
      #expect(!run.errorLines.isEmpty)
      for line in run.errorLines {
        let object = try JSONValue(parsing: Array(line.utf8))
        #expect(object.members?.map(\.key) == ["time", "level", "message"])
      }
    }
  }
}
