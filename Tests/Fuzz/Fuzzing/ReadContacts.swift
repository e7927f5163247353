@testable import Contacts

/// Reads the bytes as a contact list, vCard or CSV.
@_cdecl("chatferry_read_contacts")
public func readContacts(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  var list = ContactList()
  do {
    try list.read(bytes, from: "list", defaultRegion: "GB")
    _ = list.find("Anna")
  } catch {
    precondition(list.count == 0, "a part of a list that was refused")
    precondition(!"\(error)".isEmpty)
  }
  return 0
}
