/// How a client behaves towards one server.
package struct ClientSettings: Sendable {
  /// Requests that may be under way at once; fewer while the server says that it is too much.
  package var jobs = 4
  /// nil: no limit of our own.
  package var requestsPerSecond: Double?
  /// A longer `Retry-After` ends the run (exit 75) in place of being waited for.
  package var longestRetryAfter: Duration = .seconds(120)
  /// How long a server counts requests before it begins anew: a 429 that does not say how long to wait is waited out for
  /// so long. nil: nobody knows.
  package var throttleWindow: Duration?
  /// Where the token stands, where a server wants it elsewhere than its kind usually has it.
  package var tokenHeader: TokenHeader?
  /// Time source of every wait; tests replace it.
  package var clock: any Clock<Duration> = ContinuousClock()
  /// A file of the authorities that may vouch for the server; nil: the system's. Nothing but a test sets it.
  package var authorities: String?
  /// Names of the item fields that the vendor never published.
  package var importProfile = ImportProfile()
  /// A transfer slower than 1 KiB/s for as long as this is given up; in whole seconds.
  package var stallLimit: Duration = .seconds(60)
  /// The same for createChatImport, whose answer comes only when the server has read the whole chat.
  package var importStallLimit: Duration = .seconds(600)

  package init() {}
}
