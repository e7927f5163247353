internal import CSimdJSON

/// A value inside a parsed document; holds the document alive.
///
/// The whole document is checked when it is parsed, against RFC 8259: no byte order mark, UTF-8 only,
/// no trailing commas, at most 64 containers inside each other. Numbers of any size are accepted and
/// stay whole in `raw`. Of equal names in one object the first counts. A `\u` escape that is half a
/// surrogate pair is accepted, since servers do cut texts there: `string` gives U+FFFD for it.
package struct JSONValue: Sendable {
  let document: JSONDocument
  let index: Int

  /// - Throws: `JSONError.invalid`, with the place.
  package init(parsing bytes: [UInt8]) throws(JSONError) {
    self.init(try JSONDocument(bytes), 0)
  }

  private init(_ document: JSONDocument, _ index: Int) {
    self.document = document
    self.index = index
  }

  private var node: cjson_node { document.nodes[index] }
  private var kind: cjson_kind { cjson_kind(node.kind) }

  package var isObject: Bool { kind == CJSON_OBJECT }
  package var isNull: Bool { kind == CJSON_NULL }

  package var bool: Bool? {
    switch kind {
    case CJSON_TRUE: true
    case CJSON_FALSE: false
    default: nil
    }
  }

  /// The member of an object; nil where this is no object or has no such member.
  package subscript(key: String) -> JSONValue? {
    guard isObject else { return nil }
    var key = key
    let place = key.withUTF8 { document.member($0, from: index + 1, to: Int(node.next)) }
    return place.map { JSONValue(document, $0) }
  }

  /// The items of an array; nil for anything else.
  package var array: [JSONValue]? {
    guard kind == CJSON_ARRAY else { return nil }
    var items: [JSONValue] = []
    let end = Int(node.next)
    var at = index + 1
    while at < end {
      items.append(JSONValue(document, at))
      at = Int(document.nodes[at].next)
    }
    return items
  }

  /// The members of an object in their order, equal names included; nil for anything else.
  package var members: [(key: String, value: JSONValue)]? {
    guard isObject else { return nil }
    var members: [(key: String, value: JSONValue)] = []
    let end = Int(node.next)
    var at = index + 1
    while at < end {
      members.append((document.string(at), JSONValue(document, at + 1)))
      at = Int(document.nodes[at + 1].next)
    }
    return members
  }

  /// The text of a string, escapes resolved; nil for anything else.
  package var string: String? {
    guard kind == CJSON_PLAIN_STRING || kind == CJSON_ESCAPED_STRING else { return nil }
    return document.string(index)
  }

  /// An integer that was written as one and fits.
  package var int: Int64? {
    guard kind == CJSON_NUMBER else { return nil }
    return Int64(String(decoding: raw, as: UTF8.self))
  }

  /// The nearest double; nil for anything but a number, and for a number beyond all doubles.
  package var double: Double? {
    guard kind == CJSON_NUMBER, let value = Double(String(decoding: raw, as: UTF8.self)) else {
      return nil
    }
    return value.isFinite ? value : nil
  }

  /// The value as it stood in the document, byte for byte.
  package var raw: ArraySlice<UInt8> {
    document.bytes[Int(node.start)..<Int(node.end)]
  }
}
