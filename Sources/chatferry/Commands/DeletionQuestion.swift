internal import InboxAPI
internal import InboxBackup

/// Shows what will be lost and asks for the word that it may go.
struct DeletionQuestion: Sendable {
  enum Confirmation: Sendable {
    /// A dry run.
    case none
    case typed
    case given(String)
  }

  let console: Console
  let order: DeletionOrder
  let confirmation: Confirmation

  @MainActor func answer(_ subject: DeletionCase) throws(CommandError) -> DeletionConsent {
    show(subject)
    switch confirmation {
    case .none: return .none
    case .given(let proof): return .proof(proof)
    case .typed:
      let question = Question(console: console)
      return .name(
        try question.answer(
          to: "Type the name of the inbox, \(subject.name), to delete it: ",
          what: "the inbox's name"))
    }
  }

  private func show(_ subject: DeletionCase) {
    let head =
      "\(order.words), \(subject.name), number \(subject.number): this cannot be undone; "
      + "the inbox loses"
    let lines = [
      "\(counted(subject.messages, "message")) of \(counted(subject.chats, "chat"))"
        + (subject.newestMessage.map { ", the newest of \(UTCText.of($0))" } ?? ""),
      "\(counted(subject.media, "file")) of \(size(subject.mediaBytes))",
      Self.words(subject.kinds),
      "statistics and studio data of the platform, which no interface gives and no backup holds",
      subject.kind == .getChat
        ? "and what the online platform alone has: the backup is of a get.chat inbox with the same number"
        : "",
    ].filter { !$0.isEmpty }
    console.warning(([head] + lines.map { "- " + $0 }).joined(separator: "\n"))
    if !subject.accountKinds.isEmpty {
      console.info("of the account, the backup also holds " + Self.words(subject.accountKinds))
    }
    showCopies(of: subject)
  }

  private func showCopies(of subject: DeletionCase) {
    let head = "then generation \(subject.generation) of this backup"
    guard !subject.copies.isEmpty else {
      return console.warning(
        "\(head) is the only copy that chatferry knows of; keep another one on another disk, "
          + "and name it with --copy to have it read as well")
    }
    let paths = subject.copies.map(\.path).joined(separator: ", ")
    guard subject.copies.allSatisfy(\.isOnSameDisk) else {
      return console.info("\(head) is left, and as whole in \(paths)")
    }
    console.warning(
      "\(head) is left, and as whole in \(paths), but all on one disk; keep a copy on another one")
  }

  /// `contacts: 4, webhooks: 1`
  private static func words(_ kinds: [(name: String, items: Int)]) -> String {
    kinds.map { "\($0.name.replacing("_", with: " ")): \(grouped($0.items))" }
      .joined(separator: ", ")
  }
}
