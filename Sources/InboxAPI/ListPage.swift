package import JSONText

/// A page of a list. `items` are the server's own objects.
package struct ListPage: Sendable {
  /// How many the server says there are in all; proves nothing.
  package let count: Int?
  package let items: [JSONValue]

  package init(count: Int?, items: [JSONValue]) {
    self.count = count
    self.items = items
  }

  /// Reads `{"count": …, "results": […]}` or a bare array, both of which the vendor documents; nil
  /// for anything else.
  init?(_ value: JSONValue) {
    if let items = value.array {
      self.init(count: nil, items: items)
    } else if let items = value["results"]?.array {
      self.init(count: value["count"]?.int.flatMap { Int(exactly: $0) }, items: items)
    } else {
      return nil
    }
  }
}
