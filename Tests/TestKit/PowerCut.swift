package import Files
internal import Glibc
internal import Synchronization

/// A disk that forgets what was not synced when the power goes, at the n-th call that changes it.
///
/// Until then every call does its work. Afterwards all fail, and `lose` takes from the files what no sync had made
/// durable: bytes written since, and, where that is asked for, renames whose folder was not synced.
package final class PowerCut: Sendable {
  private struct Rename: Sendable {
    var from: String
    var to: String
    /// What stood at `to` before.
    var replaced: [UInt8]?
  }

  private struct State: Sendable {
    var paths: [Int32: String] = [:]
    /// Bytes of files that were written to, as far as they are durable.
    var durable: [String: Int] = [:]
    var renames: [Rename] = []
    var calls = 0
  }

  private let cut: Int
  private let state = Mutex(State())

  /// - Parameter number: of the call at which the power goes; nil for never.
  package init(at number: Int? = nil) { cut = number ?? .max }

  /// How many calls have changed the disk.
  package var calls: Int { state.withLock { $0.calls } }

  /// Whether the call is still done.
  private func lives(_ state: inout State) -> Bool {
    state.calls += 1
    return state.calls < cut
  }

  package var operations: FileOperations {
    let real = FileOperations.system
    var faulty = real
    faulty.open = { path, flags, mode in
      self.state.withLock { state in
        if state.calls >= self.cut { return -EIO }
        let descriptor = real.open(path, flags, mode)
        if descriptor >= 0 {
          state.paths[descriptor] = path
          if flags & O_TRUNC != 0 { state.durable[path] = 0 }
        }
        return descriptor
      }
    }
    faulty.write = { descriptor, bytes in
      self.state.withLock { state in
        guard self.lives(&state) else { return -Int(EIO) }
        if let path = state.paths[descriptor], state.durable[path] == nil {
          state.durable[path] = Self.size(path)
        }
        return real.write(descriptor, bytes)
      }
    }
    faulty.sync = { descriptor in
      self.state.withLock { state in
        guard self.lives(&state) else { return -EIO }
        if let path = state.paths[descriptor] {
          state.durable[path] = nil
          state.renames.removeAll { FilePath.folder(of: $0.to) == path }
        }
        return 0
      }
    }
    faulty.rename = { from, to in
      self.state.withLock { state in
        guard self.lives(&state) else { return -EIO }
        let replaced = try? FileSource.contents(of: to, limit: 1 << 20)
        let code = real.rename(from, to)
        if code == 0 {
          state.durable[to] = state.durable.removeValue(forKey: from)
          for (descriptor, path) in state.paths where path == from { state.paths[descriptor] = to }
          state.renames.append(Rename(from: from, to: to, replaced: replaced))
        }
        return code
      }
    }
    faulty.remove = { path in
      self.state.withLock { state in
        guard self.lives(&state) else { return -EIO }
        state.durable[path] = nil
        return real.remove(path)
      }
    }
    faulty.syncFileSystem = { _ in
      self.state.withLock { state in
        guard self.lives(&state) else { return -EIO }
        state.durable = [:]
        state.renames = []
        return 0
      }
    }
    return faulty
  }

  /// What the disk shows when the power is back.
  ///
  /// - Parameter undoesRenames: file systems may keep a new name or not, and with it bytes that they lost.
  package func lose(undoesRenames: Bool) {
    state.withLock { state in
      for (path, size) in state.durable where Self.size(path) > size { truncate(path, size) }
      guard undoesRenames else { return }
      for rename in state.renames.reversed() where Glibc.rename(rename.to, rename.from) == 0 {
        guard let bytes = rename.replaced, let file = fopen(rename.to, "w") else { continue }
        _ = fwrite(bytes, 1, bytes.count, file)
        fclose(file)
      }
    }
  }

  private static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}
