import Files
import Testing

@testable import WhatsAppExport

struct ExportArchiveTests {
  @Test(
    arguments: ArchiveCases.names + ArchiveCases.sizes + ArchiveCases.places + ArchiveCases.writers)
  func judges(_ example: ArchiveCase) throws {
    let folder = try ScratchFolder()
    let path = try folder.write("WhatsApp Chat - Ana.zip", example.bytes())
    var archive: ExportArchive?
    do {
      archive = try ExportArchive(opening: FoundExport(path: path, form: .zip))
    } catch {
      #expect(.refuse(error.code) == example.outcome, "\(error)")
      #expect(error.exitStatus == .badInput)
    }
    guard let archive else { return }
    do {
      _ = try archive.openChatText().readAll()
      try archive.verifyMedia()
      #expect(.accept(problems: archive.problems.map(\.code)) == example.outcome)
    } catch let error as ExportError {
      #expect(.refuseReading(error.code) == example.outcome, "\(error)")
    }
  }
}
