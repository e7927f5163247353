import Foundation
import TestKit
import Testing

@testable import WhatsAppExport

/// Table A of docs/reliability.md once more, by the program itself: in little memory, in little time, with nothing left of
/// what is refused. One at a time, since each is a process.
@Suite(.serialized, .timeLimit(.minutes(50)), .enabled(if: ArchiveSandbox.program != nil))
struct ArchiveSandboxTests {
  private func judge(_ example: ArchiveCase) async throws {
    let folder = try ScratchFolder()
    let path = try folder.write("WhatsApp Chat - Ana.zip", example.bytes())
    check(try await ArchiveSandbox.export(path, in: folder), in: folder, example)
  }

  private func check(
    _ run: ArchiveSandbox.Outcome, in folder: ScratchFolder, _ example: ArchiveCase
  ) {
    let files = FileManager.default.enumerator(atPath: folder.path + "/out")?.allObjects ?? []
    switch example.outcome {
    case .accept(let problems):
      #expect(run.status == 0, "\(run.error)")
      for code in problems { #expect(run.output.contains("\"\(code)\"")) }
      #expect(files.contains { "\($0)" == "messages.jsonl" })
    case .refuse(let code), .refuseReading(let code):
      #expect(run.status == 65, "\(run.error)")
      #expect(run.output.contains("\"\(code)\""), "\(run.output)")
      #expect(!files.contains { "\($0)".hasPrefix("m") }, "\(files)")
    }
  }

  @Test(arguments: ExportArchiveTests.cases)
  func judges(_ example: ArchiveCase) async throws { try await judge(example) }

  /// What of the table takes long to make.
  static let large: [ArchiveCase] = [
    .init("letters_64_mib", ArchiveCase.accepted) {
      [.init([UInt8]("a.bin".utf8), [UInt8](repeating: 0x61, count: 64 << 20)) { $0.method = 8 }]
    },
    .init("bomb_lying_size_512_mib", .refuseReading("archive-damaged")) {
      [
        .init([UInt8]("lie.bin".utf8), [UInt8](repeating: 0, count: 512 << 20)) {
          ($0.method, $0.size) = (8, 22)
        }
      ]
    },
    .init("bomb_entries", .refuse("archive-too-many-entries")) {
      ArchiveCases.overfull([ArchiveCase.chat] + (1...100_000).map { .init("\($0).txt", "x") })
    },
    .init("bomb_attach_refs", ArchiveCase.accepted) {
      let line = "[01/02/2023, 10:00:00] Ana: \u{200E}<attached: photo.jpg>\r\n"
      let text = ArchiveCase.chatText + String(repeating: line, count: 200_000)
      return ZipBuilder([
        .init("_chat.txt", text) { $0.method = 8 }, .init("photo.jpg", "a photo"),
      ]).bytes()
    },
  ]

  @Test(
    .enabled(if: ProcessInfo.processInfo.environment["CHATFERRY_SLOW_TESTS"] == "1"),
    arguments: large)
  func judgesLargeOnes(_ example: ArchiveCase) async throws { try await judge(example) }
}
