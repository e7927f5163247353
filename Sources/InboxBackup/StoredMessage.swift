internal import InboxAPI
internal import JSONText

/// A message as the backup tells it apart and compares it.
struct StoredMessage {
  let message: InboxMessage
  private let plan: CrawlPlan

  init(_ message: InboxMessage, _ plan: CrawlPlan) {
    self.message = message
    self.plan = plan
  }

  var key: ItemKey { ItemKey(message.key) }
  var time: Int64? { message.time }
  var version: UInt64 { ItemVersion.of(message.json, leavingOut: plan.volatileOfMessages) }
}
