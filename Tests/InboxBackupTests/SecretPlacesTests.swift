import InboxBackup
import JSONText
import Testing

@Suite struct SecretPlacesTests {
  @Test func tellsWhatAWebhookLacks() throws {
    let row = try JSONValue(
      parsing: Array(
        #"{"url":"https://h.example/?a=1&auth=(left out)","headers":{"X-Key":"(left out)","X":""}}"#
          .utf8))
    let places = SecretPlaces(webhook: row)
    #expect(places.headers == ["X-Key"])
    #expect(places.parameters == ["auth"])
    #expect(!places.lacksUser && !places.isEmpty)
  }

  @Test(arguments: [
    ("https://h.example/?a=1&auth=(left out)", "https://h.example/?a=1&auth=s"),
    ("https://h.example/?auth=(left out)&auth2=x", "https://h.example/?auth=s&auth2=x"),
    ("https://h.example/", "https://h.example/"),
    ("https://h.example/?token=(left out)", "https://h.example/?token=(left out)"),
  ])
  func fillsInWhatWasLeftOut(url: String, filled: String) {
    #expect(SecretPlaces.filled(url, ["auth": "s"]) == filled)
  }

  @Test(arguments: [
    ("https://h.example/?auth=s", "https://h.example/?auth=(left out)"),
    ("https://u:p@h.example/", "https://(left out)@h.example/"),
    ("https://h.example/a?b=c", "https://h.example/a?b=c"),
  ])
  func comparesAddressesWithoutTheirSecrets(url: String, plain: String) {
    #expect(SecretPlaces.address(url) == plain)
  }
}
