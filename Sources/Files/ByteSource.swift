/// A stream of bytes that is pulled: nothing is read before it is asked for.
package protocol ByteSource: AnyObject {
  /// Copies the next bytes into `buffer` and returns how many; 0 at the end, and only there.
  ///
  /// - Throws: the error of whatever lies beneath. After an error the source is finished.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}
