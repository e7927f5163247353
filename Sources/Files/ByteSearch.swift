internal import CLinux

/// Searching in bytes, as fast as the C library does it.
package enum ByteSearch {
  /// Where `wanted` stands for the first time; nil where it does not.
  package static func firstOffset(
    of wanted: UnsafeRawBufferPointer, in bytes: UnsafeRawBufferPointer
  ) -> Int? {
    guard let start = bytes.baseAddress, let word = wanted.baseAddress else { return nil }
    guard let found = shim_memmem(start, UInt(bytes.count), word, UInt(wanted.count)) else {
      return nil
    }
    return UnsafeRawPointer(found) - start
  }
}
