internal import CXXHash

/// XXH3-64, a fast hash for identities; it does not withstand an attacker who looks for equal ones.
package struct XXH3: ~Copyable {
  private let state: OpaquePointer

  package init() {
    guard let state = XXH3_createState() else { preconditionFailure("out of memory for XXH3") }
    self.state = state
    XXH3_64bits_reset(state)
  }

  deinit { XXH3_freeState(state) }

  package mutating func update(_ bytes: Span<UInt8>) {
    _ = bytes.withUnsafeBytes { XXH3_64bits_update(state, $0.baseAddress, $0.count) }
  }

  /// The hash of everything since the last `finish()`; begins anew.
  package mutating func finish() -> UInt64 {
    let hash = XXH3_64bits_digest(state)
    XXH3_64bits_reset(state)
    return hash
  }

  /// The hash of one piece of memory.
  package static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    bytes.withUnsafeBytes { XXH3_64bits($0.baseAddress, $0.count) }
  }
}
