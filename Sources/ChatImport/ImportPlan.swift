internal import SQLiteStore
internal import WhatsAppExport

/// All chats of a run: every export read once, files and all, those of one chat joined.
struct ImportPlan: Sendable {
  let chats: [ChatPlan]

  init(
    _ archives: [ExportArchive], options: ImportOptions, into store: PlanStore,
    progress: (any ImportProgress)?, isolation: isolated (any Actor)? = #isolation
  ) async throws {
    var scans: [ExportScan] = []
    var unread: [Int: ExportFailure] = [:]
    var next: Int64 = 0
    for (source, archive) in archives.enumerated() {
      do {
        let scan = try ExportScan(
          archive, source: source, first: next, options: options, into: store, progress: progress)
        next = scan.rows.upperBound
        scans.append(scan)
      } catch let error as ExportError {
        unread[source] = ExportFailure(path: archive.path, title: archive.title, error: error)
        next = try store.nextRow()
      }
    }
    var chats: [ChatPlan] = []
    for found in try Self.groups(of: scans, in: store) {
      var group: [ExportScan] = []
      let isWorthReading = Self.isWorthReading(found, options)
      for scan in found {
        let archive = archives[scan.source]
        do {
          if isWorthReading {
            try await MediaScan(archive: archive, progress: progress).run()
          }
          group.append(scan)
        } catch let error as ExportError {
          unread[scan.source] = ExportFailure(
            path: archive.path, title: archive.title, error: error)
        }
      }
      guard var rows = group.first?.rows else { continue }
      for scan in group.dropFirst() {
        rows = try store.join(rows, scan.rows, from: next)
        next = rows.upperBound
      }
      chats.append(try ChatPlan(group, rows: rows, options: options, store: store))
    }
    chats += unread.map { ChatPlan(unreadable: $0.value, source: $0.key) }
    self.chats = chats.sorted { ($0.sources.first ?? 0) < ($1.sources.first ?? 0) }
  }

  /// Whether nothing is known yet that keeps the chat from being sent.
  private static func isWorthReading(_ group: [ExportScan], _ options: ImportOptions) -> Bool {
    let problems = Participants(group, people: options.people).problems
    return !group.contains(where: \.isBad) && !problems.contains { $0.severity == .error }
  }

  /// Exports of one chat: of one title, and with messages in common, perhaps by way of a third one. The
  /// longest comes first, since its order holds; a bad one stays alone.
  private static func groups(of scans: [ExportScan], in store: PlanStore) throws -> [[ExportScan]] {
    var groups: [[ExportScan]] = []
    for scan in scans {
      var joined = [scan]
      var others: [[ExportScan]] = []
      for group in groups {
        let belongs =
          try !scan.isBad
          && group.contains {
            try !$0.isBad && $0.title == scan.title && store.sharesMessages($0.rows, scan.rows)
          }
        if belongs { joined = group + joined } else { others.append(group) }
      }
      groups = others + [joined]
    }
    return groups.map { group in
      group.sorted {
        $0.rows.count != $1.rows.count ? $0.rows.count > $1.rows.count : $0.source < $1.source
      }
    }
  }
}

/// An export that could not be read to its end.
struct ExportFailure: Sendable {
  let path: String
  let title: String
  let error: ExportError
}
