internal import CSimdJSON
internal import Glibc

/// What was picked out of one value.
package struct JSONPieces: Sendable {
  typealias Piece = cjson_piece

  /// What was picked out of the values of one text, row by row.
  ///
  /// Unchecked: nothing of it changes between `init` and `deinit`, which frees the pieces.
  fileprivate final class Table: @unchecked Sendable {
    let document: JSONDocument
    let pieces: UnsafeMutablePointer<Piece>

    init(_ document: JSONDocument, _ pieces: UnsafeMutablePointer<Piece>) {
      self.document = document
      self.pieces = pieces
    }

    deinit { cjson_free(pieces) }
  }

  private let table: Table
  /// Where the row begins.
  private let start: Int

  private init(_ table: Table, _ start: Int) {
    self.table = table
    self.start = start
  }

  /// Picks out of a value that was parsed by itself.
  package init(_ value: JSONValue, _ picks: JSONPicks) {
    let whole = value.takenApart
    let document = whole.document
    guard let pieces = cjson_new_pieces(picks.count) else {
      preconditionFailure("out of memory for \(picks.count) pieces")
    }
    document.bytes.withUnsafeBufferPointer { bytes in
      cjson_pick_nodes(bytes.baseAddress, document.nodes, whole.node, picks.base, pieces)
    }
    self.init(Table(document, pieces), 0)
  }

  /// The rows of a text.
  ///
  /// - Parameters:
  ///   - bytes: every byte was checked.
  ///   - found: `count` rows of `width` pieces each; is freed with the last of the rows.
  static func rows(
    _ count: Int, of width: Int, in bytes: [UInt8], _ found: UnsafeMutablePointer<Piece>
  ) -> [JSONPieces] {
    let table = Table(JSONDocument(checked: bytes), found)
    return (0..<count).map { JSONPieces(table, $0 * width) }
  }

  /// Whether there is such a value.
  package func has(_ pick: Int) -> Bool { table.pieces[start + pick].end != 0 }

  /// nil where there is no such value.
  package subscript(pick: Int) -> JSONValue? {
    let piece = table.pieces[start + pick]
    return piece.end == 0 ? nil : JSONValue(table.document, piece)
  }

  /// nil also where the value is null.
  package func nonNull(_ pick: Int) -> JSONValue? {
    let piece = table.pieces[start + pick]
    return piece.end == 0 || piece.kind == CJSON_NULL.rawValue
      ? nil : JSONValue(table.document, piece)
  }

  /// nil where the value is neither true nor false.
  package func bool(_ pick: Int) -> Bool? {
    let kind = table.pieces[start + pick].kind
    if kind == CJSON_TRUE.rawValue { return true }
    return kind == CJSON_FALSE.rawValue ? false : nil
  }

  /// Whether the value is a string of that text.
  package func isText(_ pick: Int, _ text: StaticString) -> Bool {
    let piece = table.pieces[start + pick]
    guard piece.kind == CJSON_PLAIN_STRING.rawValue else {
      return self[pick]?.isText(text) ?? false
    }
    let count = Int(piece.end - piece.start) - 2
    return count == text.utf8CodeUnitCount
      && table.document.bytes.withUnsafeBufferPointer { bytes in
        bytes.baseAddress.map { memcmp($0 + Int(piece.start) + 1, text.utf8Start, count) } == 0
      }
  }

  /// The value itself.
  package var whole: JSONValue { JSONValue(table.document, table.pieces[start]) }

  /// Whether the values inside the pieces can be had at once (`JSONValue.takenApart`).
  package var isTakenApart: Bool { table.document.nodes != nil }
}
