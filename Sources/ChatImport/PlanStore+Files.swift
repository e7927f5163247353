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
}
