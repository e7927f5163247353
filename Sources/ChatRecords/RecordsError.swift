package import Files

/// What can stop records from being written.
package enum RecordsError: Error, Equatable, Sendable {
  /// `--since` or `--until` is neither a date nor a point in time.
  case notATime(text: String)
  /// The folder holds files that an export would overwrite and that no earlier export of ours left there.
  case folderTaken(path: String, file: String)
  /// The folder holds an export of a later chatferry, whose files we do not know.
  case newerExport(path: String, version: Int)
  case file(FilesError)
}

extension RecordsError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notATime(let text):
      "\"\(text)\" is not a time; write a date such as 2022-03-10, or a point in time with its "
        + "offset such as 2022-03-10T11:00:00+02:00"
    case .folderTaken(let path, let file):
      "\(path) holds \(file), which is not from an export; choose another folder, or move that away"
    case .newerExport(let path, let version):
      "\(path) holds an export of format \(version), made by a later chatferry; choose another "
        + "folder, or update chatferry"
    case .file(let error): error.description
    }
  }
}
