internal import CSimdJSON

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

  /// Picks out of the values of a text that holds one on each line; the last line need not be ended. Every byte is checked.
  ///
  /// - Throws: `JSONError.invalid`, with the place in the first line that holds no value.
  package static func lines(
    _ bytes: [UInt8], _ picks: JSONPicks
  ) throws(JSONError) -> [JSONPieces] {
    if bytes.isEmpty { return [] }
    var found: UnsafeMutablePointer<Piece>?
    var count = 0
    var offset = 0
    let problem = bytes.withUnsafeBufferPointer {
      cjson_parse_lines(
        $0.baseAddress, $0.count, JSONDocument.depthLimit, picks.base, picks.count, &found, &count,
        &offset)
    }
    if let problem { throw error(in: bytes, String(cString: problem), offset) }
    guard let found else { return [] }
    let table = Table(JSONDocument(checked: bytes), found)
    return (0..<count).map { JSONPieces(table, $0 * picks.count) }
  }

  /// What is wrong with the first line that is no value.
  private static func error(in bytes: [UInt8], _ reason: String, _ byteOffset: Int) -> JSONError {
    var rest = bytes[...]
    while !rest.isEmpty {
      let line = rest.prefix { $0 != UInt8(ascii: "\n") }
      do throws(JSONError) {
        _ = try JSONDocument(Array(line))
      } catch {
        return error
      }
      rest = rest[line.endIndex...].dropFirst()
    }
    return .invalid(reason: reason, byteOffset: byteOffset)
  }

  /// Whether there is such a value.
  package func has(_ pick: Int) -> Bool { table.pieces[start + pick].end != 0 }

  /// nil where there is no such value.
  package subscript(pick: Int) -> JSONValue? {
    let piece = table.pieces[start + pick]
    return piece.end == 0 ? nil : JSONValue(table.document, piece)
  }

  /// The value itself.
  package var whole: JSONValue { JSONValue(table.document, table.pieces[start]) }

  /// Whether the values inside the pieces can be had at once (`JSONValue.takenApart`).
  package var isTakenApart: Bool { table.document.nodes != nil }
}
