internal import Files
internal import Glibc
package import InboxAPI
internal import JSONText

/// Lists a live inbox twice and compares every id and version with those of a backup.
///
/// Ids stand in a temporary file, one chat at a time, so that memory does not grow with the inbox. Nothing is written
/// into the backup.
package actor LiveComparison {
  let client: any InboxClient
  let plan: CrawlPlan
  let folder: BackupFolder
  let manifest: BackupManifest
  let pointer: BackupPointer
  let jobs: Int
  let progress: (any BackupProgress)?
  /// Ids that are marked as gone, by chat; those of whole chats under an empty id.
  var gone: [String: Set<String>] = [:]
  var parts: [String: [BackupManifest.File]] = [:]
  var kindsInARow = FailuresInARow(limit: FailuresInARow.ofLists)
  /// Media that were not to be had, and whose whole address only their messages have.
  var unasked: Set<String> = []
  /// How many of them are to be had now.
  var thereAgain = 0
  private nonisolated let executor = QueueExecutor(label: "verify")

  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  /// - Parameter checked: a backup that was found intact.
  package init?(
    client: any InboxClient, folder: String, checked: BackupVerifier.Result, jobs: Int,
    progress: (any BackupProgress)? = nil
  ) {
    guard let manifest = checked.manifest, let pointer = checked.pointer else { return nil }
    self.client = client
    plan = CrawlPlan.of(client.kind)
    self.folder = BackupFolder(folder)
    self.manifest = manifest
    self.pointer = pointer
    self.jobs = jobs
    self.progress = progress
  }

  /// Adds to the report of an intact backup what the live inbox says.
  ///
  /// - Parameter inboxKey: of the live inbox, see `BackupRun`.
  /// - Throws: `APIError`, `FilesError`, `StoreError`, `CancellationError`: then there is no verdict.
  package func run(_ intact: VerifyReport, inboxKey: InboxKey) async throws -> VerifyReport {
    var report = intact
    report.verdict = .notSafe
    guard manifest.inboxKey == inboxKey else {
      report.because = [
        "the backup is of another inbox, \(manifest.inboxKey.words), and not of \(inboxKey.words)"
      ]
      return report
    }
    try await client.checkAccess()
    let scratch = try Scratch()
    let store = try CrawlProgress(path: scratch.path + "/ids.sqlite")
    try loadMarks()
    var proof: String?
    var reasons = try await lacks()
    for pass in 1...2 where reasons.isEmpty {
      var listing = Proof(manifest, pointer)
      reasons = try await compare(pass, store, &listing)
      if pass == 2, reasons.isEmpty, listing.hex != proof {
        reasons = ["the two listings of the inbox differ"]
      }
      proof = listing.hex
    }
    if let doubt = client.doubt { reasons.append(doubt) }
    report.checked.append(.remote)
    guard reasons.isEmpty else {
      report.because = reasons
      report.problems += reasons.map {
        BackupProblem(
          "backup-differs", .error, "\($0); run `chatferry backup --full`, then verify again")
      }
      return report
    }
    report.verdict = .safeToDelete
    report.proof = proof
    report.problems += hopeless
    report.because.append(
      "the live inbox was listed twice and holds nothing that the backup lacks or has otherwise")
    return report
  }

  private func loadMarks() throws {
    gone = try GoneMark.all(in: manifest, folder)
    for file in manifest.files {
      switch file.role {
      case .messages, .changes: parts[file.subject, default: []].append(file)
      default: break
      }
    }
  }

  // MARK: What the backup itself says that it lacks

  /// What neither the backup nor the inbox has, so that deleting the inbox loses nothing more.
  private var hopeless: [BackupProblem] {
    let list = manifest.files.last { $0.role == .media }?.path
    return manifest.problems.filter { $0.code == Self.mediaLost }.map {
      BackupProblem($0.code, .warning, file: list, $0.message)
    }
  }

  private static let mediaLost = "media-lost"

  private func lacks() async throws -> [String] {
    var reasons: [String] = []
    for problem in manifest.problems where problem.severity == .error {
      // A file that the server says it does not have cannot get lost with it.
      if problem.code != Self.mediaLost, !reasons.contains(problem.message) {
        reasons.append(problem.message)
      }
    }
    // Their problems say so as well, unless an older chatferry made the backup.
    if reasons.isEmpty {
      for kind in manifest.kinds where kind.refusal != nil && !kind.isNotOffered {
        reasons.append("\(kind.name) could not be read (\(kind.refusal ?? ""))")
      }
    }
    var lost = 0
    var there = 0
    for medium in try missingMedia().values {
      if medium.isDenied, !medium.hasWholeLink {
        unasked.insert(medium.id)
        continue
      }
      switch medium.isDenied ? try await isThere(medium.place) : nil {
      case true?: there += 1
      case false?: break
      case nil: lost += 1
      }
    }
    if lost > 0 { reasons.append("\(lost) media that messages name could not be fetched") }
    if there > 0 { reasons.append(Self.words(thereAgain: there)) }
    return reasons
  }

  static func words(thereAgain count: Int) -> String {
    "\(count) media that were not to be had are to be had now"
  }

  /// Asks again for files of a message by the addresses that it has now.
  func look(for message: InboxMessage) async throws {
    for file in message.isText ? [] : message.allMedia {
      guard let place = MediumRecord.place(of: file, from: client),
        unasked.remove(place.id) != nil
      else { continue }
      if try await isThere(place) ?? true { thereAgain += 1 }
    }
  }

  private func missingMedia() throws -> [String: MediumRecord] {
    var missing: [String: MediumRecord] = [:]
    for file in manifest.files where file.role == .media {
      let lines = try JSONLines(folder.file(file.path))
      while let line = try lines.next() {
        let medium = try MediumRecord(line)
        missing[medium.id] = medium.state == .missing ? medium : nil
      }
    }
    return missing
  }

  private struct Enough: Error {}

  /// - Returns: nil where the server does not tell.
  private func isThere(_ place: MediaPlace) async throws -> Bool? {
    do throws(APIError) {
      try await client.media(
        at: place, restart: nil, receive: { _ in throw Enough() })
      return true
    } catch {
      if case .receiverFailed = error { return true }
      return try await client.failure(error, at: place).isNotThere ? false : nil
    }
  }
}

/// A folder for a moment, for its owner alone.
private final class Scratch {
  let path: String

  init() throws(FilesError) {
    let above = TemporaryFile.systemFolder
    var template = Array((above + "/chatferry-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw .cannotCreate(path: above, code: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    // Nobody is left to tell; the system clears its own folder in time.
    try? BackupFolder(FilePath.folder(of: path)).removeTree(FilePath.name(of: path))
  }
}
