internal import Glibc

extension ExportError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noSuchInput(let path):
      "\(shown(path)): there is no such file or folder; check the path" + hint(path)
    case .inputUnreadable(let path, let code):
      "\(shown(path)): cannot be opened (\(systemWords(code))); check its rights"
    case .readFailed(let path, let code):
      "\(shown(path)): reading failed (\(systemWords(code))); check the disk and try again"
    case .notARegularFile(let path):
      "\(shown(path)): is not a regular file; save the export as a file and give its path"
        + hint(path)
    case .notAZip(let path):
      "\(shown(path)): is not a zip archive; give the file that the phone exported"
    case .archiveTruncated(let path):
      "\(shown(path)): the archive is truncated, its end is missing; copy it from the phone again"
    case .archiveDamaged(let path, nil, let fault):
      "\(shown(path)): the archive is damaged: \(fault.words); copy it from the phone again"
    case .archiveDamaged(let path, let entry?, let fault):
      "\(at(path, entry)): the archive is damaged: \(fault.words); copy it from the phone again"
    case .archiveTooManyEntries(let path, let limit):
      "\(shown(path)): the archive has more than \(limit) entries; export the chat again"
    case .archiveChanged(let path):
      "\(shown(path)): was changed while it was read; run the command again when it is at rest"
    case .chatTextMissing(let path):
      "\(shown(path)): no chat text was found; give an archive made by WhatsApp's “Export chat”"
    case .chatTextAmbiguous(let path, let names):
      """
      \(shown(path)): several texts could be the chat (\
      \(names.prefix(5).map(shown).joined(separator: ", "))); keep one, or give each alone
      """
    case .archiveEncrypted, .archiveUnsafePath, .archiveSpecialFile, .archiveDuplicateEntry,
      .archiveBomb, .archiveNameTooLong, .archiveUnsupportedMethod:
      entryDescription
    case .textEmpty(let path):
      "\(shown(path)): the chat text is empty; export the chat again and see that it has messages"
    case .headerUnknown, .localeUnknown, .zoneUnknown, .offsetOutOfRange, .textUnreadable:
      headerWords?.description ?? code
    }
  }

  /// The words for what is wrong with one entry.
  private var entryDescription: String {
    switch self {
    case .archiveEncrypted(let path, let entry):
      "\(at(path, entry)): is encrypted; unpack it with its password and give the folder"
    case .archiveUnsafePath(let path, let entry):
      "\(at(path, entry)): has a name that leads outside the archive; do not use this archive"
    case .archiveSpecialFile(let path, let entry):
      "\(at(path, entry)): is a link or a device, not a file; pack the export again without it"
    case .archiveDuplicateEntry(let path, let entry):
      "\(at(path, entry)): is in the archive twice; copy the export from the phone again"
    case .archiveBomb(let path, let entry):
      "\(at(path, entry)): unpacks to far more than it holds; do not use this archive"
    case .archiveNameTooLong(let path, let entry):
      """
      \(at(path, entry)): the name is longer than \(ZipLimits.nameBytes) bytes or \
      \(ZipLimits.levels) folders; pack the export again with shorter names
      """
    case .archiveUnsupportedMethod(let path, let entry, let method):
      """
      \(at(path, entry)): is packed with method \(method), which phones do not use; unpack it and \
      give the folder
      """
    default: code
    }
  }

  private func at(_ path: String, _ entry: String) -> String { "\(shown(path)), “\(shown(entry))”" }
  private func shown(_ text: String) -> String { text.isEmpty ? "“”" : text.escapedForPeople }

  /// Names are text here: what is not UTF-8 became U+FFFD on the way, and leads nowhere.
  private func hint(_ path: String) -> String {
    path.contains("\u{FFFD}") ? "; where its name is not UTF-8, change the name first" : ""
  }

  private func systemWords(_ code: Int32) -> String {
    switch code {
    case EACCES, EPERM: "permission denied"
    case EIO: "input/output error"
    case ELOOP: "too many symbolic links"
    case ENAMETOOLONG: "name too long"
    case EMFILE, ENFILE: "too many open files"
    default: "error \(code)"
    }
  }
}

extension String {
  /// With control characters and direction overrides as `\u{1b}`, so that a name can neither steer a terminal
  /// nor forge a line; at most 200 characters of it.
  var escapedForPeople: String {
    var out = ""
    var count = 0
    for scalar in unicodeScalars {
      count += 1
      guard count <= 200 else { return out + "…" }
      if scalar.isUnprintable {
        out += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}

extension Unicode.Scalar {
  /// C0, DEL, C1, line and paragraph separators, and what turns the direction of a whole text.
  var isUnprintable: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202D, 0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
