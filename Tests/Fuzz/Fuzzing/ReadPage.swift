import ChatRecords

@testable import InboxAPI
@testable import JSONText

/// Reads the bytes as a page of a list, and each of its items as a message of either kind of inbox.
@_cdecl("chatferry_read_page")
public func readPage(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  do {
    let value = try JSONValue(parsing: bytes)
    visit(value)
    // A value is a part of the text, and is read alone as it is read inside.
    let again = try JSONValue(parsing: Array(value.raw))
    precondition(Array(again.raw) == Array(value.raw), "another value than before")
    var writer = JSONWriter()
    if let text = value.string {
      writer.string(text)
      let back = try JSONValue(parsing: writer.bytes).string
      precondition(back == text, "a text that does not come back")
    }
    if let page = ListPage(value) { page.items.forEach(readMessage) }
    readMessage(value)
  } catch {
    precondition(!"\(error)".isEmpty)
  }
  return 0
}

private func visit(_ value: JSONValue) {
  _ = (value.string, value.int, value.double, value.bool, value.isNull)
  value.members?.forEach { visit($0.value) }
  value.array?.forEach { visit($0) }
}

private func readMessage(_ value: JSONValue) {
  for form in [MessageForm.getChat, .online(.fromZero), .online(.fromOne)] {
    let message = InboxMessage(value, form)
    _ = (message.id, message.key, message.time, message.isEdited)
  }
}
