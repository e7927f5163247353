internal import JSONText
internal import WhatsAppExport

extension JSONWriter {
  /// One export, as the contract of `inspect --json` has it.
  mutating func inspection(_ found: ChatInspection) {
    beginObject()
    text("path", found.path)
    text("title", found.title)
    shape(found.shape, kind: found.kind)
    text("time_zone", found.timeZone)
    key("utc_offsets")
    beginArray()
    for run in found.offsets {
      beginObject()
      count("minutes", run.minutes)
      text("from", run.from)
      text("to", run.to)
      count("messages", run.messages)
      endObject()
    }
    endArray()
    accounting(found.accounting)
    key("participants")
    beginArray()
    for author in found.participants {
      beginObject()
      text("name", author.name)
      text("wa_id", author.number)
      count("messages", author.messages)
      text("role", author.role.rawValue)
      endObject()
    }
    endArray()
    count("messages", found.messages)
    count("system_messages", found.systemMessages)
    text("first", found.first)
    text("last", found.last)
    media(found.media)
    key("importable")
    bool(found.isImportable)
    problems(found.problems)
    endObject()
  }

  /// An input that could not be read: the same keys, as far as anything is known.
  mutating func unreadable(_ input: BadInput) {
    beginObject()
    text("path", input.path)
    text("title", nil)
    text("platform", "unknown")
    for name in [
      "chat_kind", "locale", "locale_evidence", "date_order", "date_order_evidence", "calendar",
      "digits", "hour_cycle", "time_zone",
    ] {
      text(name, nil)
    }
    key("utc_offsets")
    beginArray()
    endArray()
    accounting(LineAccounting())
    key("participants")
    beginArray()
    endArray()
    count("messages", 0)
    count("system_messages", 0)
    text("first", nil)
    text("last", nil)
    media(nil)
    key("importable")
    bool(false)
    problems([input.problem])
    endObject()
  }

  private mutating func shape(_ shape: ChatShape, kind: ChatInspection.ChatKind) {
    text("platform", shape.platform.rawValue)
    text("chat_kind", kind.rawValue)
    text("locale", shape.locale)
    text("locale_evidence", shape.localeEvidence.rawValue)
    text("date_order", shape.dateOrder.rawValue)
    text("date_order_evidence", shape.dateOrderEvidence.rawValue)
    text("calendar", shape.calendar)
    text("digits", shape.digits)
    text("hour_cycle", shape.hourCycle.rawValue)
  }

  private mutating func accounting(_ lines: LineAccounting) {
    key("accounting")
    beginObject()
    count("lines", lines.lines)
    count("messages", lines.messages)
    count("continuations", lines.continuations)
    count("unread", lines.unread)
    endObject()
  }

  private mutating func media(_ media: ChatInspection.Media?) {
    key("media")
    beginObject()
    count("referenced", media?.referenced ?? 0)
    count("present", media?.present ?? 0)
    count("missing", media?.missing ?? 0)
    count("omitted", media?.omitted ?? 0)
    count("unreferenced", media?.unreferenced ?? 0)
    count("bytes", Int(media?.bytes ?? 0))
    endObject()
  }

  private mutating func text(_ name: String, _ value: String?) {
    key(name)
    stringOrNull(value)
  }

  private mutating func count(_ name: String, _ value: Int) {
    key(name)
    number(Int64(value))
  }
}
