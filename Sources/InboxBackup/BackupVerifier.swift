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
    for item in named.items { report.bytes += item.size }
    let strangers: [String]
    if isQuick {
      report.problems += named.items.compactMap { problem(of: $0) }
      strangers = try self.strangers(named, chain)
    } else {
      strangers = try read(named, chain, &report)
    }
    report.problems += strangers.map(Self.warning)
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
    case lookForStrangers
    case hash(NamedFiles.Item)
    case parse(NamedFiles.Item)
  }

  /// What two threads found.
  private struct Findings: Sendable {
    /// Files that are missing or have another size, which says enough of them.
    var absent: [String: BackupProblem] = [:]
    var unsound: [String: BackupProblem] = [:]
    var strangers: [String] = []
  }

  /// Hashes every file and parses those of lines: two kinds of work, so that one large file keeps both threads busy.
  ///
  /// - Returns: the files that nobody names.
  private func read(
    _ named: NamedFiles, _ chain: BackupChain, _ report: inout VerifyReport
  ) throws -> [String] {
    let kind = chain.newest?.inboxKey.kind ?? .getChat
    let media = MediaIDs(kind)
    let form = kind.form
    let files = named.items.sorted { $0.size > $1.size }.flatMap { item in
      item.isLines ? [Work.hash(item), .parse(item)] : [.hash(item)]
    }
    let work = [.lookForStrangers] + files
    progress?.began(
      "reading", of: folder.path, item: "file", totalItems: 0, totalBytes: report.bytes)
    let findings = Mutex(Findings())
    try TwoThreads.perform(work.count) {
      let digester = FileDigester()
      return { number in
        switch work[number] {
        case .lookForStrangers:
          let strangers = try strangers(named, chain)
          findings.withLock { $0.strangers = strangers }
        case .hash(let item):
          if let problem = problem(of: item) {
            findings.withLock { $0.absent[item.path] = problem }
          } else if let reason = try damage(of: item, digester) {
            // A file with another hash need not parse; it is named once.
            findings.withLock { $0.unsound[item.path] = .damaged(item.path, reason) }
          }
        case .parse(let item):
          guard problem(of: item) == nil,
            let reason = try LineCheck(item, in: folder, form).problem(media, isStopped)
          else { return }
          findings.withLock { findings in
            guard findings.unsound[item.path] == nil else { return }
            findings.unsound[item.path] = .damaged(item.path, reason)
          }
        }
      }
    }
    let found = findings.withLock { $0 }
    report.problems += named.items.compactMap { found.absent[$0.path] }
    report.problems += found.unsound.sorted { $0.key < $1.key }.map(\.value)
    // With a damaged list of media nothing could be said of references.
    if found.unsound.isEmpty { report.problems += media.unresolved() }
    return found.strangers
  }

  /// What is wrong with the bytes of a file; nil where nothing is.
  private func damage(of item: NamedFiles.Item, _ digester: FileDigester) throws -> String? {
    guard let digest = try hash(item.path, digester) else { return "it cannot be read" }
    return digest == item.sha256 ? nil : "its hash is another one"
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

  private func strangers(_ named: NamedFiles, _ chain: BackupChain) throws -> [String] {
    chain.problems.isEmpty ? try named.strangers(in: folder, chain) : []
  }

  private static func warning(_ path: String) -> BackupProblem {
    BackupProblem(
      "backup-file-unnamed", .warning, file: path,
      "\(path) belongs to no generation; an interrupted run may have left it, and the next run removes what is its own"
    )
  }
}
