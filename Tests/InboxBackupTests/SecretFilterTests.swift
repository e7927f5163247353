import InboxAPI
import JSONText
import Testing

@testable import InboxBackup

@Suite struct SecretFilterTests {
  private static func line(
    _ text: String, isMessage: Bool = false, _ kind: InboxKind = .getChat
  ) throws -> String {
    var filter = SecretFilter(kind)
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
    // However a server writes its names.
    (#"{"apikey":"s"}"#, #"{"apikey":"(left out)"}"#),
    (#"{"APIKEY":"s","Token":"t"}"#, #"{"APIKEY":"(left out)","Token":"(left out)"}"#),
    (
      #"{"D360-API-KEY":"s","Headers":{"A":"t"}}"#,
      #"{"D360-API-KEY":"(left out)","Headers":{"A":"(left out)"}}"#
    ),
    (
      #"{"PASSWORD":"s","SECRET":"s","AUTHORIZATION":"s"}"#,
      #"{"PASSWORD":"(left out)","SECRET":"(left out)","AUTHORIZATION":"(left out)"}"#
    ),
    (
      #"{"ACTIVATION_URL":"x","HEADERS":["s"]}"#,
      #"{"ACTIVATION_URL":"(left out)","HEADERS":["(left out)"]}"#
    ),
    (
      #"{"url":"HTTPS://u@h.example/x?TOKEN=s"}"#,
      #"{"url":"HTTPS://(left out)@h.example/x?TOKEN=(left out)"}"#
    ),
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

  /// What customers are and have told is theirs, by whatever name it goes.
  @Test(arguments: [
    (
      #"{"id":1,"custom_attributes":{"password":"p","auth_token":7,"site":"https://s.example/?key=k"}}"#,
      #"{"id":1,"custom_attributes":{"password":"p","auth_token":7,"site":"https://s.example/?key=k"}}"#
    ),
    (
      #"{"meta":{"sender":{"additional_attributes":{"secret":"s"},"pubsub_token":"t"}}}"#,
      #"{"meta":{"sender":{"additional_attributes":{"secret":"s"},"pubsub_token":"(left out)"}}}"#
    ),
    (
      #"{"custom_attributes":{"token":"a"},"provider_config":{"api_key":"s"}}"#,
      #"{"custom_attributes":{"token":"a"},"provider_config":{"api_key":"(left out)"}}"#
    ),
  ])
  func leavesAttributesOfCustomers(text: String, wanted: String) throws {
    #expect(try Self.line(text, .online) == wanted + "\n")
    #expect(try Self.line(text, isMessage: true, .online) == wanted + "\n")
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
