internal import ChatImport
internal import WhatsAppExport

/// Asks who the user is in the chats, when nothing says it and somebody is there to answer. Never guesses.
struct MeQuestion {
  private let console: Console

  init(_ console: Console) { self.console = console }

  /// The names under which the user writes: those that are known, and those that were chosen.
  func asked(
    _ archives: [ExportArchive], _ options: ImportOptions
  ) throws(CommandError) -> [String] {
    var me = options.people.me
    guard me.isEmpty, console.canAsk else { return me }
    for archive in archives {
      guard let authors = authors(of: archive, options, me), authors.count > 1,
        !authors.contains(where: { $0.role == .me })
      else { continue }
      let choices = authors.map { "\($0.name) (\(counted($0.messages, "message")))" }
      let prompt = "Which of them are you, in the chat “\(archive.title)”?"
      guard let choice = try Question(console: console).choice(prompt, among: choices) else {
        continue
      }
      me.append(authors[choice].name)
    }
    return me
  }

  /// Nil for an export that cannot be read; the import itself says why.
  private func authors(
    of archive: ExportArchive, _ options: ImportOptions, _ me: [String]
  ) -> [ChatAuthor]? {
    var people = options.people
    people.me = me
    do throws(ExportError) {
      let reader = try ChatReader(archive, options: options.parse, people: people)
      while try reader.next() {}
      return reader.authors
    } catch {
      return nil
    }
  }
}
