internal import Files
internal import SQLiteStore

/// The files that messages show.
extension PlanStore {
  /// The row of a file, made when it is new.
  func file(_ file: PlanFile) throws(StoreError) -> Int64 {
    try locked { () throws(StoreError) in
      try insertFile.bind(Int64(file.source), at: 1)
      try insertFile.bind(Int64(file.entry), at: 2)
      try insertFile.bind(file.name, at: 3)
      try insertFile.bind(file.size, at: 4)
      let row = try insertFile.step() ? insertFile.int(0) : nil
      try insertFile.run()
      return row ?? 0
    }
  }

  func file(at row: Int64) throws(StoreError) -> PlanFile? {
    try locked { () throws(StoreError) in
      try selectFile.bind(row, at: 1)
      var file: PlanFile?
      if try selectFile.step() {
        file = PlanFile(
          source: Int(selectFile.int(0) ?? 0), entry: Int(selectFile.int(1) ?? 0),
          name: selectFile.string(2) ?? "", size: selectFile.int(3) ?? 0)
      }
      try selectFile.reset()
      return file
    }
  }

  /// Indexes of the entries that messages of an export show.
  func entries(of source: Int) throws(StoreError) -> Set<Int> {
    try locked { () throws(StoreError) in
      let statement = try database.prepare("SELECT entry FROM file WHERE source = ?")
      try statement.bind(Int64(source), at: 1)
      var entries: Set<Int> = []
      while try statement.step() { entries.insert(Int(statement.int(0) ?? 0)) }
      return entries
    }
  }

  /// Writes down what an entry holds.
  func note(_ content: MediaKey, of entry: Int, source: Int) throws(StoreError) {
    try locked { () throws(StoreError) in
      let statement = try database.prepare("INSERT OR REPLACE INTO content VALUES (?,?,?,?,?)")
      try statement.bind(Int64(source), at: 1)
      try statement.bind(Int64(entry), at: 2)
      try statement.bind(content.sha256.hex, at: 3)
      try statement.bind(content.size, at: 4)
      try statement.bind(content.mime, at: 5)
      try statement.run()
    }
  }

  /// What an entry holds; nil where nobody looked.
  func content(of file: PlanFile) throws(StoreError) -> MediaKey? {
    try locked { () throws(StoreError) in
      let statement = try database.prepare(
        "SELECT sha256, size, mime FROM content WHERE source = ? AND entry = ?")
      try statement.bind(Int64(file.source), at: 1)
      try statement.bind(Int64(file.entry), at: 2)
      guard try statement.step(),
        let sha256 = statement.string(0).flatMap({ SHA256.Digest(hex: $0) })
      else { return nil }
      return MediaKey(
        sha256: sha256, size: statement.int(1) ?? 0,
        mime: statement.string(2) ?? MediaTypeReader.unknown)
    }
  }
}
