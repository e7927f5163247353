internal import Files

/// The embedded inbox: the Inbox API, and what of an online platform can be read, over loopback HTTP, kept in SQLite and a folder of media.
///
/// Several processes may have one data directory open at once. Everything is written so that a process may be killed
/// at any time.
package final class LocalInbox: Sendable {
  package struct Settings: Sendable, Equatable {
    /// The whole body of a chat import, in bytes; over it the answer is 413. Bounds the memory that an import takes.
    package var importLimitInBytes = 16 * 1024 * 1024
    /// The inbox's own WhatsApp number, digits only. Needed only by imports that name both participants.
    package var ownNumber: String?
    /// What links begin with; nil: where the inbox answers. One that never changes makes equal objects equal on any
    /// day, whatever port was free.
    package var linkOrigin: String?

    package init() {}
  }

  /// `http://127.0.0.1:PORT`.
  package let url: String
  package let token: String
  /// Where foreign callers find the token (0600).
  package let tokenFile: String
  /// The way in behind the API.
  package let seed: InboxSeed
  /// The same for the partner's numbers.
  package let partnerSeed: PartnerSeed
  /// The same for the online platform.
  package let onlineSeed: OnlineSeed

  private let server: HTTPServer

  /// Starts to answer at once.
  ///
  /// - Parameters:
  ///   - dataDirectory: made where it is missing, for its owner only.
  ///   - host: `localhost` or a loopback address.
  ///   - port: 0 takes any free one.
  /// - Throws: `LocalInboxError`.
  package init(
    dataDirectory: String, host: String = "127.0.0.1", port: UInt16 = 0,
    settings: Settings = Settings()
  ) throws(LocalInboxError) {
    let listener = try LoopbackListener(host: host, port: port)
    let url = "http://\(listener.hostInURL):\(listener.port)"
    let directory = try DataDirectory(preparing: dataDirectory)
    let token = try TokenFile.read(orMake: directory)
    let store = try InboxStore(path: directory.database)
    let service = InboxService(
      directory, store, settings: settings, origin: settings.linkOrigin ?? url, token: token)
    server = try HTTPServer(service, on: listener)
    seed = InboxSeed(service: service)
    partnerSeed = PartnerSeed(service: service)
    onlineSeed = OnlineSeed(service: service)
    self.url = url
    self.token = token
    tokenFile = directory.tokenFile
  }

  /// Stops answering; open requests are finished. Also done by `deinit`.
  package func stop() { server.stop() }
}
