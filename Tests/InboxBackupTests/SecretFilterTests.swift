import InboxAPI
import JSONText
import Testing

@testable import InboxBackup

@Suite struct SecretFilterTests {
  private static func line(_ text: String, isMessage: Bool = false) throws -> String {
    var filter = SecretFilter(.getChat)
    let bytes = filter.line(try JSONValue(parsing: Array(text.utf8)), isMessage: isMessage)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    // Nothing secret: byte for byte, but on one line.
    (#"{"a": 1.50, "b":"ü\u00fc\/", "a":2}"#, #"{"a": 1.50, "b":"ü\u00fc\/", "a":2}"#),
    ("{\n  \"a\": [1,\r\n 2]\n}", #"{   "a": [1,   2] }"#),
    (#"{"apiKey":"s","name":"n"}"#, #"{"apiKey":"(left out)","name":"n"}"#),
    (#"{"api_key":17}"#, #"{"api_key":"(left out)"}"#),
    (#"{"refresh_token":null,"id_token":""}"#, #"{"refresh_token":null,"id_token":""}"#),
    (#"{"headers":{"A":"s","B":["t"]}}"#, #"{"headers":{"A":"(left out)","B":["(left out)"]}}"#),
    (#"{"user":{"activation_url":"https://x/s"}}"#, #"{"user":{"activation_url":"(left out)"}}"#),
    (
      #"{"url":"https:\/\/u:p@h.example/x?idt=s&b=2"}"#,
      #"{"url":"https://(left out)@h.example/x?idt=(left out)&b=2"}"#
    ),
    (#"{"url":"https://h.example/x?page=2"}"#, #"{"url":"https://h.example/x?page=2"}"#),
    (#"{"key":"k","code":"c"}"#, #"{"key":"k","code":"c"}"#),
    // What people wrote, wherever it stands.
    (#"{"text":"https://s.example/?code=A"}"#, #"{"text":"https://s.example/?code=A"}"#),
    (
      #"{"note":"https://s.example/?code=SPRING until Friday"}"#,
      #"{"note":"https://s.example/?code=SPRING until Friday"}"#
    ),
    (
      #"{"components":[{"url":"https://s.example/otp/?code={{1}}"}]}"#,
      #"{"components":[{"url":"https://s.example/otp/?code={{1}}"}]}"#
    ),
    (
      #"{"last_message":{"waba_payload":{"text":{"body":"https://s.example/?key=1"}}}}"#,
      #"{"last_message":{"waba_payload":{"text":{"body":"https://s.example/?key=1"}}}}"#
    ),
  ])
  func leavesOutSecretsAlone(text: String, wanted: String) throws {
    #expect(try Self.line(text) == wanted + "\n")
  }

  @Test(arguments: [
    (
      #"{"waba_payload":{"text":{"body":"token=1 https://x/?token=s"},"password":"mine"}}"#,
      #"{"waba_payload":{"text":{"body":"token=1 https://x/?token=s"},"password":"mine"}}"#
    ),
    (
      #"{"waba_payload":{"image":{"id":"1","link":"http://h/m?token=s"}}}"#,
      #"{"waba_payload":{"image":{"id":"1","link":"http://h/m?token=(left out)"}}}"#
    ),
    (
      #"{"sender":{"activation_url":"https://x/s"},"waba_payload":{}}"#,
      #"{"sender":{"activation_url":"(left out)"},"waba_payload":{}}"#
    ),
    (
      #"{"context":{"waba_payload":{"text":{"body":"?token=s http"}}},"waba_payload":{}}"#,
      #"{"context":{"waba_payload":{"text":{"body":"?token=s http"}}},"waba_payload":{}}"#
    ),
  ])
  func leavesWhatPeopleWrote(text: String, wanted: String) throws {
    #expect(try Self.line(text, isMessage: true) == wanted + "\n")
  }
}
