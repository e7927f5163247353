import JSONText
import Testing

@testable import InboxBackup

/// Servers that write the same values in another way each time.
struct WritingStyleTests {
  /// The same values with members the other way round, a value a line, and letters escaped.
  @Test(arguments: [false, true])
  func takesValuesForWhatTheyAreHoweverTheyAreWritten(hasIDs: Bool) async throws {
    let bench = try Bench()
    let chat = "447700900102"
    if !hasIDs {
      bench.inbox.change {
        for index in 0..<4 {
          $0.chats[chat]?[index].payload = #""type":"text","text":{"body":"é/\#(index)"}"#
          $0.chats[chat]?[index].hasID = false
        }
      }
    }
    #expect(try await bench.backup().messages == 17)
    bench.inbox.change { $0.style = { Self.turned($0) } }
    #expect(try await bench.verifyLive().verdict == .safeToDelete)
    bench.inbox.change { $0.chats[chat]?.append(.init(id: "b4", time: 1_700_100_009)) }
    let second = try await bench.backup(full: true)
    #expect(second.messages == 18)
    #expect(second.newMessages == 1)
    #expect(second.changedMessages == 0)
    #expect(try await bench.verifyLive().verdict == .safeToDelete)
  }

  private static func turned(_ text: String) -> String {
    func turned(_ value: JSONValue) -> String {
      if let members = value.members {
        return "{\n"
          + members.reversed().map { "\"\($0.key)\" :\r\n" + turned($0.value) }
          .joined(separator: " ,\n") + "\n}"
      }
      if let items = value.array { return "[ " + items.map(turned).joined(separator: "\n,") + "]" }
      let raw = String(decoding: value.raw, as: UTF8.self)
      return raw.replacing("é", with: "\\u00e9").replacing("/", with: "\\/")
    }
    return (try? turned(JSONValue(parsing: Array(text.utf8)))) ?? text
  }
}
