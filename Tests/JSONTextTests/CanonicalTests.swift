import Testing

@testable import JSONText

struct CanonicalTests {
  @Test(arguments: [
    (#"{ "b" : 1 , "a" : [ 1.50 , true , null ] }"#, #"{"a":[1.50,true,null],"b":1}"#),
    ("{\n  \"z\": {\"y\": {}, \"x\": []}\n}\n", #"{"z":{"x":[],"y":{}}}"#),
    (#"{"\u0061":"\u00e9\/\n"}"#, #"{"a":"é/\n"}"#),
    (#"{"aa":1,"a":2,"B":3}"#, #"{"B":3,"a":2,"aa":1}"#),
    ("{\"\u{E9}\":1,\"f\":2,\"e\u{301}\":3}", "{\"e\u{301}\":3,\"f\":2,\"\u{E9}\":1}"),
    (#"{"a":2,"a":1}"#, #"{"a":2,"a":1}"#), (#" "x" "#, #""x""#), ("-0", "-0"),
  ])
  func writesEqualValuesAlike(text: String, canonical: String) throws {
    #expect(try JSONValue(parsing: Array(text.utf8)).canonical == canonical)
  }
}
