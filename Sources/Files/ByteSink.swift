/// Where bytes go.
package protocol ByteSink: AnyObject {
  /// Takes all of `bytes`, or throws. After an error the sink is finished.
  func write(_ bytes: Span<UInt8>) throws(FilesError)
  /// Hands everything taken so far to the system.
  func flush() throws(FilesError)
}

extension ByteSink {
  /// Writes the buffer, and empties it for the next use.
  package func drain(_ buffer: inout [UInt8]) throws(FilesError) {
    try write(buffer.span)
    buffer.removeAll(keepingCapacity: true)
  }
}
