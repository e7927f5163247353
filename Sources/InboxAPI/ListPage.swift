package import JSONText

/// A page of a list. `items` are the server's own objects.
package struct ListPage: Sendable {
  /// How many the server says there are in all; proves nothing.
  package let count: Int?
  package let items: [JSONValue]
  /// Where the server says the next page is; never followed as it stands.
  package let next: String?

  /// Whether the server says that rows follow behind this page, which begins at the row `start`.
  package func goesOn(after start: Int) -> Bool { next != nil && count.map { $0 > start } ?? true }

  package init(count: Int?, items: [JSONValue], next: String? = nil) {
    self.count = count
    self.items = items
    self.next = next
  }

  /// Reads what the vendors document: `{"count": …, "results": […]}`, a bare array, or the `{"contacts": […],
  /// "pagination": …}` of blocked contacts of get.chat; `{"meta": …, "payload": […]}`, the same inside `data`, or
  /// `{"payload": {"webhooks": […]}}` of the online platform. nil for anything else.
  init?(_ value: JSONValue) {
    if let items = value.array {
      self.init(count: nil, items: items)
    } else if let items = value["results"]?.array {
      self.init(
        count: value["count"]?.int.flatMap { Int(exactly: $0) }, items: items,
        next: value["next"]?.string)
    } else if let items = value["contacts"]?.array, value["pagination"] != nil {
      self.init(count: nil, items: items)
    } else if let items = value["payload"]?.array ?? value["payload"]?["webhooks"]?.array {
      self.init(count: value["meta"]?["count"]?.int.flatMap { Int(exactly: $0) }, items: items)
    } else if let data = value["data"], let items = data["payload"]?.array {
      self.init(count: data["meta"]?["all_count"]?.int.flatMap { Int(exactly: $0) }, items: items)
    } else {
      return nil
    }
  }
}
