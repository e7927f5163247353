/// Pages for people, which servers give in place of files that they have lost.
package enum WebPage {
  /// So many bytes tell whether they begin one.
  package static let headSize = 512

  /// - Parameter head: the first bytes of a file.
  package static func begins(with head: [UInt8]) -> Bool {
    let start = String(decoding: head, as: UTF8.self)
      .drop { $0.isWhitespace || $0 == "\u{FEFF}" }.lowercased()
    return start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
  }

  /// Whether a file is meant to be one, by what its message calls it.
  package static func isMeant(name: String?, mimeType: String?) -> Bool {
    let name = name?.lowercased() ?? ""
    return mimeType?.lowercased().contains("html") ?? false || name.hasSuffix("html")
      || name.hasSuffix("htm")
  }
}
