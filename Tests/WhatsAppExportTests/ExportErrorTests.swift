import Testing

@testable import WhatsAppExport

struct ExportErrorTests {
  static let examples: [(ExportError, String, Int32, String)] = [
    (
      .noSuchInput(path: "a\u{1B}.zip"), "no-such-input", 66,
      "a\\u{1b}.zip: there is no such file or folder; check the path"
    ),
    (
      .inputUnreadable(path: "a.zip", code: 13), "input-unreadable", 66,
      "a.zip: cannot be opened (permission denied); check its rights"
    ),
    (
      .readFailed(path: "a.zip", code: 5), "read-failed", 74,
      "a.zip: reading failed (input/output error); check the disk and try again"
    ),
    (
      .notARegularFile(path: "p"), "not-a-regular-file", 65,
      "p: is not a regular file; save the export as a file and give its path"
    ),
    (
      .notAZip(path: "a.zip"), "not-a-zip", 65,
      "a.zip: is not a zip archive; give the file that the phone exported"
    ),
    (
      .archiveEncrypted(path: "a.zip", entry: "b"), "archive-encrypted", 65,
      "a.zip, “b”: is encrypted; unpack it with its password and give the folder"
    ),
    (
      .archiveTruncated(path: "a.zip"), "archive-truncated", 65,
      "a.zip: the archive is truncated, its end is missing; copy it from the phone again"
    ),
    (
      .archiveDamaged(path: "a.zip", entry: nil, fault: .junkAtEnd), "archive-damaged", 65,
      """
      a.zip: the archive is damaged: something was added behind its end; copy it from the phone again
      """
    ),
    (
      .archiveDamaged(path: "a.zip", entry: "b\n", fault: .checksumWrong), "archive-damaged", 65,
      """
      a.zip, “b\\u{a}”: the archive is damaged: the file's checksum is wrong; copy it from the \
      phone again
      """
    ),
    (
      .archiveUnsafePath(path: "a.zip", entry: "../b"), "archive-unsafe-path", 65,
      "a.zip, “../b”: has a name that leads outside the archive; do not use this archive"
    ),
    (
      .archiveSpecialFile(path: "a.zip", entry: "b"), "archive-special-file", 65,
      "a.zip, “b”: is a link or a device, not a file; pack the export again without it"
    ),
    (
      .archiveDuplicateEntry(path: "a.zip", entry: "b"), "archive-duplicate-entry", 65,
      "a.zip, “b”: is in the archive twice; copy the export from the phone again"
    ),
    (
      .archiveBomb(path: "a.zip", entry: "b"), "archive-bomb", 65,
      "a.zip, “b”: unpacks to far more than it holds; do not use this archive"
    ),
    (
      .archiveTooManyEntries(path: "a.zip", limit: 100_000), "archive-too-many-entries", 65,
      "a.zip: the archive has more than 100000 entries; export the chat again"
    ),
    (
      .archiveNameTooLong(path: "a.zip", entry: "b"), "archive-name-too-long", 65,
      """
      a.zip, “b”: the name is longer than 1024 bytes or 32 folders; pack the export again with \
      shorter names
      """
    ),
    (
      .archiveUnsupportedMethod(path: "a.zip", entry: "b", method: 14),
      "archive-unsupported-method", 65,
      """
      a.zip, “b”: is packed with method 14, which phones do not use; unpack it and give the folder
      """
    ),
    (
      .archiveChanged(path: "a.zip"), "archive-changed", 65,
      "a.zip: was changed while it was read; run the command again when it is at rest"
    ),
    (
      .chatTextMissing(path: "a.zip"), "chat-text-missing", 65,
      "a.zip: no chat text was found; give an archive made by WhatsApp's “Export chat”"
    ),
    (
      .chatTextAmbiguous(path: "a.zip", names: ["b.txt", "c.txt"]), "chat-text-ambiguous", 65,
      """
      a.zip: several texts could be the chat (b.txt, c.txt); keep one, or give each alone
      """
    ),
  ]

  @Test(arguments: examples.indices)
  func saysWhatWhereAndWhatToDo(_ index: Int) {
    let (error, code, status, text) = Self.examples[index]
    #expect(error.code == code)
    #expect(error.exitStatus.rawValue == status)
    #expect(error.description == text)
  }

  @Test func givesEveryFaultItsOwnWords() {
    #expect(Set(ZipFault.allCases.map(\.words)).count == ZipFault.allCases.count)
  }

  @Test func escapesWhatSteersATerminal() {
    #expect(
      "a\u{9B}\u{7F}\u{202E}\u{2028}é".escapedForPeople == "a\\u{9b}\\u{7f}\\u{202e}\\u{2028}é")
    #expect(
      String(repeating: "x", count: 201).escapedForPeople == String(repeating: "x", count: 200)
        + "…")
  }
}
