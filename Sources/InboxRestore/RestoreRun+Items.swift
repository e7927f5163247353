internal import ChatRecords
internal import ChatImport
internal import InboxAPI
internal import InboxBackup
internal import JSONText
internal import WhatsAppExport

/// Everything but messages and media.
extension RestoreRun {
  func restoreTags(_ maker: ItemMaker) async throws {
    for tag in source.tags.values.sorted(by: { $0.id < $1.id }) {
      _ = try await tagID(tag, maker)
    }
  }

  /// The tag's id in the inbox, where it is made if it is not there; nil where the inbox refuses it.
  private func tagID(_ tag: SourceTag, _ maker: ItemMaker) async throws -> Int64? {
    if let id = target?.tags[tag.name] {
      if seenTags.insert(tag.name).inserted { note(.tags) { $0.there += 1 } }
      return id
    }
    guard seenTags.insert(tag.name).inserted else { return nil }
    try Task.checkCancellation()
    var json = JSONWriter()
    json.beginObject()
    json.key("name")
    json.string(tag.name)
    json.key("web_inbox_color")
    json.raw(tag.color.span)
    json.endObject()
    let outcome = try await maker.make(
      .createTag, json.bytes, key: RestoreJournal.key(["tag", tag.name])
    ) {
      try await self.target?.readTags()
      return self.target?.tags[tag.name] != nil
    }
    if case .made(let id?) = outcome { target?.note(tag: id, named: tag.name) }
    note(outcome, .tags, "a tag")
    if target?.tags[tag.name] == nil { try await target?.readTags() }
    return target?.tags[tag.name]
  }

  func restoreResponses(_ maker: ItemMaker) async throws {
    var wanted: [String: Int] = [:]
    for text in source.responses {
      wanted[text, default: 0] += 1
      let number = wanted[text, default: 0]
      guard target?.responses[text, default: 0] ?? 0 < number else {
        note(.savedResponses) { $0.there += 1 }
        continue
      }
      try Task.checkCancellation()
      var json = JSONWriter()
      json.beginObject()
      json.key("text")
      json.string(text)
      json.endObject()
      let outcome = try await maker.make(
        .createSavedResponse, json.bytes,
        key: RestoreJournal.key(["response", text, String(number)])
      ) {
        try await self.target?.readResponses()
        return self.target?.responses[text, default: 0] ?? 0 >= number
      }
      if case .made = outcome { target?.note(response: text) }
      note(outcome, .savedResponses, "a saved response")
    }
  }

  func restoreWebhooks(_ maker: ItemMaker, _ answers: [Int: WebhookAnswers]) async throws {
    var unanswered = 0
    for (number, webhook) in source.webhooks.enumerated() {
      if target?.webhooks.contains(webhook.url) == true {
        note(.webhooks) { $0.there += 1 }
        continue
      }
      guard webhook.lacks.isEmpty || answers[number] != nil else {
        unanswered += 1
        continue
      }
      try Task.checkCancellation()
      let outcome = try await maker.make(
        .createWebhook, webhook.body(answers[number]),
        key: RestoreJournal.key(["webhook", webhook.url])
      ) {
        try await self.target?.readWebhooks()
        return self.target?.webhooks.contains(webhook.url) == true
      }
      note(outcome, .webhooks, "a webhook")
    }
    if unanswered > 0 {
      report.losses.append(
        Loss(
          "webhook_secrets", unanswered,
          "webhooks whose secrets are not in the backup, and were not given at a terminal, were not made"
        ))
    }
  }

  // MARK: What hangs on messages and chats

  func restoreMessageTags(
    _ tagged: TaggedMessages, of chat: String, _ maker: ItemMaker
  ) async throws {
    var lost = 0
    for item in tagged.items {
      try Task.checkCancellation()
      guard let message = try await find(item, in: chat) else {
        lost += 1
        note(.messageTaggings) { $0.failed += item.tags.count }
        continue
      }
      for tag in item.tags {
        guard let id = try await tagID(tag, maker) else {
          note(.messageTaggings) { $0.failed += 1 }
          continue
        }
        guard !Self.tags(of: message).contains(id) else {
          note(.messageTaggings) { $0.there += 1 }
          continue
        }
        guard let name = message.json["waba_payload"]?["id"]?.string ?? message.id else { continue }
        let extra = tag.taggingID.flatMap { source.messageExtras[$0] }
        let outcome = try await maker.make(
          .createMessageTagging, Self.tagging(id, "message", name, extra),
          key: RestoreJournal.key(["message tagging", String(id), name])
        ) {
          try await self.find(item, in: chat).map { Self.tags(of: $0).contains(id) } ?? false
        }
        note(outcome, .messageTaggings, "the tag of a message")
      }
    }
    if lost > 0 {
      report.problems.append(
        Problem(
          "tagged-message-missing", .error,
          "\(chat): \(lost) messages that have tags in the backup are not in the inbox as they were sent; tag them there by hand"
        ))
    }
  }

  private static func tags(of message: InboxMessage) -> Set<Int64> {
    Set((message.json["tags"]?.array ?? []).compactMap { $0["id"]?.int })
  }

  /// The inbox's own message for one of the backup: of equal ones the one at the same place.
  private func find(
    _ item: TaggedMessages.Item, in chat: String
  ) async throws -> InboxMessage? {
    guard let client else { return nil }
    var walk = client.allMessages(of: chat, since: item.time, before: item.time + 1)
    var alike: [InboxMessage] = []
    while let page = try await walk.next() {
      for message in page.map({ InboxMessage($0) }) {
        let direction: MessageRecord.Direction =
          message.direction == .unknown ? .incoming : message.direction
        if direction == item.direction, item.texts.contains(ComparedText.hash(message.text)) {
          alike.append(message)
        }
      }
    }
    // The newest comes first in a list.
    let place = alike.count - 1 - item.ordinal
    return alike.indices.contains(place) ? alike[place] : nil
  }

