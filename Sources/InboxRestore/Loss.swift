/// Something of a backup that the API has no means to bring back.
package struct Loss: Sendable, Equatable {
  /// A stable word, listed in `docs/cli.md`.
  package let what: String
  package let count: Int
  /// What becomes of it.
  package let why: String

  package init(_ what: String, _ count: Int, _ why: String) {
    self.what = what
    self.count = count
    self.why = why
  }
}

/// Counts what a chat text cannot say.
struct LossCount {
  var messages = 0
  var gone = 0
  var timeless = 0
  var authors = 0
  var quotes = 0
  var forwarded = 0
  var edited = 0
  var reactions = 0
  var kinds = 0
  var texts = 0
  var furtherFiles = 0
  var lostFiles = 0
  var foreignChats = 0
  var emptyChats = 0

  /// In the order in which they are listed.
  var losses: [Loss] {
    let all = [
      Loss(
        "message_facts", messages,
        "ids are given anew; times of sending, delivery and reading are not kept"),
      Loss("message_authors", authors, "which user of the inbox wrote a message is not kept"),
      Loss("message_quotes", quotes, "which message is quoted is not kept"),
      Loss("message_forwards", forwarded, "that a message was forwarded is not kept"),
      Loss(
        "message_edits", edited, "the text comes as it was last; that it was edited is not kept"),
      Loss("message_reactions", reactions, "reactions that hang on a message are not kept"),
      Loss(
        "message_kinds", kinds,
        "templates, buttons, places, contacts, orders and the like come back as their words"),
      Loss(
        "message_texts", texts,
        "line ends become line feeds, an empty text its kind in brackets, and what could be a header or the app's own words "
          + "gets a sign that shows nothing beside it"),
      Loss("messages_without_time", timeless, "a chat text has no place for them"),
      Loss(
        "further_files", furtherFiles,
        "a message has room for one file; the others come as messages of their own behind it"),
      Loss(
        "lost_files", lostFiles,
        "the backup does not have them; the message says that something is left out"),
      Loss("chats_without_number", foreignChats, "a chat is made by its partner's phone number"),
      Loss(
        "chats_without_messages", emptyChats,
        "a chat is made by a message that somebody wrote in it"),
    ]
    return all.filter { $0.count > 0 }
  }

  mutating func add(_ other: LossCount) {
    messages += other.messages
    gone += other.gone
    timeless += other.timeless
    authors += other.authors
    quotes += other.quotes
    forwarded += other.forwarded
    edited += other.edited
    reactions += other.reactions
    kinds += other.kinds
    texts += other.texts
    furtherFiles += other.furtherFiles
    lostFiles += other.lostFiles
    foreignChats += other.foreignChats
    emptyChats += other.emptyChats
  }
}
