internal import CSQLite

/// One compiled statement. Parameters count from 1, columns from 0, as in SQLite.
///
/// To be used by one thread at a time, together with the other statements of its connection.
package struct Statement: ~Copyable {
  private let handle: OpaquePointer

  init(handle: OpaquePointer) { self.handle = handle }

  deinit { sqlite3_finalize(handle) }

  /// Gives a parameter its value, which stays through `reset`.
  package borrowing func bind(_ value: Int64?, at index: Int) throws(StoreError) {
    let index = Int32(index)
    guard let value else { return try check(sqlite3_bind_null(handle, index)) }
    try check(sqlite3_bind_int64(handle, index, value))
  }

  /// Gives a parameter its value; the text is copied.
  package borrowing func bind(_ value: String?, at index: Int) throws(StoreError) {
    guard var value else { return try check(sqlite3_bind_null(handle, Int32(index))) }
    let code = value.withUTF8 {
      shim_bind_text(handle, Int32(index), $0.baseAddress, UInt64($0.count))
    }
    try check(code)
  }

  /// Gives a parameter its value as bytes; they are copied.
  package borrowing func bind(_ value: Span<UInt8>, at index: Int) throws(StoreError) {
    let code = value.withUnsafeBufferPointer {
      shim_bind_blob(handle, Int32(index), $0.baseAddress, UInt64($0.count))
    }
    try check(code)
  }

  /// Gives a parameter its value as text; the bytes are copied and must be valid UTF-8.
  package borrowing func bind(utf8 value: Span<UInt8>, at index: Int) throws(StoreError) {
    let code = value.withUnsafeBufferPointer {
      shim_bind_text(handle, Int32(index), $0.baseAddress, UInt64($0.count))
    }
    try check(code)
  }

  /// Goes to the next row; false when there is none (any more).
  package borrowing func step() throws(StoreError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      throw StoreError(
        code, stepping: handle, on: sqlite3_db_handle(handle),
        doing: String(cString: sqlite3_sql(handle)))
    }
  }

  /// Steps to the end and makes the statement ready for other values.
  package borrowing func run() throws(StoreError) {
    do throws(StoreError) {
      while try step() {}
    } catch {
      sqlite3_reset(handle)
      throw error
    }
    try reset()
  }

  /// Back to before the first row. Values stay bound.
  ///
  /// Never fails for what an earlier `step` has reported already.
  package borrowing func reset() throws(StoreError) { sqlite3_reset(handle) }

  /// A number of the current row; nil for NULL.
  package borrowing func int(_ column: Int) -> Int64? {
    isNull(column) ? nil : sqlite3_column_int64(handle, Int32(column))
  }

  /// A text of the current row; nil for NULL.
  package borrowing func string(_ column: Int) -> String? {
    guard !isNull(column), let text = sqlite3_column_text(handle, Int32(column)) else {
      return nil
    }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
  }

  /// The bytes of a blob or a text of the current row, copied; nil for NULL.
  package borrowing func bytes(_ column: Int) -> [UInt8]? {
    guard !isNull(column) else { return nil }
    let start = sqlite3_column_blob(handle, Int32(column))
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return [UInt8](UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  /// Lends the bytes of a blob or a text of the current row; an empty span for NULL.
  package borrowing func withBytes<R>(_ column: Int, _ body: (Span<UInt8>) throws -> R) rethrows
    -> R
  {
    let start = sqlite3_column_blob(handle, Int32(column))
    let count = start == nil ? 0 : Int(sqlite3_column_bytes(handle, Int32(column)))
    let bytes = UnsafeBufferPointer(
      start: start?.assumingMemoryBound(to: UInt8.self), count: count)
    return try body(bytes.span)
  }

  /// Whether a column of the current row is NULL.
  package borrowing func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }

  private borrowing func check(_ code: Int32) throws(StoreError) {
    guard code == SQLITE_OK else {
      throw StoreError(
        code, stepping: handle, on: sqlite3_db_handle(handle),
        doing: String(cString: sqlite3_sql(handle)))
    }
  }
}
