import InboxAPI
import JSONText
import Testing

@testable import InboxRestore

@Suite struct MessageWordsTests {
  @Test(
    arguments: [
      (#""type":"text","text":{"body":"hello"}"#, "hello"),
      (#""type":"image","image":{"id":"1"}"#, nil),
      (#""type":"image","image":{"id":"1","caption":"c"}"#, "c"),
      (#""type":"hologram","hologram":{"depth":3}"#, "(hologram)"),
      (#""type":"reaction","reaction":{"emoji":"👍"}"#, "👍"),
      (
        #""type":"location","location":{"latitude":53.50,"longitude":"9.99"}"#,
        "Location: https://maps.google.com/?q=53.50,9.99"
      ),
      (
        #""type":"location","location":{"latitude":1,"longitude":2,"name":"Quay","address":"1 High St"}"#,
        "Quay\n1 High St\nhttps://maps.google.com/?q=1,2"
      ),
      (#""type":"location","location":{"name":"Quay"}"#, "Quay"),
      (#""type":"location","location":{}"#, "(location)"),
      (
        #""type":"contacts","contacts":[{"name":{"formatted_name":"Ben"},"phones":[{"phone":"+44 7700 900123"},{"wa_id":"447700900124"}]},{"name":{"formatted_name":"C"}}]"#,
        "Ben, +44 7700 900123, 447700900124\nC"
      ),
      (#""type":"interactive","interactive":{"type":"button"}"#, "(interactive)"),
    ] as [(String, String?)])
  func saysWhatAChatTextCanSay(payload: String, words: String?) throws {
    let json = #"{"id":"1","waba_payload":{"timestamp":"5",\#(payload)}}"#
    let message = InboxMessage(try JSONValue(parsing: Array(json.utf8)))
    #expect(MessageWords.of(message, recordText: message.text) == words)
  }
}
