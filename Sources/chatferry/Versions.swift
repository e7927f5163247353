internal import InboxAPI
internal import SQLiteStore
internal import WhatsAppExport

/// What `--version` prints: chatferry and the libraries it runs with.
enum Versions {
  static var lines: [String] {
    [
      "chatferry \(Words.version)",
      "libarchive \(number(in: archiveLibraryVersion()))",
      "ICU \(ReadingLibraries.icu)",
      "libcurl \(number(in: curlVersion()))",
      "SQLite \(sqliteVersion())",
    ]
  }

  /// `7.88.1` of `libcurl/7.88.1 OpenSSL/3.0.15 …`, `3.6.2` of `libarchive 3.6.2 zlib/1.2.13 …`.
  private static func number(in words: String) -> String {
    words.split { " /".contains($0) }.first { $0.first?.isNumber ?? false }.map(String.init)
      ?? words
  }
}
