internal import Files
internal import Synchronization

/// Hashes of keys, written to the disk: what a long walk has given. Adding is cheap, asking means reading all.
///
/// Memory: one block of 64 KiB; the file is made when that is full.
final class KeyLog: Sendable {
  private static let blockKeys = 8_192

  private struct State: Sendable {
    var count = 0
    /// Not in the file yet.
    var pending: [Int] = []
    var file: TemporaryFile?
  }

  private let state = Mutex(State())

  /// How many were added.
  var count: Int { state.withLock { $0.count } }

  /// Adds hashes of this process.
  func append(_ keys: [Int]) throws(FilesError) {
    try state.withLock { state throws(FilesError) in
      state.count += keys.count
      state.pending += keys
      guard state.pending.count >= Self.blockKeys else { return }
      if state.file == nil { state.file = try TemporaryFile(in: nil) }
      try state.file?.append(state.pending)
      state.pending.removeAll(keepingCapacity: true)
    }
  }

  /// Those of `keys` that were added.
  func intersection(_ keys: Set<Int>) throws(FilesError) -> Set<Int> {
    var found: Set<Int> = []
    try forEach { if keys.contains($0) { found.insert($0) } }
    return found
  }

  func all() throws(FilesError) -> Set<Int> {
    var keys: Set<Int> = []
    try forEach { keys.insert($0) }
    return keys
  }

  private func forEach(_ body: (Int) -> Void) throws(FilesError) {
    try state.withLock { state throws(FilesError) in
      state.pending.forEach(body)
      guard let file = state.file else { return }
      var block = [Int](repeating: 0, count: Self.blockKeys)
      var position: Int64 = 0
      while true {
        let count = try file.read(&block, at: position)
        if count == 0 { return }
        position += Int64(count * MemoryLayout<Int>.size)
        block[..<count].forEach(body)
      }
    }
  }
}

extension TemporaryFile {
  fileprivate func append(_ keys: [Int]) throws(FilesError) {
    let failure: FilesError? = keys.withUnsafeBytes { bytes in
      do throws(FilesError) {
        try append(bytes)
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }

  /// How many keys were read; 0 at the end.
  fileprivate func read(_ keys: inout [Int], at position: Int64) throws(FilesError) -> Int {
    let result: Result<Int, FilesError> = keys.withUnsafeMutableBytes { bytes in
      do throws(FilesError) {
        return .success(try read(into: bytes, at: position))
      } catch {
        return .failure(error)
      }
    }
    return try result.get() / MemoryLayout<Int>.size
  }
}
