/// What an `ExportFolder` is to hold.
package struct ExportOptions: Sendable, Equatable {
  /// Each gives a `messages` and a `chats` file.
  package var formats: Set<RecordFormat>
  package var csv: CSVOptions
  /// Whether media files are copied into `media/`, or only described.
  package var copiesMedia: Bool

  package init(
    formats: Set<RecordFormat> = [.jsonl, .csv], csv: CSVOptions = CSVOptions(),
    copiesMedia: Bool = true
  ) {
    self.formats = formats
    self.csv = csv
    self.copiesMedia = copiesMedia
  }
}

/// Where an export's records came from, for its manifest.
package struct ExportSource: Sendable, Equatable {
  /// `whatsapp_export`, `getchat` or `online`, as in the records.
  package let type: String
  /// The archive's file name, or the inbox's URL without secrets.
  package let name: String

  package init(type: String, name: String) {
    self.type = type
    self.name = name
  }
}
