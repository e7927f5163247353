import ChatImport
import ChatRecords
import InboxAPI
import InboxSamples
import JSONText
import LocalInbox
import TestKit
import Testing

@testable import InboxRestore

/// Texts that look like something else in a chat text come back as they were.
@Suite struct RestoredTextTests {
  static let texts = [
    "image omitted", "\u{200E}image omitted", "caption \u{200E}image omitted", "<Media omitted>",
    "<attached: x.jpg>", "see <attached: 00000012-PHOTO-2022-03-10-11-00-00.jpg>",
    "This message was deleted.", "You deleted this message.", "<This message was edited> hi",
    "[10/03/2022, 11:00:00] Anna Berg: pasted", "a\n[10/03/2022, 11:00:00] Anna Berg: pasted",
    "a\n\u{200E}[10/03/2022, 11:00:00] Inbox: pasted", "a\n10/03/2022, 11:00 - Anna Berg: pasted",
    "Missed voice call", "Location: https://maps.google.com/?q=1,2",
    "POLL:\nLunch?\nOPTION: Soup (1 vote)", "x: y: z", ": ", ":", "Anna Berg: hello", "Anna Berg",
    "Inbox: hello", "Ben: hello", "a\tb", "a\r\nb", "a\n\nb", "=1+1", "\"quoted\"", "\\u0041", "👍🏽",
    "שלום", "\u{202B}שלום\u{202C}", "a\u{2028}b", "a\u{85}b",
    "Messages and calls are end-to-end encrypted.",
    "You blocked this contact. Tap to unblock.", "Anna Berg added you", "+44 7700 900123: hi",
    "photo.jpg (file attached)", "[1] first", "12:30", "12/03/2022", "-", "•", "\u{200E}", " a ",
    "a \n b", "\na", "a\n", "\u{200F}שלום", "\u{200E}Hello",
    "Messages and calls are end-to-end encrypted. No one outside of this chat can read them.",
    "IMG-20231116-WA0001.jpg (file attached)", "IMG-20231116-WA0001.jpg (file attached)\nlook",
    "\u{200E}<attached: IMG-20231116-WA0001.jpg>",
    "\u{200E}<attached: IMG-20231116-WA0001.jpg>\nlook", "hello <This message was edited>",
    "hello \u{200E}<This message was edited>", "<This message was edited>",
    "\u{200E}<This message was edited>", " <Diese Nachricht wurde bearbeitet>",
  ]

  /// What comes back may differ by line ends and by the signs that keep it from being read as something else.
  private static func withoutSigns(_ text: String) -> String {
    String(
      text.unicodeScalars.filter { $0.value != 0x2060 && $0.value != 0x0D }.map(Character.init))
  }

  @Test func comeBackAsTheyWere() async throws {
    let number = FullInbox.number
    let bench = try await Bench { inbox in
      var list: [String] = []
      for (index, text) in Self.texts.enumerated() {
        for fromUs in [false, true] {
          var json = JSONWriter()
          json.string(text)
          let id = "00000000-0000-4000-8000-00000000" + (fromUs ? "1" : "2") + "\(100 + index)"
          list.append(
            """
            {"id":"\(id)","waba_payload":{"id":"\(id)","timestamp":\(1_700_000_000 + index),"type":"text",
            "text":{"body":\(String(decoding: json.bytes, as: UTF8.self))}},"from_us":\(fromUs),
            "customer_wa_id":"\(number)"}
            """)
        }
      }
      try inbox.seed.put(
        .chats,
        #"{"contact":{"wa_id":"\#(number)","waba_payload":{"profile":{"name":"Anna Berg"}}},"wa_id":"\#(number)"}"#
      )
      try inbox.seed.put(.messages, "[" + list.joined(separator: ",") + "]")
    }
    let report = try await bench.restore()
    #expect(report.stop == nil)
    #expect(report.chats.flatMap { $0.problems.map { "\($0)" } } == [])
    #expect(report.chats.map(\.isVerified) == [true])
    let client = try bench.client(bench.new.url, bench.new.token)
    var walk = client.allMessages(of: number)
    var found: [Int64: [Bool: String]] = [:]
    while let page = try await walk.next() {
      for message in page.map({ InboxMessage($0) }) where message.isText {
        found[message.time ?? 0, default: [:]][message.direction == .outgoing] = message.text
      }
    }
    var others: [String] = []
    var changed = 0
    for (index, text) in Self.texts.enumerated() {
      let both = found[Int64(1_700_000_000 + index), default: [:]]
      for fromUs in [false, true] {
        if both[fromUs] != text { changed += 1 }
        if both[fromUs].map(Self.withoutSigns) != Self.withoutSigns(text) {
          others.append("\(text.debugDescription) → \(both[fromUs]?.debugDescription ?? "nothing")")
        }
      }
    }
    #expect(others == [])
    // Nothing is changed in silence.
    #expect(report.losses.first { $0.what == "message_texts" }?.count == changed)
    #expect(try await bench.restore().didNothing)
  }
}
