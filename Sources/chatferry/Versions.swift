/// What `--version` prints.
enum Versions {
  static var lines: [String] { ["chatferry \(Words.version)"] }
}
