internal import CSimdJSON
internal import Glibc

/// A value inside a parsed document; holds the document alive.
///
/// The whole document is checked when it is parsed, against RFC 8259: no byte order mark, UTF-8 only,
/// no trailing commas, at most 64 containers inside each other. Numbers of any size are accepted and
/// stay whole in `raw`. Of equal names in one object the first counts. A `\u` escape that is half a
/// surrogate pair is accepted, since servers do cut texts there: `string` gives U+FFFD for it.
package struct JSONValue: Sendable {
  let document: JSONDocument
  private let start: UInt32
  private let end: UInt32
  /// A `cjson_kind`.
  private let kind: UInt8
  /// In the document's nodes; 0 also for a value that was picked out of a document without nodes.
  let node: UInt32

  /// - Throws: `JSONError.invalid`, with the place.
  package init(parsing bytes: [UInt8]) throws(JSONError) {
    let document = try JSONDocument(bytes)
    guard let nodes = document.nodes else { preconditionFailure("a parsed text without nodes") }
    self.init(document, nodes, 0)
  }

  private init(_ document: JSONDocument, _ nodes: UnsafeMutablePointer<cjson_node>, _ node: UInt32)
  {
    self.document = document
    self.node = node
    let found = nodes[Int(node)]
    (start, end, kind) = (found.start, found.end, found.kind)
  }

  init(_ document: JSONDocument, _ piece: JSONPieces.Piece) {
    self.document = document
    (start, end, kind) = (piece.start, piece.end, piece.kind)
    node = piece.node
  }

  /// This value in a document that was taken apart, from which its members can be had at once. One that was picked out of a
  /// text is taken apart anew each time that something inside it is asked for.
  package var takenApart: JSONValue {
    if document.nodes != nil { return self }
    // It was checked together with the text that it stands in.
    return (try? JSONValue(parsing: Array(raw))) ?? self
  }

  private func isA(_ kind: cjson_kind) -> Bool { self.kind == kind.rawValue }

  package var isObject: Bool { isA(CJSON_OBJECT) }
  /// Whether this is an object or an array with nothing in it.
  package var isEmptyContainer: Bool {
    (isObject || isA(CJSON_ARRAY))
      && (end - start == 2 || raw.dropFirst().dropLast().allSatisfy { $0 <= 0x20 })
  }
  package var isNull: Bool { isA(CJSON_NULL) }
  package var isString: Bool { isA(CJSON_PLAIN_STRING) || isA(CJSON_ESCAPED_STRING) }

  package var bool: Bool? {
    if isA(CJSON_TRUE) { return true }
    return isA(CJSON_FALSE) ? false : nil
  }

  // MARK: Inside

  /// The member of an object; nil where this is no object or has no such member.
  package subscript(key: String) -> JSONValue? {
    guard isObject else { return nil }
    let whole = takenApart
    guard let nodes = whole.document.nodes else { return nil }
    var key = key
    let found = key.withUTF8 { name in
      whole.document.bytes.withUnsafeBufferPointer {
        cjson_find($0.baseAddress, nodes, whole.node, name.baseAddress, name.count)
      }
    }
    return found == 0 ? nil : JSONValue(whole.document, nodes, found)
  }

  /// The items of an array; nil for anything else.
  package var array: [JSONValue]? {
    guard isA(CJSON_ARRAY) else { return nil }
    var items: [JSONValue] = []
    takenApart.forEachInside { nodes, document, at in
      items.append(JSONValue(document, nodes, at))
      return nodes[Int(at)].next
    }
    return items
  }

  /// The members of an object in their order, equal names included; nil for anything else.
  package var members: [(key: String, value: JSONValue)]? {
    guard isObject else { return nil }
    var members: [(key: String, value: JSONValue)] = []
    takenApart.forEachInside { nodes, document, at in
      let name = JSONValue(document, nodes, at)
      members.append((name.string ?? "", JSONValue(document, nodes, at + 1)))
      return nodes[Int(at) + 1].next
    }
    return members
  }

  /// Walks through the nodes of a container.
  ///
  /// - Parameter body: gives the node after the one that it was given.
  private func forEachInside(
    _ body: (UnsafeMutablePointer<cjson_node>, JSONDocument, UInt32) -> UInt32
  ) {
    guard let nodes = document.nodes else { return }
    let end = nodes[Int(node)].next
    var at = node + 1
    while at < end { at = body(nodes, document, at) }
  }

  // MARK: Text

  /// Of a string, without its quotes.
  private var inside: Range<Int> { Int(start) + 1..<Int(end) - 1 }

  @inline(__always)
  private func withText<R>(_ body: (UnsafeBufferPointer<UInt8>) -> R) -> R? {
    isString
      ? document.withText(inside, isPlain: isA(CJSON_PLAIN_STRING), body) : nil
  }

  /// The text of a string, escapes resolved; nil for anything else.
  package var string: String? { withText { String(decoding: $0, as: UTF8.self) } }

  /// How long the text of a string is at most, in bytes; 0 for anything else.
  package var textLimit: Int { isString ? inside.count : 0 }

  /// Writes the text of a string, escapes resolved, where there is room for `textLimit` bytes, and gives its length; 0 for
  /// anything else.
  package func writeText(to target: UnsafeMutablePointer<UInt8>) -> Int {
    isString ? document.write(inside, isPlain: isA(CJSON_PLAIN_STRING), to: target) : 0
  }

  /// Whether this is a string of that text.
  package func isText(_ text: StaticString) -> Bool {
    withText { own in text.withUTF8Buffer { Self.isEqual(own, $0) } } ?? false
  }

  /// Whether two strings say the same.
  package func isText(of other: JSONValue) -> Bool {
    withText { own in other.withText { Self.isEqual(own, $0) } ?? false } ?? false
  }

  private static func isEqual(
    _ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard one.count == other.count else { return false }
    guard let first = one.baseAddress, let second = other.baseAddress else { return true }
    return memcmp(first, second, one.count) == 0
  }

  // MARK: Numbers

  /// An integer that was written as one and fits.
  package var int: Int64? {
    guard isA(CJSON_NUMBER) else { return nil }
    return document.bytes.withUnsafeBufferPointer {
      Self.int(UnsafeBufferPointer(rebasing: $0[Int(start)..<Int(end)]))
    }
  }

  /// The same for a string that holds such an integer.
  package var intInText: Int64? { withText { Self.int($0) }.flatMap { $0 } }

  /// An optional sign and digits that fit.
  private static func int(_ digits: UnsafeBufferPointer<UInt8>) -> Int64? {
    let isNegative = digits.first == UInt8(ascii: "-")
    let isSigned = isNegative || digits.first == UInt8(ascii: "+")
    guard digits.count > (isSigned ? 1 : 0) else { return nil }
    var value: Int64 = 0
    for byte in digits.dropFirst(isSigned ? 1 : 0) {
      let digit = byte &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      let (tens, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      // Downwards, since the lowest number has no counterpart.
      let (next, overflows) = tens.subtractingReportingOverflow(Int64(digit))
      if isTooLarge || overflows { return nil }
      value = next
    }
    if isNegative { return value }
    return value == .min ? nil : -value
  }

  /// The nearest double; nil for anything but a number, and for a number beyond all doubles.
  package var double: Double? {
    guard isA(CJSON_NUMBER), let value = Double(String(decoding: raw, as: UTF8.self)) else {
      return nil
    }
    return value.isFinite ? value : nil
  }

  /// The value as it stood in the document, byte for byte.
  package var raw: ArraySlice<UInt8> {
    document.bytes[Int(start)..<Int(end)]
  }
}
