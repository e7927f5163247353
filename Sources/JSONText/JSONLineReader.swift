internal import CSimdJSON

/// Picks out of the values of texts that hold one on each line.
///
/// Every byte is checked. Lines of a shape that was seen before, the same names in the same order, are only compared with it,
/// which takes a fifth of the time. Memory: some 100 KiB. Used by one thread at a time.
package final class JSONLineReader {
  private let picks: JSONPicks
  private let reader: OpaquePointer?

  package init(_ picks: JSONPicks) {
    self.picks = picks
    reader = cjson_new_line_reader(picks.base, picks.count, JSONDocument.depthLimit)
  }

  deinit { cjson_free_line_reader(reader) }

  /// Picks out of each line of a text, of which the last need not be ended.
  ///
  /// - Throws: `JSONError.invalid`, with the place in the first line that holds no value.
  package func pieces(of bytes: [UInt8]) throws(JSONError) -> [JSONPieces] {
    if bytes.isEmpty { return [] }
    var found: UnsafeMutablePointer<JSONPieces.Piece>?
    var count = 0
    let problem = bytes.withUnsafeBufferPointer {
      cjson_read_lines(reader, $0.baseAddress, $0.count, &found, &count)
    }
    if let problem { throw Self.error(in: bytes, String(cString: problem)) }
    guard let found else { return [] }
    return JSONPieces.rows(count, of: picks.count, in: bytes, found)
  }

  /// What is wrong with the first line that is no value.
  private static func error(in bytes: [UInt8], _ reason: String) -> JSONError {
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
    return .invalid(reason: reason, byteOffset: 0)
  }
}
