/// The embedded inbox: the Inbox API over loopback HTTP, kept in SQLite and a folder of media.
package final class LocalInbox {
  /// `http://127.0.0.1:PORT`.
  package let url: String
  package let token: String
  /// Where foreign callers find the token (0600).
  package let tokenFile: String

  /// Starts to answer at once.
  /// - Parameter port: 0 takes any free one.
  package init(dataDirectory: String, host: String = "127.0.0.1", port: UInt16 = 0)
    throws(LocalInboxError)
  { fatalError() }

  /// Stops answering; open requests are finished. Also done by `deinit`.
  package func stop() { fatalError() }
}

package enum LocalInboxError: Error, Equatable, Sendable {
  case notLoopback(host: String)
}
