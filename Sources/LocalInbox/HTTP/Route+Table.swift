extension Route {
  /// Every path below `/api/v1/`. Of two that fit, the first counts.
  static let table: [Route] =
    messaging + contacts + users + lists + taggings + assignments + settings

  private static let messaging: [Route] = [
    Route("chats") { service, request, _ in try service.listChats(request, as: .chats) },
    Route("chats/{}") { service, _, number in try service.retrieveChat(number, as: .chats) },
    Route(
      "chat_import",
      [("POST", .body { service, request, _ in ImportBody.receive(service, request) })]),
    Route("messages") { service, request, _ in try service.listMessages(request) },
    Route("messages/{}") { service, _, id in try service.retrieveMessage(id) },
    Route("media", [("POST", .body(MediaUpload.receive))]),
    Route("media/{}") { service, request, id in try service.media(id, request) }.withoutSlash(),
  ]

  private static let contacts: [Route] = [
    Route("persons") { service, request, _ in try service.listChats(request, as: .persons) },
    Route("persons/{}") { service, _, number in try service.retrieveChat(number, as: .persons) },
    Route("contacts") { service, request, _ in try service.list(.contacts, request) },
    Route("contacts/blocked") { service, request, _ in try service.listBlocked(request) },
    Route("contacts/{}") { service, _, number in try service.resolveContact(number) },
  ]

  private static let users: [Route] = [
    Route(
      "auth/token", [("POST", .fields { service, _, _, fields in try service.logIn(fields) })]
    ).openToAll(),
    Route("users/current") { service, _, _ in
      try service.retrieve(.users, String(InboxService.owner))
    },
  ]

  private static let lists: [Route] =
    list("users", .users) + list("groups", .groups)
    + list("tags", .tags, ["POST", "PUT", "PATCH", "DELETE"])
    + list("saved_responses", .savedResponses, ["POST", "DELETE"])
    + list("templates", .templates, hasItems: false)
    + list("webhooks/waba", .webhooks, ["POST", "PUT", "PATCH", "DELETE"])
    + list("whatsapp_accounts", .whatsAppAccounts, hasItems: false)
    + list("errors/waba", .wabaErrors)

  private static let taggings: [Route] =
    tagging("chat_tagging", .chats) + tagging("message_tagging", .messages)

  private static let assignments: [Route] = [
    Route(
      "chat_assignment/{}",
      [
        ("GET", .head { service, _, number in try service.retrieveAssignment(number) }),
        (
          "PUT",
          .fields { service, _, number, fields in
            try service.assign(number, fields, isPartial: false)
          }
        ),
        (
          "PATCH",
          .fields { service, _, number, fields in
            try service.assign(number, fields, isPartial: true)
          }
        ),
      ]),
    Route("chat_assignment_events") { service, request, _ in
      try service.listEvents(.chatAssignment, request)
    },
  ]

  private static let settings: [Route] = [
    Route("status/health") { service, _, _ in try service.health() },
    Route("settings/business/profile") { service, _, _ in try service.setting(.businessProfile) },
    Route("settings/profile/about") { service, _, _ in try service.setting(.profileAbout) },
    Route("settings/profile/photo") { service, _, _ in try service.profilePhoto() },
    Route("settings/refresh/status") { service, _, _ in service.refreshStatus() },
    Route("templates/refresh/status") { service, _, _ in service.refreshStatus() },
  ]

  /// A list and its items, with those of the methods that write.
  private static func list(
    _ path: String, _ list: ObjectList, _ writing: Set<String> = [], hasItems: Bool = true
  ) -> [Route] {
    let all: [(method: String, handler: Handler)] = [
      ("GET", .head { service, request, _ in try service.list(list, request) }),
      ("POST", .fields { service, _, _, fields in try service.create(in: list, fields) }),
    ]
    let one: [(method: String, handler: Handler)] = [
      ("GET", .head { service, _, id in try service.retrieve(list, id) }),
      (
        "PUT",
        .fields { service, _, id, fields in
          try service.update(id, in: list, fields, isPartial: false)
        }
      ),
      (
        "PATCH",
        .fields { service, _, id, fields in
          try service.update(id, in: list, fields, isPartial: true)
        }
      ),
      ("DELETE", .head { service, _, id in try service.delete(id, from: list) }),
    ]
    let known = writing.union(["GET"])
    let routes = [Route(path, all.filter { known.contains($0.method) })]
    if !hasItems { return routes }
    return routes + [Route(path + "/{}", one.filter { known.contains($0.method) })]
  }

  private static func tagging(_ path: String, _ kind: Tagging) -> [Route] {
    [
      Route(
        path,
        [
          ("GET", .head { service, request, _ in try service.listTaggings(kind, request) }),
          ("POST", .fields { service, _, _, fields in try service.createTagging(kind, fields) }),
        ]),
      Route(
        path + "/{}",
        [
          ("GET", .head { service, _, id in try service.retrieveTagging(kind, id) }),
          ("DELETE", .head { service, _, id in try service.deleteTagging(kind, id) }),
        ]),
      Route(path + "_events") { service, request, _ in
        try service.listEvents(kind.event, request)
      },
    ]
  }
}
