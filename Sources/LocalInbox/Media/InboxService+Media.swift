internal import Glibc
internal import SQLiteStore

extension InboxService {
  /// The bytes of a medium. Its type is what the parameters say, else what was said at the upload.
  func media(_ id: String, _ request: HTTPRequest) throws -> HTTPResponse {
    var type: String?
    if let major = request.parameter("mime_type_type"),
      let minor = request.parameter("mime_type_subtype"), MIMEType.isToken(major.utf8),
      MIMEType.isToken(minor.utf8)
    {
      type = "\(major)/\(minor)"
    }
    return try media(id, typeAsked: type)
  }

  func media(_ id: String, typeAsked: String?) throws -> HTTPResponse {
    guard let id = UUIDText(id)?.text, let found = try stored(id) else { return .notFound }
    let descriptor = open(media.path(of: found.sha256), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return .notFound }
    // A browser must neither guess another type nor run what somebody once sent.
    return HTTPResponse(
      200, type: typeAsked ?? found.mimeType, .file(descriptor: descriptor, size: found.size)
    )
    .adding("X-Content-Type-Options", "nosniff")
    .adding("Content-Security-Policy", "sandbox")
  }

  private func stored(_ id: String) throws -> (sha256: String, size: Int64, mimeType: String)? {
    try store.read {
      let statement = try $0.prepare(
        "SELECT sha256, size, mime_type FROM media WHERE id = ? AND NOT is_gone")
      try statement.bind(id, at: 1)
      guard try statement.step(), let sha256 = statement.string(0), let size = statement.int(1),
        let type = statement.string(2)
      else { return nil }
      return (sha256, size, type)
    }
  }
}
