internal import Glibc

/// Writes to a descriptor that somebody else opened and will close: standard output.
///
/// Nothing is buffered here. The process must ignore `SIGPIPE`, or it dies before it can say so.
package final class DescriptorSink: ByteSink {
  private let descriptor: Int32
  private let name: String
  private let operations: FileOperations

  /// - Parameter name: how error messages call it.
  package init(
    descriptor: Int32, name: String = "standard output", operations: FileOperations = .system
  ) {
    self.descriptor = descriptor
    self.name = name
    self.operations = operations
  }

  /// - Throws: `readerGone` when the other end of a pipe was closed, else `cannotWrite`.
  package func write(_ bytes: Span<UInt8>) throws(FilesError) {
    let code = bytes.withUnsafeBytes { operations.writeAll($0, to: descriptor) }
    switch -code {
    case 0: return
    case EPIPE: throw .readerGone(name: name)
    case let code: throw .cannotWrite(path: name, code: code)
    }
  }

  package func flush() throws(FilesError) {}
}
