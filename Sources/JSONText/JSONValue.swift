/// A value inside a parsed document; holds the document alive.
package struct JSONValue: Sendable {
  package init(parsing bytes: [UInt8]) throws(JSONError) { fatalError() }

  /// The member of an object; nil where this is no object or has no such member.
  package subscript(key: String) -> JSONValue? { fatalError() }
  /// The items of an array; nil for anything else.
  package var array: [JSONValue]? { fatalError() }
  /// The members of an object in their order; nil for anything else.
  package var members: [(key: String, value: JSONValue)]? { fatalError() }
  package var string: String? { fatalError() }
  /// An integer that was written as one and fits.
  package var int: Int64? { fatalError() }
  package var double: Double? { fatalError() }
  package var bool: Bool? { fatalError() }
  package var isNull: Bool { fatalError() }
  /// The value as it stood in the document, byte for byte.
  package var raw: ArraySlice<UInt8> { fatalError() }
}

/// Why a text is not JSON that chatferry accepts.
package enum JSONError: Error, Equatable, Sendable {
  case invalid(reason: String)
}
