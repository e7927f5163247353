internal import CTOML

/// The configuration file: profiles of inboxes and partners, every value with the line it stands on.
struct Configuration: Sendable, Equatable {
  /// One value, or the items of a list.
  struct Value: Sendable, Equatable {
    var texts: [String]
    var line: Int
  }

  struct Profile: Sendable, Equatable {
    let name: String
    var values: [String: Value] = [:]

    func text(_ key: String) -> String? { values[key]?.texts.first }
  }

  var path: String
  /// Whether there was a file.
  var isThere = false
  var inboxes: [String: Profile] = [:]
  var partners: [String: Profile] = [:]

  init(path: String) { self.path = path }

  /// Reads a configuration.
  ///
  /// - Throws: `configurationSyntax`, `unknownKey` or `wrongType`, each with its place.
  init(path: String, text: String) throws(CommandError) {
    self.path = path
    isThere = true
    guard let document = text.withCString({ ctoml_parse($0, text.utf8.count) }) else {
      throw .configurationUnreadable(path: path, reason: "there is no memory for it")
    }
    defer { ctoml_free(document) }
    if let failure = ctoml_failure(document) {
      throw .configurationSyntax(
        path: path, line: Int(ctoml_failure_line(document)),
        column: Int(ctoml_failure_column(document)), reason: String(cString: failure))
    }
    for index in 0..<ctoml_count(document) {
      let entry = ctoml_at(document, index)
      let keys = (0..<Int(entry.depth)).compactMap { entry.keys[$0].map { String(cString: $0) } }
      try take(entry, keys)
    }
  }
}
