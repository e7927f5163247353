import TestKit
import Testing

@testable import chatferry

@Suite struct ConfigurationTests {
  @Test func readsEveryKeyWithItsLine() throws {
    let text = """
      # a comment
      [inbox.shop]
      url = "https://inbox.example.com"
      kind = "getchat"
      token_file = "shop.token"
      locale = "de-AT"
      time_zone = "Europe/Vienna"
      date_order = "dmy"
      me = ["Café Linde", "Linde"]
      partner = "+43 1 234567"
      contacts = "contacts.vcf"
      default_region = "AT"
      import_profile = "media_id=media_id"
      max_import_bytes = 1_000_000
      requests_per_second = 2.5
      jobs = 8
      account = 7
      inbox_id = 12

      [partner.agency]
      url = "https://partner.example.com"
      token_file = "agency.token"
      """
    let configuration = try Configuration(path: "c.toml", text: text)
    let shop = try #require(configuration.inboxes["shop"])
    #expect(shop.values["me"] == Configuration.Value(texts: ["Café Linde", "Linde"], line: 9))
    #expect(shop.values["contacts"] == Configuration.Value(texts: ["contacts.vcf"], line: 11))
    #expect(shop.text("max_import_bytes") == "1000000")
    #expect(shop.text("requests_per_second") == "2.5")
    #expect(shop.text("inbox_id") == "12")
    #expect(configuration.partners["agency"]?.text("token_file") == "agency.token")
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let text: String
    let error: CommandError
    var testDescription: String { text }
  }

  @Test(arguments: [
    Mistake(
      text: "[inbox.a]\nurl = https://x\n",
      error: .configurationSyntax(path: "c.toml", line: 2, column: 7, reason: "")),
    Mistake(
      text: "[inbox.a]\ntimezone = \"UTC\"\n",
      error: .unknownKey("timezone", path: "c.toml", line: 2, column: 1, nearest: "time_zone")),
    Mistake(
      text: "\n[inboxes.a]\n",
      error: .unknownKey("inboxes", path: "c.toml", line: 2, column: 2, nearest: "inbox")),
    Mistake(
      text: "[inbox.a]\n[inbox.a.frob]\n",
      error: .unknownKey("frob", path: "c.toml", line: 2, column: 10, nearest: nil)),
    Mistake(
      text: "[partner.a]\nlocale = \"de\"\n",
      error: .unknownKey("locale", path: "c.toml", line: 2, column: 1, nearest: nil)),
    Mistake(
      text: "[inbox.a]\njobs = \"four\"\n",
      error: .wrongType(
        "jobs", path: "c.toml", line: 2, column: 1, expected: "a whole number above zero")),
    Mistake(
      text: "[inbox.a]\nme = [\"x\", 3]\n",
      error: .wrongType(
        "me", path: "c.toml", line: 2, column: 12,
        expected: "a text in quotes, or a list of them")),
    Mistake(
      text: "[inbox.a]\nurl = [\"x\"]\n",
      error: .wrongType(
        "url", path: "c.toml", line: 2, column: 1, expected: "a text in quotes")),
    Mistake(
      text: "inbox = 3\n",
      error: .wrongType(
        "inbox", path: "c.toml", line: 1, column: 1, expected: "a section [inbox.NAME]")),
  ])
  func namesThePlace(of mistake: Mistake) throws {
    do {
      _ = try Configuration(path: "c.toml", text: mistake.text)
      Issue.record("nothing was wrong")
    } catch .configurationSyntax(let path, let line, let column, let reason) {
      // The words are toml++'s own.
      #expect(!reason.isEmpty)
      #expect(
        mistake.error
          == .configurationSyntax(path: path, line: line, column: column, reason: ""))
    } catch {
      #expect(error == mistake.error)
    }
  }

  @Test func refusesARunForAnUnknownKey() throws {
    let chatferry = try Chatferry()
    try chatferry.configure("[inbox.shop]\nurl = \"https://x.example\"\ntimezone = \"UTC\"\n")
    let run = try chatferry.run("inspect", chatferry.chat(), "--json")
    #expect(run.status == 78)
    #expect(run.output.isEmpty)
    #expect(
      run.error.hasSuffix(
        "config.toml:3:1; mend or remove that line\n"))
    #expect(run.error.contains("no key “timezone” in the configuration (did you mean time_zone?)"))
  }

  @Test func refusesAConfigurationThatWasNamedAndIsNotThere() throws {
    let chatferry = try Chatferry()
    let run = try chatferry.run("inspect", chatferry.chat(), "--config", "/nowhere.toml")
    #expect(run.status == 78)
    #expect(run.error.contains("/nowhere.toml: No such file or directory"))
  }

  /// toml++ 3.3.0 ends the process at these in place of saying what is wrong.
  @Test(arguments: [
    ("x = {=}\n", 1), ("[inbox.a]\n[=]\n", 2), ("a = 1\n\nb = { c = 1, = 2 }\n", 3), ("[]", 1),
    ("[[ ]]\n", 1),
  ])
  func namesTheLineOfASignOutOfPlace(text: String, line: Int) {
    do {
      _ = try Configuration(path: "c.toml", text: text)
      Issue.record("nothing was wrong")
    } catch .configurationSyntax(_, let found, _, let reason) {
      #expect(found == line)
      #expect(!reason.isEmpty)
    } catch {
      Issue.record("\(error)")
    }
  }

  /// No text may trap, whatever was done to it.
  @Test(arguments: 0..<64 as Range<UInt64>)
  func survivesDamage(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let original = Array(
      """
      [inbox.shop]
      url = "https://inbox.example.com"
      me = ["Harbour Bikes", "\\u00e9"]
      jobs = 4
      requests_per_second = 1.5
      [partner.agency]
      token_file = 'agency.token'

      """.utf8)
    for _ in 0..<50 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let at = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: at)
        default: bytes.insert(contentsOf: "\n[]={}\"'#.".utf8.shuffled(using: &random), at: at)
        }
      }
      do {
        _ = try Configuration(path: "c.toml", text: String(decoding: bytes, as: UTF8.self))
      } catch {
        #expect("\(error)".contains("c.toml"))
      }
    }
  }
}
