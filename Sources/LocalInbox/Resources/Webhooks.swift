internal import JSONText

extension ObjectList {
  /// Kept, and never called: nothing arrives at a local inbox. `headers` hold secrets, and are given back all the same, as
  /// the hosted inbox does.
  static let webhooks = ObjectList(
    table: "webhook",
    fields: [
      Field(name: "url", kind: .address(longest: 2000)),
      Field(name: "on_incoming_message", kind: .flag, standard: "false"),
      Field(name: "on_outgoing_message", kind: .flag, standard: "false"),
      Field(name: "on_assigned", kind: .flag, standard: "false"),
      Field(name: "headers", kind: .object, standard: "{}"),
    ],
    supplied: [
      (
        "user",
        { service, _, json in
          json.beginObject()
          json.key("id")
          json.number(InboxService.owner)
          json.key("username")
          json.string(InboxService.userName)
          json.key("url")
          json.string(service.link(toUser: InboxService.owner))
          json.endObject()
        }
      )
    ])
}
