import JSONText
import Testing

@testable import InboxBackup

struct ItemVersionTests {
  private func version(_ text: String) throws -> UInt64 {
    ItemVersion.of(try JSONValue(parsing: Array(text.utf8)), leavingOut: ["seen"])
  }

  @Test(arguments: [
    (#"{"a":1,"b":"é/"}"#, "{ \"b\" : \"\\u00e9\\/\",\n\"a\":1 }"),
    (#"{"a":1,"seen":2}"#, #"{"a":1,"seen":3}"#),
    (#"{"link":"https://a.example/x?sig=1"}"#, #"{"link":"https://b.example/x?sig=2"}"#),
  ])
  func isTheSame(one: String, other: String) throws {
    #expect(try version(one) == version(other))
  }

  @Test(arguments: [
    (#"{"x":["a","b"]}"#, #"{"x":["a\";b"]}"#), (#"{"x":["a","b"]}"#, #"{"x":["a\"1;b"]}"#),
    (#"{"x":[]}"#, #"{"x":{}}"#), (#"{"x":[[],[]]}"#, #"{"x":[[[]]]}"#),
    (#"{"x":"1"}"#, #"{"x":1}"#), (#"{"x":null}"#, #"{"x":"null"}"#), (#"{"x":1}"#, #"{"y":1}"#),
    (#"{"x":""}"#, #"{"x":null}"#), (#"{"x":[1,2]}"#, #"{"x":[2,1]}"#),
  ])
  func differs(one: String, other: String) throws {
    #expect(try version(one) != version(other))
  }
}
