extension Database {
  /// The number of the format that the file is in (`user_version`); 0 for a new file.
  package func schemaVersion() throws(StoreError) -> Int {
    let statement = try prepare("PRAGMA user_version")
    return try statement.step() ? Int(statement.int(0) ?? 0) : 0
  }

  /// Brings the file to the newest format: `steps[n]` leads from format n to n + 1. An older file is taken
  /// through the steps that it lacks in one transaction, safe against other processes that do the same.
  ///
  /// - Parameter steps: SQL scripts, only ever appended to.
  /// - Throws: `StoreError.newerSchema` when the file knows more steps; the file is unchanged then.
  package func migrate(_ steps: [String]) throws {
    guard try needsMigration(to: steps.count) else { return }
    try transaction {
      guard try needsMigration(to: steps.count) else { return }
      for step in steps[(try schemaVersion())...] { try execute(step) }
      try execute("PRAGMA user_version=\(steps.count)")
    }
  }

  private func needsMigration(to known: Int) throws(StoreError) -> Bool {
    let found = try schemaVersion()
    guard (0...known).contains(found) else { throw .newerSchema(found: found, known: known) }
    return found < known
  }
}
