internal import Files

/// Where the journals and locks of one inbox are kept.
package enum StateFolder {
  /// The inbox's key may hold a path or an address, and stays out of the name.
  ///
  /// - Parameter stateDirectory: `$XDG_STATE_HOME/chatferry`.
  package static func path(of inboxKey: String, below stateDirectory: String) -> String {
    let digest = SHA256.digest(of: Array(inboxKey.utf8).span).hex
    return "\(stateDirectory)/imports/\(digest.prefix(16))"
  }
}
