/// A connection to one SQLite file, for one thread at a time.
package final class Database {
  package init(path: String) throws(StoreError) { fatalError() }
  package func execute(_ sql: String) throws(StoreError) { fatalError() }
  package func prepare(_ sql: String) throws(StoreError) -> Statement { fatalError() }
  package func transaction<R>(_ body: () throws -> R) throws -> R { fatalError() }
}

package struct Statement: ~Copyable {
  package borrowing func bind(_ value: Int64?, at index: Int) throws(StoreError) { fatalError() }
  package borrowing func bind(_ value: String?, at index: Int) throws(StoreError) { fatalError() }
  package borrowing func bind(_ value: Span<UInt8>, at index: Int) throws(StoreError) {
    fatalError()
  }
  package borrowing func step() throws(StoreError) -> Bool { fatalError() }
  package borrowing func reset() throws(StoreError) { fatalError() }
  package borrowing func int(_ column: Int) -> Int64? { fatalError() }
  package borrowing func string(_ column: Int) -> String? { fatalError() }
  package borrowing func bytes(_ column: Int) -> [UInt8]? { fatalError() }
}

package enum StoreError: Error, Equatable, Sendable {
  case failed(code: Int32, message: String, doing: String)
}
