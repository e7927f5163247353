package import InboxAPI
package import WhatsAppExport

/// Imports exports into one inbox, and can be stopped and started again at any point.
///
/// Runs on a queue of its own, since it reads archives and writes its journal there.
package actor ImportRun {
  /// - Parameters:
  ///   - exports: opened, in the user's order; they belong to this run from now on.
  ///   - client: nil is enough for a dry run.
  ///   - inboxKey: names server and inbox for the journal: the origin, and for the embedded inbox its
  ///     data folder. The same inbox must always get the same key.
  ///   - stateDirectory: `$XDG_STATE_HOME/chatferry`; journals and locks are made below it.
  package init(
    _ exports: sending [ExportArchive], client: GetChatClient?, inboxKey: String,
    stateDirectory: String, options: ImportOptions, progress: (any ImportProgress)? = nil,
    clock: ImportClock = .system
  ) { fatalError() }

  /// Imports every chat of the exports, one after the other. Cancelling the task stops it at the next safe
  /// point, with `stop` being `interrupted`.
  package func run() async -> ImportReport { fatalError() }
}
