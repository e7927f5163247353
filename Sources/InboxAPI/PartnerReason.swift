internal import JSONText

/// Reason codes of the Partner API in words.
///
/// Sources: the pages of getWhatsApp and deleteInbox list codes of their own; createInbox's list is in no copy of its page,
/// so it shares what the other pages say. A code of no page stands for itself.
enum PartnerReason {
  enum Operation: Sendable { case getWhatsApp, createInbox, deleteInbox }

  /// What an answer of any status refuses with; nil where its body says no `FAIL`.
  ///
  /// - Parameter token: is not repeated where the server does.
  static func refusal(
    _ answer: Answer, of operation: Operation, hiding token: Secret
  ) -> InboxConnection.Refusal? {
    guard let object = try? JSONValue(parsing: answer.body),
      object["status"]?.string?.uppercased() == "FAIL"
    else { return nil }
    let code = object["reason"]?.flexibleInt
    return InboxConnection.Refusal(
      reason: code.map { String($0) } ?? text(of: object["reason"], hiding: token),
      words: code.flatMap { words($0, operation) })
  }

  private static func text(of reason: JSONValue?, hiding token: Secret) -> String {
    let text = reason.map { ServerReason.text(Array($0.raw), hiding: token) } ?? ""
    return text.isEmpty ? "not given" : text
  }

  static func words(_ code: Int64, _ operation: Operation) -> APIError.ReasonWords? {
    switch code {
    case 2 where operation == .getWhatsApp:
      .init(what: "wrong credentials", advice: "check the partner's token")
    case 2:
      .init(
        what: "the partner's key is incorrect, or the request was not understood",
        advice: "check the partner's token")
    case 3:
      .init(
        what: "the access token does not exist or has expired",
        advice: "get a new one (settings, get access token) and put it into the token file")
    case 4:
      .init(
        what: "the WhatsApp number is empty or wrong",
        advice: "look at the numbers with `chatferry numbers`")
    case 13:
      .init(
        what: "the wrong HTTP method came in",
        advice: "check that the address leads straight to the server, without a proxy")
    case 33:
      .init(what: "the account is empty or wrong", advice: "check --account")
    case 34:
      .init(what: "the server is invalid or wrong", advice: "check --server")
    case 47:
      .init(what: "the inbox id is invalid or wrong", advice: "check --inbox-id")
    default: nil
    }
  }
}

extension JSONValue {
  /// A whole number, or a text that is one: the vendors' pages show either for the same field.
  var flexibleInt: Int64? { int ?? string.flatMap { Int64($0) } }

  /// 1 or 0, true or false, or a text of these.
  var flexibleFlag: Bool? {
    if let bool { return bool }
    switch string?.lowercased() ?? int.map({ String($0) }) {
    case "1", "true": return true
    case "0", "false": return false
    default: return nil
    }
  }
}
