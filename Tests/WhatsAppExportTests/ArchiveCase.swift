import Testing

@testable import WhatsAppExport

/// An archive and what must become of it.
struct ArchiveCase: Sendable, CustomTestStringConvertible {
  enum Outcome: Sendable, Equatable {
    /// Opens and reads to the last byte of every file; the codes are those of its problems.
    case accept(problems: [String])
    /// Is refused when it is opened, before anything of it is used.
    case refuse(String)
    /// Opens; the fault shows when the text or a medium is unpacked.
    case refuseReading(String)
  }

  let name: String
  let outcome: Outcome
  let bytes: @Sendable () -> [UInt8]

  var testDescription: String { name }

  init(_ name: String, _ outcome: Outcome, bytes: @escaping @Sendable () -> [UInt8]) {
    self.name = name
    self.outcome = outcome
    self.bytes = bytes
  }

  /// A chat text with the entries given behind it.
  init(
    _ name: String, _ outcome: Outcome, with entries: @escaping @Sendable () -> [ZipBuilder.Entry]
  ) {
    self.init(name, outcome) { ZipBuilder([Self.chat] + entries()).bytes() }
  }

  /// A chat text and one entry of this name.
  init(_ name: String, _ outcome: Outcome, named entry: String) {
    self.init(name, outcome, with: { [.init(entry)] })
  }

  static let accepted = Outcome.accept(problems: [])
  static let warned = Outcome.accept(problems: ["archive-odd-name"])
  static let damaged = Outcome.refuse("archive-damaged")
  static let unsafe = Outcome.refuse("archive-unsafe-path")

  static var chatText: String { "[01/02/2023, 10:00:00] Ana: hello\r\n" }
  static var chat: ZipBuilder.Entry { .init("_chat.txt", chatText) { $0.method = 8 } }

  /// A chat text whose entry is changed, and a photo behind it.
  static func chatChanged(_ change: (inout ZipBuilder.Entry) -> Void) -> [UInt8] {
    var entry = chat
    change(&entry)
    return ZipBuilder([entry, .init("photo.jpg")]).bytes()
  }

  /// A usual archive whose bytes are changed when it is done.
  static func changed(_ change: (inout [UInt8]) -> Void) -> [UInt8] {
    var bytes = ZipBuilder([chat, .init("photo.jpg")]).bytes()
    change(&bytes)
    return bytes
  }

  /// A usual archive whose end record is changed.
  static func endChanged(_ change: @escaping (inout [UInt8]) -> Void) -> [UInt8] {
    ZipBuilder([chat, .init("photo.jpg")]) { $0.changeEnd = change }.bytes()
  }
}
