import Files
import Foundation
import Testing
import TestKit

@testable import WhatsAppExport

@Suite(.timeLimit(.minutes(50)))
struct ExportArchiveTests {
  static let cases =
    ArchiveCases.names + ArchiveCases.sizes + ArchiveCases.places + ArchiveCases.writers

  /// What is mutated: every case, accepted or refused, that is not large.
  private static let small = cases.map { $0.bytes() }.filter { (1..<9_000).contains($0.count) }
  /// With the slow tests ten thousand in all.
  private static let mutations =
    ProcessInfo.processInfo.environment["CHATFERRY_SLOW_TESTS"] == "1" ? 209 : 20

  @Test(arguments: cases)
  func judges(_ example: ArchiveCase) throws {
    let folder = try ScratchFolder()
    let path = try folder.write("WhatsApp Chat - Ana.zip", example.bytes())
    #expect(try outcome(path) == example.outcome)
  }

  /// What becomes of an archive that is read to its end.
  private func outcome(_ path: String) throws -> ArchiveCase.Outcome {
    let archive: ExportArchive
    do {
      archive = try ExportArchive(opening: FoundExport(path: path, form: .zip))
    } catch {
      #expect(error.exitStatus == .badInput)
      return .refuse(error.code)
    }
    do {
      _ = try archive.openChatText().readAll()
      try archive.verifyMedia()
      return .accept(problems: archive.problems.map(\.code))
    } catch let error as ExportError {
      return .refuseReading(error.code)
    }
  }