  func restoreChatFacts(_ maker: ItemMaker) async throws {
    let wanted = source.chats.filter { !$0.tags.isEmpty || $0.user != nil || $0.group != nil }
    guard !wanted.isEmpty else { return }
    try await target?.readChats()
    var facts = AssignmentCount()
    for chat in wanted {
      guard target?.chats[chat.number] != nil else {
        note(.chatTaggings) { $0.failed += chat.tags.count }
        if chat.user != nil || chat.group != nil { note(.assignments) { $0.failed += 1 } }
        report.problems.append(
          Problem(
            "restored-chat-missing", .error,
            "\(chat.number): the chat is not in the inbox, so its tags and its assignment are not either"
          ))
        continue
      }
      for tag in chat.tags { try await restore(tag, on: chat.number, maker) }
      try await assign(chat, &facts, maker)
    }
    report.losses += facts.losses
  }

  private func restore(_ tag: SourceTag, on chat: String, _ maker: ItemMaker) async throws {
    try Task.checkCancellation()
    guard let id = try await tagID(tag, maker) else {
      return note(.chatTaggings) { $0.failed += 1 }
    }
    guard target?.chats[chat]?.tags.contains(id) != true else {
      return note(.chatTaggings) { $0.there += 1 }
    }
    let extra = tag.taggingID.flatMap { source.chatExtras[$0] }
    let outcome = try await maker.make(
      .createChatTagging, Self.tagging(id, "chat", chat, extra),
      key: RestoreJournal.key(["chat tagging", String(id), chat])
    ) {
      try await self.target?.readChats()
      return self.target?.chats[chat]?.tags.contains(id) == true
    }
    note(outcome, .chatTaggings, "the tag of a chat")
  }

  private static func tagging(
    _ tag: Int64, _ member: StaticString, _ name: String, _ extra: [UInt8]?
  ) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("tag")
    json.number(tag)
    json.key(member)
    json.string(name)
    if let extra {
      json.key("extra")
      json.raw(extra.span)
    }
    json.endObject()
    return json.bytes
  }

  /// Assignments that could not be made, and why.
  private struct AssignmentCount {
    var strangers = 0
    var kept = 0

    var losses: [Loss] {
      [
        Loss("assignments_to_others", strangers, "the inbox has no user or group of that name"),
        Loss(
          "assignments_kept", kept, "the chat is assigned to somebody else by now, and stays so"),
      ].filter { $0.count > 0 }
    }
  }

  private func assign(
    _ chat: SourceInbox.Chat, _ facts: inout AssignmentCount, _ maker: ItemMaker
  ) async throws {
    guard chat.user != nil || chat.group != nil, let now = target?.chats[chat.number] else {
      return
    }
    let user = chat.user.flatMap { target?.users.id(of: $0, in: source.users) }
    let group = chat.group.flatMap { target?.groups.id(of: $0, in: source.groups) }
    if chat.user != nil && user == nil || chat.group != nil && group == nil { facts.strangers += 1 }
    guard user != nil || group != nil else { return }
    let isElsewhere =
      user != nil && now.user != nil && now.user != user
      || group != nil && now.group != nil && now.group != group
    guard !isElsewhere else {
      facts.kept += 1
      return
    }
    guard user != nil && now.user != user || group != nil && now.group != group else {
      return note(.assignments) { $0.there += 1 }
    }
    try Task.checkCancellation()
    var json = JSONWriter()
    json.beginObject()
    json.key("wa_id")
    json.string(chat.number)
    json.key("assigned_to_user")
    if let id = user ?? now.user { json.number(id) } else { json.null() }
    json.key("assigned_group")
    if let id = group ?? now.group { json.number(id) } else { json.null() }
    json.endObject()
    do throws(APIError) {
      _ = try await maker.client.write(.updateChatAssignment, item: chat.number, json.bytes)
    } catch {
      guard error.isAboutTheItem else { throw error }
      return note(.refused("\(error)"), .assignments, "an assignment")
    }
    note(.assignments) { $0.made += 1 }
  }

  private func note(_ outcome: ItemMaker.Outcome, _ kind: RestoredItems.Kind, _ what: String) {
    switch outcome {
    case .made: note(kind) { $0.made += 1 }
    case .there: note(kind) { $0.there += 1 }
    case .refused(let reason):
      note(kind) { $0.failed += 1 }
      report.problems.append(
        Problem("restore-refused", .error, "\(what) was not taken: \(reason)"))
    case .unsettled:
      note(kind) { $0.failed += 1 }
      report.problems.append(
        Problem(
          "restore-unsettled", .error,
          "the answer to making \(what) was lost twice, and it is not there; run the same command again"
        ))
    }
  }
}

extension SourceInbox.Webhook {
  /// createWabaWebhook's body.
  func body(_ answers: WebhookAnswers?) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("url")
    json.string(SecretPlaces.filled(url, answers?.parameters ?? [:]))
    for (name, key) in [
      ("on_incoming_message", "on_incoming_message" as StaticString),
      ("on_outgoing_message", "on_outgoing_message"), ("on_assigned", "on_assigned"),
    ] {
      json.key(key)
      json.bool(row[name]?.bool ?? false)
    }
    json.key("headers")
    json.beginObject()
    for (name, value) in row["headers"]?.members ?? [] {
      json.key(name)
      if let answer = answers?.headers[name] {
        json.string(answer)
      } else {
        let raw = Array(value.raw)
        json.raw(raw.span)
      }
    }
    json.endObject()
    json.endObject()
    return json.bytes
  }
}
