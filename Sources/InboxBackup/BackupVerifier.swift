internal import Files
internal import InboxAPI
internal import Synchronization

/// Re-reads a backup and compares every file with what its manifests say.
///
/// Changes nothing, and works in a folder that can only be read. Files are hashed and parsed on two threads.
package struct BackupVerifier: Sendable {
  private let folder: BackupFolder
  private let progress: (any BackupProgress)?
  /// Asked often; true ends the check with `CancellationError`.
  private let isStopped: @Sendable () -> Bool

  package init(
    _ folder: String, progress: (any BackupProgress)? = nil,
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) {
    self.folder = BackupFolder(folder)
    self.progress = progress
    self.isStopped = isStopped
  }

  /// What was found, and the state that further checks build on.
  package struct Result: Sendable {
    package var report: VerifyReport
    /// nil where no manifest can be believed.
    package var manifest: BackupManifest?
    package var pointer: BackupPointer?
  }

  /// - Parameter isQuick: presence and sizes alone.
  /// - Throws: `BackupError`, `FilesError`, `CancellationError`.
  package func run(isQuick: Bool) throws -> Result {
    let chain = try BackupChain(folder)
    var report = VerifyReport(
      verdict: .intact, because: [],
      checked: isQuick ? [.present, .size] : [.present, .size, .hash, .parse, .reference],
      generation: chain.pointer?.generation ?? chain.newest?.generation)
    report.problems = chain.problems
    report.bytes = chain.bytes
    report.messages = chain.newest?.messages ?? 0
    report.media = chain.newest?.media ?? 0
    let named = NamedFiles(chain)
    var sound: [NamedFiles.Item] = []
    for item in named.items {
      if let problem = problem(of: item) {
        report.problems.append(problem)
      } else {
        sound.append(item)
      }
      report.bytes += item.size
    }
    if !isQuick { try read(sound, named, chain, &report) }
    if chain.problems.isEmpty { try warn(of: named, chain, &report) }
    conclude(&report, files: named.items.count, isQuick)
    return Result(report: report, manifest: chain.newest, pointer: chain.pointer)
  }

  private func problem(of item: NamedFiles.Item) -> BackupProblem? {
    guard let size = folder.size(item.path) else {
      return Folder.hasItem(folder.file(item.path))
        ? .damaged(item.path, "it is no regular file") : .missing(item.path)
    }
    return size == item.size
      ? nil : .damaged(item.path, "it has \(size) bytes in place of \(item.size)")
  }

  private func conclude(
    _ report: inout VerifyReport, files: Int, _ isQuick: Bool
  ) {
    let bad = report.problems.filter { $0.severity == .error }.count
    report.verdict = bad == 0 ? .intact : .damaged
    report.because = [
      bad > 0
        ? "\(bad) of the backup's files or references are missing or damaged"
        : isQuick
          ? "all \(files) files are there with their sizes; they were not read"
          : "all \(files) files were read and are what was written"
    ]
  }

  // MARK: Reading

  private enum Work: Sendable {
    case hash(NamedFiles.Item)
    case parse(NamedFiles.Item)
  }

  /// Hashes every file and parses those of lines: two kinds of work, so that one large file keeps both threads busy.
  private func read(
    _ items: [NamedFiles.Item], _ named: NamedFiles, _ chain: BackupChain,
    _ report: inout VerifyReport
  ) throws {
    let media = MediaIDs()
    let form = (chain.newest?.inboxKey.kind ?? .getChat).form
    let work: [Work] = items.sorted { $0.size > $1.size }.flatMap { item in
      item.isLines ? [Work.hash(item), .parse(item)] : [.hash(item)]
    }
    let total = items.reduce(0) { $0 + $1.size }
    progress?.began("reading", of: folder.path, item: "file", totalItems: 0, totalBytes: total)
    let found = Mutex<[String: BackupProblem]>([:])
    try TwoThreads.perform(work.count) {
      let digester = FileDigester()
      return { number in
        guard let problem = try problem(of: work[number], digester, media, form),
          let file = problem.file
        else { return }
        // A file with another hash need not parse; it is named once.
        found.withLock { found in
          if found[file] == nil { found[file] = problem }
        }
      }
    }
    let problems = found.withLock { $0.values.sorted { ($0.file ?? "") < ($1.file ?? "") } }
    report.problems += problems
    // With a damaged list of media nothing could be said of references.
    if problems.isEmpty { report.problems += media.unresolved() }
  }

  private func problem(
    of work: Work, _ digester: FileDigester, _ media: MediaIDs, _ form: MessageForm
  ) throws -> BackupProblem? {
    switch work {
    case .hash(let item):
      let digest = try hash(item.path, digester)
      guard let digest else { return .damaged(item.path, "it cannot be read") }
      return digest == item.sha256 ? nil : .damaged(item.path, "its hash is another one")
    case .parse(let item):
      guard let reason = try LineCheck(item, in: folder, form).problem(media, isStopped) else {
        return nil
      }
      return .damaged(item.path, reason)
    }
  }

  /// nil where the system cannot read the file to its end: that is damage of its own.
  private func hash(_ name: String, _ digester: FileDigester) throws -> SHA256.Digest? {
    do {
      return try digester.digest(of: folder.file(name)) { count in
        if isStopped() { throw CancellationError() }
        progress?.advanced(bytes: count, items: 0)
      }
    } catch is FilesError {
      return nil
    }
  }

  // MARK: Files that nobody names

  private func warn(
    of named: NamedFiles, _ chain: BackupChain, _ report: inout VerifyReport
  ) throws {
    for path in try named.strangers(in: folder, chain) {
      report.problems.append(
        BackupProblem(
          "backup-file-unnamed", .warning, file: path,
          "\(path) belongs to no generation; an interrupted run may have left it, and the next run removes what is its own"
        ))
    }
  }
}
