package import JSONText
internal import Synchronization

/// One message, as chatferry writes it: the same for an export, a backup and a live inbox.
///
/// A record is made to be reused. Its texts lie in one byte arena, and a field only says where: a reader
/// fills the same record a million times without allocating. What is pinned stays through `clear()`; a whole batch of
/// texts comes by `exchange`.
package struct MessageRecord: ~Copyable, Sendable {
  /// Where a text lies in the arena; `null` is the absence of a text, not an empty one.
  package struct Field: Sendable, Equatable {
    package let start: Int
    package let count: Int

    package static let null = Field(start: -1, count: 0)

    @inlinable package init(start: Int, count: Int) {
      self.start = start
      self.count = count
    }

    @inlinable package var isNull: Bool { start < 0 }
  }

  /// Seen from the inbox's owner.
  package enum Direction: UInt8, Sendable, CaseIterable {
    case incoming, outgoing, system, unknown
  }

  /// What a message is (contract of the record format).
  package enum Kind: UInt8, Sendable, CaseIterable {
    case text, image, video, audio, voice, sticker, document, contact, location, poll, call, media
    case deleted, system, template, interactive, reaction, order, unknown
  }

  /// A wall clock reading, without a zone.
  package struct WallTime: Sendable, Equatable, Hashable {
    /// Seconds since 1970-01-01T00:00:00 of the same wall clock.
    package var seconds: Int64
    /// Whether the source wrote seconds; without them the text ends with the minute.
    package var hasSeconds: Bool

    @inlinable package init(seconds: Int64, hasSeconds: Bool) {
      self.seconds = seconds
      self.hasSeconds = hasSeconds
    }
  }

  package enum MediaState: UInt8, Sendable, CaseIterable {
    case present, missing, omitted
  }

  package struct Media: Sendable {
    package var name = Field.null
    package var state: MediaState
    package var mimeType = Field.null
    /// In bytes; known for every present file.
    package var size: Int64?
    /// 64 lower-case hexadecimal digits.
    package var sha256 = Field.null
    /// Relative to the export's folder; only of a file that was copied.
    package var path = Field.null

    package init(state: MediaState) { self.state = state }
  }

  /// Points in time in POSIX seconds, written with the record's own offset.
  package struct Status: Sendable {
    package var sent: Int64?
    package var delivered: Int64?
    package var read: Int64?

    package init() {}
  }

  package enum Source: Sendable {
    /// `line` counts from 1.
    case export(file: Field, line: Int)
    /// `raw` is the server's own object, byte for byte.
    case getChat(raw: Field)
    case online(raw: Field)
  }

  @usableFromInline var arena = TextArena()
  @usableFromInline var pinnedCount = 0
  /// Another one for whatever is pinned in any record, so that pinned fields with one number and place have one text.
  private(set) var pinNumber = 0
  private static let pinNumbers = Atomic(0)

  /// Where the fields lie.
  @inlinable package var bytes: [UInt8] { _read { yield arena.bytes } }

  package var chat = Field.null
  package var id = Field.null
  package var localTime = WallTime(seconds: 0, hasSeconds: false)
  /// Minutes ahead of UTC; nil where no time zone is known.
  package var utcOffsetMinutes: Int32?
  package var direction = Direction.unknown
  package var authorName = Field.null
  package var authorNumber = Field.null
  package var kind = Kind.unknown
  package var text = Field.null
  package var media: Media?
  package var isEdited = false
  package var isForwarded = false
  package var replyTo = Field.null
  package var status: Status?
  package var tags: [Field] = []
  package var source: Source = .export(file: .null, line: 0)

  package init() {}

  /// Keeps everything stored so far through every later `clear()`.
  package mutating func pin() {
    pinnedCount = arena.count
    pinNumber = Self.pinNumbers.wrappingAdd(1, ordering: .relaxed).newValue
  }

  /// Takes another arena in exchange for its own, and pins what is in it; all fields are those of the new one from now on.
  package mutating func exchange(_ other: inout TextArena) {
    swap(&arena, &other)
    pin()
  }

  /// Forgets the message, but for `chat`, `source` and what was pinned.
  @inlinable package mutating func clear() {
    arena.clear(keeping: pinnedCount)
    id = .null
    utcOffsetMinutes = nil
    direction = .unknown
    authorName = .null
    authorNumber = .null
    kind = .unknown
    text = .null
    media = nil
    isEdited = false
    isForwarded = false
    replyTo = .null
    status = nil
    if !tags.isEmpty { tags.removeAll() }
  }

  /// Copies `text`, which must be valid UTF-8, into the arena.
  @inlinable package mutating func store(_ text: Span<UInt8>) -> Field { arena.store(text) }

  /// Copies `text` into the arena.
  package mutating func store(_ text: String) -> Field { arena.store(text) }

  /// Copies the text of a JSON string; nothing of any other value.
  package mutating func store(_ text: JSONValue) -> Field { arena.store(text) }

  /// Writes every CR LF of a text as LF, as the text of a message has its line breaks.
  package mutating func unifyLineBreaks(of text: Field) -> Field { arena.unifyLineBreaks(of: text) }

  /// The text of a field, copied; nil for a null field. For the slow paths.
  package func string(_ field: Field) -> String? {
    field.isNull
      ? nil : String(decoding: bytes[field.start..<field.start + field.count], as: UTF8.self)
  }
}
