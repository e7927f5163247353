import ChatRecords
import Testing

@testable import WhatsAppExport

/// Every wording of the table, read as a phone writes it, and as a person writes it into a sentence. What is
/// expected is written down once for each group of rows.
@Suite struct MarkerWordingTests {
  static let mark = "\u{200E}"
  static let languages = Set(MarkerTable.rows.map { String($0.language) }).sorted()

  static func rows(_ language: String, _ platform: Marker.Platform) -> [Marker] {
    MarkerTable.rows.filter {
      $0.language == language && ($0.platform == platform || $0.platform == .both)
        && $0.category != .zipname
    }
  }

  /// The wording with its placeholders filled.
  static func filled(_ row: Marker, _ values: [(String, String)]) -> String {
    var text = String(row.pattern)
    for (place, value) in values { text = text.replacing(place, with: value) }
    guard text.hasSuffix("…") else { return text }
    text.removeLast()
    // A cut goes through a placeholder now and then.
    if let open = text.lastIndex(of: "{"), !text[open...].contains("}") {
      text = text[..<open] + "Q: 7\""
    }
    return text + " and so on"
  }

  static let people = [("{}", "Zoé Q7"), ("{1}", "Zoé Q7"), ("{2}", "Ben 8"), ("{3}", "Cem 9")]

  struct Line {
    let body: String
    let told: Told
  }

  /// Hand-written: what each kind of omitted file is.
  static let omittedKinds: [Substring: MessageRecord.Kind] = [
    "image": .image, "video": .video, "audio": .audio, "sticker": .sticker, "gif": .video,
    "contact": .contact, "document": .document, "product": .image, "media": .media,
    "video_note": .video,
  ]
  static let viewOnceKinds: [Substring: MessageRecord.Kind] = [
    "placeholder": .media, "voice": .voice, "video": .video, "received_notice": .media,
  ]

  // MARK: As phones write it

  /// On an iPhone the mark of the app's own words stands before them, behind a name.
  static func apple(_ row: Marker) -> [Line] {
    let text = filled(row, people + [("{url}", "https://maps.google.com/?q=51.5,-0.12")])
    let led = "A: \(mark)\(text)"
    switch row.category {
    case .zipname: return []
    case .attached:
      let name = "00000004-PHOTO-2022-03-13-08-01-05.jpg"
      let tag = text.replacing("{file}", with: name)
      let image = Told("A", .image, nil, media: name, .present)
      var captioned = image
      captioned.text = "my words"
      if row.pattern.hasPrefix("{file}") { return [Line(body: "A: \(tag)", told: image)] }
      return [
        Line(body: "\(mark)A: \(mark)\(tag)", told: image),
        Line(body: "\(mark)A: my words \(mark)\(tag)", told: captioned),
        Line(body: "A: my words\r\n\(mark)\(tag)", told: captioned),
        Line(body: "A: \(mark)\(tag)\r\nmy words", told: captioned),
      ]
    case .omitted:
      let kind = omittedKinds[row.what] ?? .unknown
      return [
        Line(body: led, told: Told("A", kind, nil, .omitted)),
        Line(body: "A: my words \(mark)\(text)", told: Told("A", kind, "my words", .omitted)),
        Line(
          body: "A: my\r\nwords\r\n\(mark)\(text)", told: Told("A", kind, "my\nwords", .omitted)),
        Line(body: "A: my\r\nwords \(mark)\(text)", told: Told("A", kind, "my\nwords", .omitted)),
        Line(body: "\(led)\r\nmy words", told: Told("A", kind, "my words", .omitted)),
      ]
    case .viewOnce:
      let kind = viewOnceKinds[row.what] ?? .unknown
      return [Line(body: led, told: Told("A", kind, nil, .omitted))]
    case .deleted: return [Line(body: led, told: Told("A", .deleted, text))]
    case .edited:
      return [
        Line(body: "A: my words \(mark)\(text)", told: Told("A", .text, "my words", isEdited: true))
      ]
    case .location where row.what.hasPrefix("venue"):
      let venue = "Cafe (1 High St): https://foursquare.com/v/4b0588e3f964a520c1e122e3"
      return [Line(body: "A: \(mark)\(venue)", told: Told("A", .location, venue))]
    case .location: return [Line(body: led, told: Told("A", .location, text))]
    case .poll where row.what == "head":
      let poll = "\(text)\nWhere?\nOPTION: Home (2 votes)"
      return [
        Line(
          body: "A: \(mark)\(text)\r\nWhere?\r\n\(mark)OPTION: Home (\(mark)2 votes)",
          told: Told("A", .poll, poll))
      ]
    case .poll:
      let option = text.replacing("{text}", with: "Home").replacing("{n}", with: "2")
      return [
        Line(
          body: "A: \(mark)POLL: Where? \(option)", told: Told("A", .poll, "POLL: Where? \(option)")
        )
      ]
    case .event:
      return [
        Line(
          body: "A: \(mark)\(text) Picnic\r\nat noon",
          told: Told("A", .text, "\(text) Picnic\nat noon"))
      ]
    case .pages:
      let pages = text.replacing("{n}", with: "\(mark)2")
      return [
        Line(
          body: "\(mark)A: \(mark)My • plan.pdf \(pages) \(mark)<attached: 00000007-My • plan.pdf>",
          told: Told("A", .document, "My • plan.pdf", media: "00000007-My • plan.pdf", .missing)),
        Line(
          body: "\(mark)A: \(mark)Plan.pdf \(pages) \(mark)document omitted",
          told: Told("A", .document, "Plan.pdf", .omitted)),
      ]
    case .call:
      return [
        Line(body: led, told: Told("A", .call, text)),
        Line(body: "\(led). \(mark)5 min", told: Told("A", .call, "\(text). 5 min")),
      ]
    case .system where row.what == "waiting":
      return [Line(body: led, told: Told("A", .unknown, text))]
    case .system where row.what == "deleted_by_admin":
      return [Line(body: led, told: Told("A", .deleted, text))]
    case .system:
      return [
        Line(body: led, told: Told(nil, .system, text)),
        Line(body: "\(mark)\(text)", told: Told(nil, .system, text)),
      ]
    }
  }