  /// Bytes flipped anywhere: whatever the answer, it is an answer.
  @Test(arguments: 0..<48 as Range<UInt64>)
  func neverTrapsOnFlippedBytes(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    let folder = try ScratchFolder()
    for round in 0..<Self.mutations {
      guard var bytes = Self.small.randomElement(using: &random) else { continue }
      for _ in 0..<Int.random(in: 1...10, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] ^=
          1 << UInt8.random(in: 0..<8, using: &random)
      }
      if Int.random(in: 0..<8, using: &random) == 0 {
        bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
      }
      let path = try folder.write("\(round).zip", bytes)
      _ = try outcome(path)
    }
  }

  private func opened(_ folder: ScratchFolder, _ entries: [ZipBuilder.Entry]) throws
    -> ExportArchive
  {
    let path = try folder.write("WhatsApp Chat - Ana.zip", ZipBuilder(entries).bytes())
    return try ExportArchive(opening: FoundExport(path: path, form: .zip))
  }

  @Test func givesTextAndMediaAsTheyWerePacked() throws {
    let folder = try ScratchFolder()
    let archive = try opened(
      folder,
      [
        .init("Chat/", "") { $0.attributes = 0o040755 << 16 },
        .init("Chat/photo.jpg", "a photo"),
        .init("Chat/_chat.txt", ArchiveCase.chatText) { $0.method = 8 },
        .init("Chat/empty.bin", "") { $0.method = 8 },
        .init("Chat/voice.opus", "a voice") { ($0.method, $0.descriptor) = (8, .signed) },
      ])
    #expect(archive.title == "Ana")
    #expect(archive.chatText == ExportEntry(index: 2, name: "_chat.txt", size: 35))
    #expect(
      archive.media == [
        ExportEntry(index: 1, name: "photo.jpg", size: 7),
        ExportEntry(index: 3, name: "empty.bin", size: 0),
        ExportEntry(index: 4, name: "voice.opus", size: 7),
      ])
    for size in [1, 7, 1_000] {
      let text = try archive.openChatText().readAll(by: size)
      #expect(text == Array(ArchiveCase.chatText.utf8))
    }
    // Forward, back, the same again.
    for (position, data) in [
      (0, "a photo"), (2, "a voice"), (1, ""), (0, "a photo"), (0, "a photo"),
    ] {
      #expect(try archive.openMedia(archive.media[position]).readAll() == Array(data.utf8))
    }
  }

  @Test func leavesAnEntryHalfRead() throws {
    let folder = try ScratchFolder()
    let long = String(repeating: "0123456789abcdef", count: 40_000)
    let archive = try opened(
      folder,
      [
        ArchiveCase.chat, .init("a.bin", long) { $0.method = 8 }, .init("b.bin", long),
        .init("c.bin", "end"),
      ])
    var few = [UInt8](repeating: 0, count: 5)
    for entry in archive.media.prefix(2) {
      let source = try archive.openMedia(entry)
      #expect(try few.withUnsafeMutableBytes { try source.read(into: $0) } == 5)
    }
    #expect(try archive.openMedia(archive.media[2]).readAll() == Array("end".utf8))
  }

  @Test func opensTwoAtATime() throws {
    let folder = try ScratchFolder()
    let archive = try opened(folder, [ArchiveCase.chat, .init("a.bin"), .init("b.bin", "other")])
    let first = try archive.openMedia(archive.media[0])
    let second = try archive.openMedia(archive.media[1])
    #expect(try first.readAll() == Array("data".utf8))
    #expect(try second.readAll() == Array("other".utf8))
  }

  @Test func letsManyThreadsReadAtOnce() async throws {
    let folder = try ScratchFolder()
    let archive = try opened(
      folder,
      [ArchiveCase.chat]
        + (0..<40).map { index in
          .init("\(index).bin", String(repeating: "\(index)", count: 9_000)) { $0.method = 8 }
        })
    try await withThrowingTaskGroup(of: Int.self) { group in
      for worker in 0..<4 {
        group.addTask {
          var right = 0
          for (index, entry) in archive.media.enumerated() where index % 4 >= worker % 2 {
            let bytes = try archive.openMedia(entry).readAll()
            if bytes == Array(String(repeating: "\(index)", count: 9_000).utf8) { right += 1 }
          }
          return right
        }
      }
      var right = 0
      for try await count in group { right += count }
      #expect(right == 40 + 30 + 40 + 30)
    }
  }

  /// 22 bytes are promised and a million come: not one byte over the promise is given out.
  @Test(arguments: [1, 5, 22, 23, 4_096])
  func stopsAtTheByteAfterThePromise(chunk: Int) throws {
    let folder = try ScratchFolder()
    let archive = try opened(
      folder,
      [
        ArchiveCase.chat,
        .init([UInt8]("lie.bin".utf8), [UInt8](repeating: 0x61, count: 1 << 20)) {
          ($0.method, $0.size) = (8, 22)
        },
      ])
    let source = try archive.openMedia(archive.media[0])
    var bytes = [UInt8](repeating: 0, count: chunk)
    var given = 0
    #expect(
      throws: ExportError.archiveDamaged(path: archive.path, entry: "lie.bin", fault: .sizeDiffers)
    ) {
      while true {
        let count = try bytes.withUnsafeMutableBytes { try source.read(into: $0) }
        if count == 0 { break }
        given += count
      }
    }
    // The last promised bytes are held back until the end is proved.
    #expect(given < 22)
  }

  /// Comparing the headers jumps over the data.
  @Test func readsHeadersAlone() throws {
    let folder = try ScratchFolder()
    let data = [UInt8](repeating: 7, count: 300_000)
    let entries = (0..<20).map { ZipBuilder.Entry([UInt8]("\($0).bin".utf8), data) }
    let path = try folder.write("a.zip", ZipBuilder(entries).bytes())
    let file = try InputFile(at: path)
    let walk = try HeaderWalk(file, ZipDirectory(scanning: file))
    try walk.compareAll()
    #expect(walk.bytesRead < 20 * 20_000 + 100_000)
  }

  enum Change: CaseIterable {
    case sameLength, longer, shorter, replaced, removed
  }

  @Test(arguments: Change.allCases)
  func noticesThatTheFileWasChanged(_ change: Change) throws {
    let folder = try ScratchFolder()
    let archive = try opened(folder, [ArchiveCase.chat, .init("photo.jpg")])
    _ = try archive.openChatText().readAll()
    switch change {
    case .sameLength, .longer, .shorter:
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: archive.path))
      if change == .sameLength { try file.write(contentsOf: [0x50]) }
      if change == .longer {
        try file.seekToEnd()
        try file.write(contentsOf: [0])
      }
      if change == .shorter { try file.truncate(atOffset: 20) }
      try file.close()
    case .replaced:
      let other = try folder.write("other", ZipBuilder([ArchiveCase.chat]).bytes())
      #expect(rename(other, archive.path) == 0)
    case .removed:
      #expect(unlink(archive.path) == 0)
    }
    let changed = ExportError.archiveChanged(path: archive.path)
    #expect(throws: changed) { try archive.openChatText().readAll() }
    #expect(throws: changed) { try archive.verifyMedia() }
  }

  @Test func refusesWhatIsNoRegularFile() throws {
    let folder = try ScratchFolder()
    let fifo = folder.path + "/chat.zip"
    #expect(mkfifo(fifo, 0o600) == 0)
    for path in [fifo, "/dev/null"] {
      #expect(throws: ExportError.notARegularFile(path: path)) {
        try ExportArchive(opening: FoundExport(path: path, form: .zip))
      }
    }
  }

  @Test func saysWhenReadingFails() {
    // A regular file whose first bytes no process has.
    let path = "/proc/self/mem"
    #expect(throws: ExportError.readFailed(path: path, code: EIO)) {
      try ExportArchive(opening: FoundExport(path: path, form: .zip))
    }
    let long = String(repeating: "x", count: 5_000)
    #expect(throws: ExportError.inputUnreadable(path: long, code: ENAMETOOLONG)) {
      try ExportArchive(opening: FoundExport(path: long, form: .zip))
    }
  }

  /// Places past 4 GiB: a stored video of 5 GiB, most of it a hole in the file.
  @Test func readsBehindFourGibibytes() throws {
    let folder = try ScratchFolder()
    let size: UInt64 = 5 << 30
    let sizes = extraField(1, le64(size) + le64(size))
    var video = ZipBuilder.Entry([UInt8]("video.mp4".utf8), [])
    (video.size, video.packedSize) = (0xFFFF_FFFF, 0xFFFF_FFFF)
    (video.localExtra, video.centralExtra) = (sizes, sizes)
    let head = video.local()
    let chatAt = UInt64(head.count) + size
    var chat = ArchiveCase.chat
    chat.centralExtra = extraField(1, le64(chatAt))
    let directory = video.central(offset: 0) + chat.central(offset: 0xFFFF_FFFF)
    let directoryAt = chatAt + UInt64(chat.local().count)
    var end: [UInt8] = [0x50, 0x4B, 6, 6] + le64(44) + le16(45) + le16(45) + le32(0) + le32(0)
    end += le64(2) + le64(2) + le64(UInt64(directory.count)) + le64(directoryAt)
    end += [0x50, 0x4B, 6, 7] + le32(0) + le64(directoryAt + UInt64(directory.count)) + le32(1)
    end += [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + le16(2) + le16(2)
    end += le32(UInt32(directory.count)) + le32(0xFFFF_FFFF) + le16(0)

    let path = try folder.write("WhatsApp Chat - Ana.zip", head)
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try file.truncate(atOffset: chatAt)
    try file.seek(toOffset: chatAt)
    try file.write(contentsOf: chat.local() + directory + end)
    try file.close()
    let archive = try ExportArchive(opening: FoundExport(path: path, form: .zip))
    #expect(archive.media.map(\.size) == [5 << 30])
    #expect(try archive.openChatText().readAll() == Array(ArchiveCase.chatText.utf8))
  }

  @Test(arguments: ["C", "C.UTF-8", "POSIX"])
  func readsNamesInAnyLocale(_ locale: String) throws {
    let folder = try ScratchFolder()
    let own = newlocale(1 << LC_CTYPE, locale, nil)
    let previous = uselocale(own)
    defer { uselocale(previous) }
    let archive = try opened(
      folder, [ArchiveCase.chat, .init("cafe\u{301} שלום.jpg") { $0.flags = 0x800 }])
    #expect(archive.media.map(\.name) == ["cafe\u{301} שלום.jpg"])
    try archive.verifyMedia()
  }

  /// What the packers of this machine write; those that are not there are not asked.
  @Test(arguments: [
    ("zip", ["-qr", "out.zip", "in"]),
    ("zip", ["-qr", "-fd", "out.zip", "in"]),
    ("zip", ["-q", "-j", "-0", "out.zip", "in/_chat.txt", "in/фото.jpg"]),
    ("bsdtar", ["-a", "-cf", "out.zip", "in"]),
    ("python3", ["-m", "zipfile", "-c", "out.zip", "in"]),
    ("7z", ["a", "out.zip", "in"]),
  ])
  func takesWhatPackersWrite(_ tool: String, _ arguments: [String]) throws {
    let folder = try ScratchFolder()
    try folder.write("in/_chat.txt", ArchiveCase.chatText)
    try folder.write("in/фото.jpg", "a photo")
    guard try folder.run(tool, arguments) == 0 else { return }
    let archive = try ExportArchive(
      opening: FoundExport(path: folder.path + "/out.zip", form: .zip))
    #expect(archive.media.map(\.name) == ["фото.jpg"])
    #expect(archive.problems.isEmpty)
    #expect(try archive.openChatText().readAll() == Array(ArchiveCase.chatText.utf8))
    try archive.verifyMedia()
  }

  @Test func namesTheLibraryThatReads() {
    #expect(archiveLibraryVersion().hasPrefix("libarchive 3."))
  }

  @Test func namesTwentyOddNamesAndCountsTheRest() throws {
    let folder = try ScratchFolder()
    let archive = try opened(folder, [ArchiveCase.chat] + (0..<30).map { .init("\($0)\u{1B}.jpg") })
    #expect(archive.problems.count == 21)
    #expect(
      archive.problems[0].message.hasPrefix("“0\\u{1b}.jpg”: the name is one that some systems"))
    #expect(archive.problems[20].message == "10 more files have such names; they are used as well")
  }
}
