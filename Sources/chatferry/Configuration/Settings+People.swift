internal import Contacts
internal import WhatsAppExport

extension Settings {
  /// What the user says of the people in the chats: WHO.
  func people(_ console: Console) throws -> People {
    People(me: find(.me)?.texts ?? [])
  }
}