  /// On Android nothing marks the app's words, and its own lines have no author.
  static func android(_ row: Marker) -> [Line] {
    let text = filled(row, people + [("{url}", "https://maps.google.com/?q=51.5,-0.12")])
    let body = "A: \(text)"
    switch row.category {
    case .attached where row.platform == .android:
      let name = "IMG-20220310-WA0001.jpg"
      let line = "A: \(mark)\(text.replacing("{file}", with: name))"
      return [
        Line(body: line, told: Told("A", .image, nil, media: name, .present)),
        Line(
          body: line + "\nmy\nwords", told: Told("A", .image, "my\nwords", media: name, .present)),
      ]
    case .omitted:
      let kind = omittedKinds[row.what] ?? .unknown
      return [
        Line(body: body, told: Told("A", kind, nil, .omitted)),
        Line(body: body + "\nmy\nwords", told: Told("A", kind, "my\nwords", .omitted)),
      ]
    case .viewOnce where row.pattern == "null":
      return [Line(body: body, told: Told("A", .text, text))]
    case .viewOnce:
      return [Line(body: body, told: Told("A", viewOnceKinds[row.what] ?? .unknown, nil, .omitted))]
    case .deleted: return [Line(body: body, told: Told("A", .deleted, text))]
    case .edited:
      return [Line(body: "A: my words \(text)", told: Told("A", .text, "my words", isEdited: true))]
    case .location where row.what.hasPrefix("venue"):
      let venue = "Cafe\n1 High St\nhttps://foursquare.com/v/4b0588e3f964a520c1e122e3"
      return [Line(body: "A: \(venue)", told: Told("A", .location, venue))]
    case .location: return [Line(body: body, told: Told("A", .location, text))]
    case .poll where row.what == "head":
      let poll = "\(text)\nWhere?\nOPTION: Home (2 votes)"
      return [Line(body: "A: \(poll)", told: Told("A", .poll, poll))]
    case .event:
      return [Line(body: "\(body) Picnic", told: Told("A", .text, "\(text) Picnic"))]
    case .call: return [Line(body: body, told: Told("A", .call, text))]
    case .system where row.what == "waiting":
      return [Line(body: body, told: Told("A", .unknown, text))]
    case .system:
      if row.what.hasPrefix("number_changed") {
        return [Line(body: text, told: Told(nil, .system, text))]
      }
      // In groups whose name holds what looks like an author.
      let colons = filled(
        row, [("{}", "Zoé Q7"), ("{1}", "Zoé Q7"), ("{2}", "C: D"), ("{3}", "E: F")])
      return [
        Line(body: text, told: Told(nil, .system, text)),
        Line(body: colons, told: Told(nil, .system, colons)),
      ]
    default: return []
    }
  }

  static func check(_ lines: [Line], _ text: ([String]) -> String, _ media: String) throws {
    let bodies = ["A: first"] + lines.map(\.body) + ["A: last"]
    let told = try read(text(bodies), media: [media]).messages
    #expect(told.count == bodies.count)
    for (line, told) in zip(lines, told.dropFirst()) {
      #expect(told == line.told, "\(line.body.debugDescription)")
    }
  }

  @Test(arguments: languages)
  func readsWhatIPhonesWrite(in language: String) throws {
    let lines = Self.rows(language, .ios).flatMap(Self.apple)
    try Self.check(lines, ios, "00000004-PHOTO-2022-03-13-08-01-05.jpg")
  }

  @Test(arguments: languages)
  func readsWhatAndroidWrites(in language: String) throws {
    let lines = Self.rows(language, .android).flatMap(Self.android)
    try Self.check(lines, WhatsAppExportTests.android, "IMG-20220310-WA0001.jpg")
  }

  // MARK: As people write it

  /// The same words in somebody's sentence, without the mark of the app's own words.
  static func sentences(_ row: Marker) -> [Line] {
    // Tags that end a line, and labels of links, are taken at their word.
    switch row.category {
    case .zipname, .attached, .edited, .poll, .event, .pages: return []
    case .location where row.what != "live": return []
    default: break
    }
    if row.pattern == "null" { return [] }
    let text = filled(row, people)
    var sentences = ["I read \(text) on my phone", "\(text) was on my phone, they say"]
    if row.category == .system && !["waiting", "deleted_by_admin"].contains(row.what)
      && !row.what.hasPrefix("e2e")
    {
      sentences.append(text)
    }
    return sentences.map { Line(body: "A: \($0)", told: Told("A", .text, $0)) }
  }

  @Test(arguments: languages)
  func leavesThePersonTheirWords(in language: String) throws {
    let rows = MarkerTable.rows.filter { $0.language == language }
    let lines = rows.flatMap(Self.sentences)
    // Of a wording that was cut, nobody can tell what a person would write on.
    let whole = zip(rows.flatMap { row in Self.sentences(row).map { _ in row } }, lines)
      .filter {
        !$0.0.pattern.hasSuffix("…")
          || ![.viewOnce].contains($0.0.category) && $0.0.what != "waiting"
      }
      .map(\.1)
    try Self.check(whole, WhatsAppExportTests.android, "none")
    try Self.check(whole, ios, "none")
  }
}
