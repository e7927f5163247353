internal import Files

/// Where a file is that a message names.
package struct MediaPlace: Sendable, Equatable {
  /// The server's id; for a file without one a word that is made of its address.
  package var id: String
  /// The address under which it is fetched, where the id alone is not enough.
  package var link: String?
  /// Whether a page for people is what the message promises.
  package var mayBeWebPage: Bool

  package init(id: String, link: String? = nil, mayBeWebPage: Bool = false) {
    self.id = id
    self.link = link
    self.mayBeWebPage = mayBeWebPage
  }

  /// What stands for the id of a file of which only an address is known: `link:` and 32 hexadecimal digits.
  package static func id(ofLink link: String) -> String {
    let digest = SHA256.digest(of: Array(link.utf8).span)
    return "link:" + digest.hex.prefix(32)
  }
}
