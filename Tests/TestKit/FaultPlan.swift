package import Files
internal import Synchronization

/// Lets the n-th system call of a run fail, and counts the calls.
package final class FaultPlan: Sendable {
  package enum Call: String, Sendable {
    case open, write, sync, rename, remove, syncFileSystem
  }

  /// nil: nothing fails.
  private let failing: (call: Call, number: Int, code: Int32)?
  private let counts = Mutex<[Call: Int]>([:])
  /// The longest step of a write, for short writes.
  private let writeLimit: Int
  /// As after a kill: whatever follows the failing call fails too.
  private let isLast: Bool
  private let isDead = Mutex(false)

  package init(
    failing: (call: Call, number: Int, code: Int32)? = nil, writeLimit: Int = .max,
    isLast: Bool = false
  ) {
    self.failing = failing
    self.isLast = isLast
    self.writeLimit = writeLimit
  }

  package func count(of call: Call) -> Int { counts.withLock { $0[call, default: 0] } }

  private func fault(_ call: Call) -> Int32? {
    let number = counts.withLock {
      $0[call, default: 0] += 1
      return $0[call, default: 0]
    }
    guard let failing else { return nil }
    if isDead.withLock({ $0 }) { return failing.code }
    guard failing.call == call, failing.number == number else { return nil }
    if isLast { isDead.withLock { $0 = true } }
    return failing.code
  }

  package var operations: FileOperations {
    let real = FileOperations.system
    var faulty = real
    faulty.open = { path, flags, mode in
      self.fault(.open).map { -$0 } ?? real.open(path, flags, mode)
    }
    faulty.write = { [writeLimit] descriptor, bytes in
      if let code = self.fault(.write) { return -Int(code) }
      return real.write(descriptor, UnsafeRawBufferPointer(rebasing: bytes.prefix(writeLimit)))
    }
    faulty.sync = { self.fault(.sync).map { -$0 } ?? real.sync($0) }
    faulty.rename = { from, to in self.fault(.rename).map { -$0 } ?? real.rename(from, to) }
    faulty.remove = { self.fault(.remove).map { -$0 } ?? real.remove($0) }
    faulty.syncFileSystem = {
      self.fault(.syncFileSystem).map { -$0 } ?? real.syncFileSystem($0)
    }
    return faulty
  }
}
