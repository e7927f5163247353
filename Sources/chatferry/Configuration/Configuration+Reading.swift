internal import CTOML
internal import Glibc

extension Configuration {
  /// Where the configuration is when nothing else is said: `$XDG_CONFIG_HOME/chatferry/config.toml`.
  static var usualPath: String {
    folder("XDG_CONFIG_HOME", or: ".config") + "/chatferry/config.toml"
  }

  /// The configuration of this run.
  ///
  /// - Throws: also when a file that was asked for by name is not there.
  static func load(_ arguments: Arguments) throws(CommandError) -> Configuration {
    let named = arguments.value(of: .config) ?? Option.config.environment.flatMap(environment)
    let path = named ?? usualPath
    guard let file = fopen(path, "re") else {
      let code = errno
      if named == nil, code == ENOENT || code == ENOTDIR { return Configuration(path: path) }
      throw .configurationUnreadable(path: path, reason: String(cString: strerror(code)))
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = fread(&block, 1, block.count, file)
      if count == 0 { break }
      bytes += block[..<count]
      if bytes.count > 1 << 20 {
        throw .configurationUnreadable(path: path, reason: "it is larger than 1 MiB")
      }
    }
    if ferror(file) != 0 {
      throw .configurationUnreadable(path: path, reason: String(cString: strerror(errno)))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .configurationUnreadable(path: path, reason: "it is not UTF-8")
    }
    return try Configuration(path: path, text: text)
  }

  /// Takes one entry; `keys` is its path.
  mutating func take(_ entry: ctoml_entry, _ keys: [String]) throws(CommandError) {
    guard let section = keys.first, section == "inbox" || section == "partner" else {
      throw unknown(keys.first ?? "", entry, among: ["inbox", "partner"])
    }
    if keys.count <= 2 {
      guard entry.kind == ctoml_table, !entry.is_item else {
        throw .wrongType(
          keys.joined(separator: "."), path: path, line: Int(entry.line),
          column: Int(entry.column), expected: "a section [\(section).NAME]")
      }
      if keys.count == 2 { keep(Profile(name: keys[1]), in: section) }
      return
    }
    let name = keys.dropFirst(2).joined(separator: ".")
    let known = section == "inbox" ? ConfigurationKey.inbox : ConfigurationKey.partner
    guard let key = known.first(where: { $0.name == name }) else {
      throw unknown(name, entry, among: known.map(\.name))
    }
    if entry.kind == ctoml_array, key.sort == .texts, !entry.is_item {
      add([], for: key.name, line: entry.line, section: section, profile: keys[1])
      return
    }
    guard let text = value(of: entry, as: key.sort) else {
      throw .wrongType(
        key.name, path: path, line: Int(entry.line), column: Int(entry.column),
        expected: key.sort.words)
    }
    add([text], for: key.name, line: entry.line, section: section, profile: keys[1])
  }

  private mutating func keep(_ profile: Profile, in section: String) {
    if section == "inbox" {
      inboxes[profile.name] = inboxes[profile.name] ?? profile
    } else {
      partners[profile.name] = partners[profile.name] ?? profile
    }
  }

  private mutating func add(
    _ texts: [String], for key: String, line: Int32, section: String, profile: String
  ) {
    let none = Value(texts: [], line: Int(line))
    if section == "inbox" {
      inboxes[profile]?.values[key, default: none].texts += texts
    } else {
      partners[profile]?.values[key, default: none].texts += texts
    }
  }

  private func value(of entry: ctoml_entry, as sort: ConfigurationKey.Sort) -> String? {
    switch (sort, entry.kind) {
    case (.text, ctoml_string) where !entry.is_item, (.texts, ctoml_string):
      entry.string.map { String(cString: $0) }
    case (.count, ctoml_integer) where !entry.is_item && entry.integer > 0,
      (.number, ctoml_integer) where !entry.is_item && entry.integer > 0:
      String(entry.integer)
    case (.number, ctoml_number) where !entry.is_item && entry.number > 0 && entry.number.isFinite:
      String(entry.number)
    default: nil
    }
  }

  private func unknown(_ key: String, _ entry: ctoml_entry, among known: [String]) -> CommandError {
    .unknownKey(
      key, path: path, line: Int(entry.line), column: Int(entry.column),
      nearest: nearest(to: key, among: known))
  }
}

/// A folder of the XDG base directory specification; relative values are ignored, as it demands.
func folder(_ variable: String, or fallback: String) -> String {
  if let given = environment(variable), given.hasPrefix("/") { return given }
  let home = environment("HOME").flatMap { $0.isEmpty ? nil : $0 } ?? "/"
  return home + (home.hasSuffix("/") ? "" : "/") + fallback
}
