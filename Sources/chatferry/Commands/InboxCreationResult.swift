internal import InboxAPI
internal import JSONText

/// What became of `inbox create`, in words, as JSON and as an exit status.
struct InboxCreationResult: Sendable {
  enum State: String, Sendable { case created, found, planned, refused, unknown }

  let order: InboxOrder
  let partner: String
  private(set) var state = State.planned
  private(set) var inbox: Int64?
  private(set) var fault: InboxCreation.Fault?
  /// What the server says, or that it could not be had.
  private(set) var error: APIError?
  private var isLocal = false

  init(order: InboxOrder, partner: String) {
    self.order = order
    self.partner = partner
  }

  /// - Parameter created: nil after a dry run.
  func ending(_ created: InboxCreation.Created?, isLocal: Bool) -> InboxCreationResult {
    var result = self
    result.inbox = created?.inbox
    result.isLocal = isLocal
    result.state = created.map { $0.wasFound ? .found : .created } ?? .planned
    return result
  }

  func ending(_ fault: InboxCreation.Fault) -> InboxCreationResult {
    var result = self
    result.fault = fault
    result.state = fault.mayHaveCreated ? .unknown : .refused
    return result
  }

  func ending(_ error: APIError) -> InboxCreationResult {
    var result = self
    result.error = error
    result.state = .refused
    return result
  }

  /// Why there is no inbox, and what to do.
  var problem: (code: String, message: String)? {
    if let fault { return (fault.code, "\(fault)") }
    // What leads elsewhere may have been carried out.
    return error.map {
      ("inbox-not-created", "\($0)" + ($0.isRedirect ? "" : "; no inbox was created"))
    }
  }

  var status: ExitStatus {
    if let error { return ExitStatus(of: error) }
    return switch state {
    case .created, .found, .planned: .allDone
    case .refused: .badInput
    case .unknown: Interruption.shared.status ?? .tryAgain
    }
  }

  /// A profile for the configuration; nil where no inbox is known.
  var profile: String? {
    guard let inbox else { return nil }
    let ids = ["account = \(order.account)", "inbox_id = \(inbox)"]
    if isLocal { return (["[inbox.local]"] + ids).joined(separator: "\n") }
    let name = Self.profileName(order.name) ?? "inbox-\(inbox)"
    let lines =
      ["[inbox.\(name)]", "url = \"https://\(order.server).99digital.co.il\"", "kind = \"online\""]
      + ids + ["token_file = \"\(name).token\""]
    return lines.joined(separator: "\n")
  }

  /// A name that TOML takes without quotes; nil where nothing of it is left.
  private static func profileName(_ name: String) -> String? {
    let words = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let text = words.joined(separator: "-")
    return text.isEmpty || text == "local" ? nil : text
  }

  var lines: [StyledText] {
    let place = "account \(order.account) on server \(order.server)"
    switch state {
    case .created, .found:
      guard let inbox, let profile else { return [] }
      let head =
        state == .created
        ? "inbox \(inbox) was created in \(place)"
        : "the answer was lost, but inbox \(inbox) is there in \(place)"
      return [
        StyledText(head, .bold),
        StyledText(
          order.importsHistory
            ? "the phone's history comes in as far as its owner allowed it; that may take a while"
            : ""),
      ]
      .filter { !$0.plain.isEmpty }
        + [StyledText("for the configuration:", .dim)]
        + profile.split(separator: "\n").map { StyledText(String($0)) }
    case .planned:
      return [StyledText("the inbox could be created in \(place); nothing was sent")]
    case .refused, .unknown: return []
    }
  }

  var json: JSONWriter {
    var json = JSONWriter()
    json.beginObject()
    json.key("partner")
    json.string(partner)
    json.key("state")
    json.string(state.rawValue)
    json.key("name")
    json.string(order.name)
    json.key("number")
    json.string(order.number)
    json.key("account")
    json.number(order.account)
    json.key("server")
    json.string(order.server)
    json.key("inbox_id")
    json.numberOrNull(inbox)
    json.key("import_history")
    json.bool(order.importsHistory)
    json.key("profile")
    json.stringOrNull(profile)
    json.fault(problem)
    json.endObject()
    return json
  }
}

extension InboxCreation.Fault {
  /// A stable word, explained in docs/problems.md.
  var code: String {
    switch self {
    case .numberUnknown: "number-unknown"
    case .numberTaken, .connectedElsewhere: "number-taken"
    case .noHistory: "history-unavailable"
    case .unsettled: "inbox-unsettled"
    }
  }

  /// Whether the request was sent and its fate is not known.
  var mayHaveCreated: Bool {
    if case .unsettled = self { true } else { false }
  }
}
