internal import Glibc
internal import JSONText
internal import SQLiteStore

/// A thing that an inbox has once.
enum Setting: String {
  case businessProfile = "business_profile"
  case profileAbout = "profile_about"
  /// `{"media": ID}`
  case profilePhoto = "profile_photo"

  /// As an inbox has it that nobody filled in.
  var empty: String? {
    switch self {
    case .businessProfile:
      #"{"address":null,"description":null,"email":null,"messaging_product":"whatsapp","#
        + #""vertical":null,"websites":[]}"#
    case .profileAbout: #"{"settings":{"profile":{"about":{"text":null}}}}"#
    case .profilePhoto: nil
    }
  }
}

extension InboxService {
  func setting(_ setting: Setting) throws -> HTTPResponse {
    let text = try store.read { try $0.setting(setting) } ?? setting.empty
    guard let text else { return .notFound }
    return .json(200) { $0.json(text) }
  }

  /// The bytes of the photo; 404 where there is none.
  func profilePhoto() throws -> HTTPResponse {
    guard let text = try store.read({ try $0.setting(.profilePhoto) }),
      let id = try JSONValue(parsing: Array(text.utf8))["media"]?.string
    else { return .notFound }
    return try media(id, typeAsked: nil)
  }
}

extension Database {
  func setting(_ setting: Setting) throws(StoreError) -> String? {
    let statement = try prepare("SELECT object FROM setting WHERE key = ?")
    try statement.bind(setting.rawValue, at: 1)
    return try statement.step() ? statement.string(0) : nil
  }
}
