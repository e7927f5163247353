internal import CLinux

/// The memory of this process, which holds a token and other people's messages.
package enum PrivateMemory {
  /// From now on no crash leaves a core file, and no other process of the same user reads this one's memory or the
  /// environment that it was started with (`PR_SET_DUMPABLE`, `RLIMIT_CORE`). Where the system refuses it, the run
  /// goes on: a token in a file is no worse off than before.
  package static func begin() { _ = shim_keep_memory_private() }

  /// Whether that is so.
  package static var isKept: Bool { shim_is_memory_private() != 0 }
}
