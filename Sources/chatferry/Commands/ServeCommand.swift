internal import LocalInbox
internal import Synchronization
internal import WhatsAppExport

/// `chatferry serve`: the embedded inbox, until a signal ends it.
@MainActor struct ServeCommand {
  let run: Run

  func callAsFunction() async throws -> ExitStatus {
    // The first import should not wait for it.
    ChatReader.prepare()
    let (host, port) = try Self.address(run.arguments.value(of: .listen) ?? "127.0.0.1:0")
    let inbox = try LocalInbox(
      dataDirectory: UserFolders.localData(run.settings), host: host, port: port)
    let signal = Mutex<CheckedContinuation<Void, Never>?>(nil)
    await withCheckedContinuation { waiting in
      signal.withLock { $0 = waiting }
      Interruption.shared.cooperate { signal.withLock { $0.take() }?.resume() }
      do {
        try run.console.result([
          StyledText("inbox  ", .dim) + StyledText(inbox.url, .bold),
          StyledText("token  ", .dim) + StyledText(inbox.tokenFile),
        ])
        run.console.info("the inbox answers; Ctrl-C ends it")
      } catch {
        // Nobody reads what was asked for; the inbox may still be wanted.
        run.console.warning("\(error)")
      }
    }
    inbox.stop()
    return Interruption.shared.status ?? .allDone
  }

  /// Host and port of `127.0.0.1:PORT`, `[::1]:PORT` or `localhost:PORT`.
  ///
  /// - Throws: `listenElsewhere` for every other host.
  nonisolated static func address(_ text: String) throws(CommandError) -> (
    host: String, port: UInt16
  ) {
    guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...])
    else {
      throw .badValue(text, origin: .option("--listen"), expected: "an address like 127.0.0.1:8080")
    }
    var host = String(text[..<colon])
    if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
    guard Settings.isLoopback(host.lowercased()) else { throw .listenElsewhere(text) }
    return (host, port)
  }
}
