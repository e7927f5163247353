package import SQLiteStore

/// Why the local inbox cannot be started.
package enum LocalInboxError: Error, Equatable, Sendable {
  /// Other machines could reach that address.
  case notLoopback(host: String)
  /// The address cannot be listened on.
  case cannotListen(address: String, reason: String)
  /// Something in the data directory cannot be made or read.
  case cannotPrepare(path: String, reason: String)
  /// The file that holds the token holds something else.
  case tokenUnreadable(path: String)
  /// The database cannot be opened or brought to the current format.
  case store(path: String, StoreError)
}

extension LocalInboxError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notLoopback(let host):
      "\(host) is no loopback address: the local inbox answers this machine only; "
        + "use 127.0.0.1, ::1 or localhost"
    case .cannotListen(let address, let reason):
      "\(address) cannot be listened on (\(reason)); choose another port, or 0 for any free one"
    case .cannotPrepare(let path, let reason):
      "\(path) cannot be prepared (\(reason)); check the data directory, its rights and its disk"
    case .tokenUnreadable(let path):
      "\(path) holds no token; remove the file, and the next start makes a new one"
    case .store(let path, let error):
      "\(path): \(error)"
    }
  }
}
