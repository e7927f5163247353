import Files
import Foundation
import JSONText
import TestKit
import Testing

@testable import ChatRecords

@Suite struct ExportFolderTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("out")
  }

  /// A PNG's signature and header, 33 bytes.
  static let photo: [UInt8] =
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13] + Array("IHDR".utf8)
    + [0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89]
  static let voice = Array("just text".utf8)
  /// By `sha256sum`.
  static let photoHash = "4ffd8bb30991e3a6f28d1d03f1aedcd02ccf8e0cc16bb9e969e7bc2bda1ddf03"
  static let voiceHash = "7f5dde76c8464594732baeae1e0171af7955005e488790245ed52949a2c7841c"

  /// Exports one chat of two messages with a photo.
  @discardableResult
  private func export(
    _ options: ExportOptions = ExportOptions(), text: String = "Hello",
    media: [(String, [UInt8])] = [("IMG-1.PNG", photo)],
    operations: FileOperations = .system
  ) throws -> ExportSummary {
    let export = try ExportFolder(path, options, operations: operations)
    var facts: [MediaFacts] = []
    for (name, bytes) in media { facts.append(try export.add(Bytes(bytes), named: name)) }
    export.beginChat(ChatSummary(chat: "972501234567", title: "Anna", kind: .direct))
    try export.append(Sample(text: text).record)
    for fact in facts {
      var record = Sample(seconds: 1_646_910_060, kind: .image, text: nil).record
      record.describeMedia(fact)
      try export.append(record)
    }
    try export.endChat()
    return try export.finish(sources: [ExportSource(type: "whatsapp_export", name: "Anna.zip")])
  }

  private func text(_ name: String) throws -> String { try folder.text("out/" + name) }

  private func names(_ below: String = "") throws -> [String] {
    try Folder.names(in: path + below)
  }

  @Test func holdsRecordsChatsMediaAndManifest() throws {
    let summary = try export()
    #expect(
      try names() == [
        "chats.csv", "chats.jsonl", "manifest.json", "media", "messages.csv", "messages.jsonl",
      ])
    let photoName = Self.photoHash.prefix(16) + ".png"
    #expect(try names("/media") == [String(photoName)])
    #expect(try FileSource.contents(of: path + "/media/" + photoName, limit: 100) == Self.photo)
    #expect(try text("messages.jsonl").split(separator: "\n").count == 2)
    #expect(try text("messages.csv").components(separatedBy: "\r\n").count == 4)
    #expect(
      try text("messages.jsonl").contains(
        #""media":{"name":null,"state":"present","mime_type":"image/png","size":33,"#
          + "\"sha256\":\"\(Self.photoHash)\",\"path\":\"media/\(photoName)\"}"))
    #expect(
      try text("chats.jsonl")
        == #"{"chat":"972501234567","title":"Anna","kind":"direct","messages":2,"#
        + #""first":"2022-03-10T11:00:00+02:00","last":"2022-03-10T11:01:00+02:00","#
        + #""media":{"present":1,"missing":0,"omitted":0,"bytes":33}}"# + "\n")
    #expect(
      try text("chats.csv")
        == "chat,title,kind,messages,first,last,media_present,media_missing,media_omitted,"
        + "media_bytes\r\n972501234567,Anna,direct,2,2022-03-10T11:00:00+02:00,"
        + "2022-03-10T11:01:00+02:00,1,0,0,33\r\n")
    var expected = ExportSummary()
    expected.chats = 1
    expected.messages = 2
    expected.media.present = 1
    expected.media.bytes = 33
    expected.copiedFiles = 1
    expected.copiedBytes = 33
    #expect(summary == expected)
  }

  /// The manifest is checked against the files, by tools that know nothing of it.
  @Test func namesEveryFileWithSizeAndHashInItsManifest() throws {
    try export(media: [("IMG-1.PNG", Self.photo), ("notes", Self.voice)])
    let manifest = try JSONValue(
      parsing: FileSource.contents(of: path + "/manifest.json", limit: 10_000))
    #expect(
      manifest.members?.map(\.key) == [
        "format", "version", "complete", "sources", "chats", "messages", "media", "files",
      ])
    #expect(manifest["format"]?.string == "chatferry-export")
    #expect(manifest["version"]?.int == 1)
    #expect(manifest["complete"]?.bool == true)
    #expect(manifest["sources"]?.array?.first?["name"]?.string == "Anna.zip")
    #expect(manifest["messages"]?.int == 3)
    let files = try #require(manifest["files"]?.array)
    let described = files.compactMap { $0["path"]?.string }
    #expect(
      described == [
        "messages.jsonl", "messages.csv", "chats.jsonl", "chats.csv",
      ]
        + [
          "media/\(Self.photoHash.prefix(16)).png", "media/\(Self.voiceHash.prefix(16)).txt",
        ].sorted())
    for file in files {
      let name = try #require(file["path"]?.string)
      let bytes = try FileSource.contents(of: path + "/" + name, limit: 10_000)
      #expect(file["size"]?.int == Int64(bytes.count))
      #expect(file["sha256"]?.string == SHA256.digest(of: bytes.span).hex)
    }
    #expect(files.compactMap { $0["mime_type"]?.string }.sorted() == ["image/png", "text/plain"])
  }

  @Test func isForItsOwnerAlone() throws {
    try export()
    for name in ["messages.jsonl", "manifest.json", "media/\(Self.photoHash.prefix(16)).png"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: path + "/" + name)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
    let attributes = try FileManager.default.attributesOfItem(atPath: path + "/media")
    #expect(attributes[.posixPermissions] as? Int == 0o700)
  }

  @Test func writesTheFormatsThatWereAskedFor() throws {
    try export(ExportOptions(formats: [.csv]), media: [])
    #expect(try names() == ["chats.csv", "manifest.json", "media", "messages.csv"])
  }

  @Test func obeysTheOptionsOfCSV() throws {
    let csv = CSVOptions(hasByteOrderMark: true, guardsFormulas: false)
    try export(ExportOptions(csv: csv), text: "=1")
    #expect(try text("messages.csv").hasPrefix("\u{FEFF}chat,"))
    #expect(try text("chats.csv").hasPrefix("\u{FEFF}chat,"))
    #expect(try text("messages.csv").contains(",text,=1,"))
  }

  @Test func describesMediaThatItDoesNotCopy() throws {
    let summary = try export(ExportOptions(copiesMedia: false))
    #expect(try !names().contains("media"))
    #expect(
      try text("messages.jsonl").contains(
        #""mime_type":"image/png","size":33,"sha256":"\#(Self.photoHash)","path":null}"#))
    #expect(summary.copiedFiles == 0 && summary.media.present == 1)
  }

  @Test func keepsEveryContentOnce() throws {
    let summary = try export(media: [
      ("a.png", Self.photo), ("b.PNG", Self.photo), ("c.jpg", Self.photo), ("d", []), ("e", []),
    ])
    // The hash of nothing begins with e3b0c44298fc1c14.
    #expect(
      try names("/media") == ["\(Self.photoHash.prefix(16)).png", "e3b0c44298fc1c14.bin"].sorted())
    #expect(summary.copiedFiles == 2 && summary.copiedBytes == 33)
    #expect(summary.media.present == 5 && summary.media.bytes == 99)
  }

  static let extensions: [(String, String, String)] = [
    ("IMG-1.JPG", "image/png", "jpg"), ("a.tar.gz", "", "gz"), ("Name", "image/webp", "webp"),
    ("a.", "audio/ogg", "ogg"), ("a.é", "video/mp4", "mp4"), ("a.b/c", "text/vcard", "vcf"),
    ("../../x", "application/x-odd", "bin"), ("a.verylongone", "", "bin"), (".jpg", "", "jpg"),
    ("a.j\0pg", "image/jpeg", "jpg"), ("a.sh ", "text/plain", "txt"), ("", "", "bin"),
  ]

  @Test(arguments: extensions)
  func takesNothingButPlainExtensionsFromNames(name: String, type: String, expected: String) {
    #expect(MediaShelf.fileExtension(of: name, type: type) == expected)
  }

  @Test func knowsNamesOfItsOwnMaking() {
    let long = String(repeating: "a", count: 64)
    for name in ["0123456789abcdef.jpg", "\(long).bin"] { #expect(MediaShelf.isOurs(name)) }
    for name in [
      "0123456789abcdef", "0123456789ABCDEF.jpg", "0123456789abcde.jpg", "photo.jpg", "a.b.c",
      "0123456789abcdef.", "0123456789abcdef.a.b", "incoming.partial",
    ] { #expect(!MediaShelf.isOurs(name)) }
  }

  @Test func replacesAnEarlierExportAndLeavesWhatIsNotOurs() throws {
    try export(text: "old", media: [("a.png", Self.photo)])
    try folder.write("mine", to: "out/notes.txt")
    try folder.write("mine", to: "out/media/holiday.jpg")
    try export(ExportOptions(formats: [.jsonl]), text: "new", media: [("b.txt", Self.voice)])
    #expect(
      try names() == ["chats.jsonl", "manifest.json", "media", "messages.jsonl", "notes.txt"])
    #expect(
      try names("/media") == ["\(Self.voiceHash.prefix(16)).txt", "holiday.jpg"].sorted())
    #expect(try text("messages.jsonl").contains("new"))
    #expect(try text("notes.txt") == "mine")
    try export(ExportOptions(copiesMedia: false), media: [])
    #expect(try names("/media") == ["holiday.jpg"])
  }

  @Test func givesTheSameBytesEachTime() throws {
    try export()
    let first = try names().filter { $0 != "media" }.map { try text($0) }
    try export()
    #expect(try names().filter { $0 != "media" }.map { try text($0) } == first)
  }

  @Test(arguments: ["messages.jsonl", "messages.csv", "chats.jsonl", "chats.csv", "media"])
  func refusesAFolderWithFilesOfOthers(name: String) throws {
    try Folder.create(path)
    try folder.write("theirs", to: "out/" + name)
    #expect(throws: RecordsError.folderTaken(path: path, file: name)) {
      try export(ExportOptions(formats: [.jsonl], copiesMedia: false))
    }
    #expect(try names() == [name])
    #expect(try text(name) == "theirs")
  }

  static let manifests: [(String, RecordsError?)] = [
    ("", .folderTaken(path: "", file: "manifest.json")),
    ("{\"name\":\"an app\"}", .folderTaken(path: "", file: "manifest.json")),
    (
      "{\"format\":\"chatferry-backup\",\"version\":1}",
      .folderTaken(path: "", file: "manifest.json")
    ),
    ("{\"format\":\"chatferry-export\",\"version\":2,", .newerExport(path: "", version: 2)),
    ("{\"format\":\"chatferry-export\",\"version\":12}", .newerExport(path: "", version: 12)),
    ("{\n  \"format\": \"chatferry-export\",\n  \"version\": 1,\n \"files\": []}", nil),
  ]

  @Test(arguments: manifests)
  func knowsItsOwnManifest(text manifest: String, error: RecordsError?) throws {
    try Folder.create(path)
    try folder.write(manifest, to: "out/manifest.json")
    switch error {
    case .folderTaken(_, let file):
      #expect(throws: RecordsError.folderTaken(path: path, file: file)) { try export() }
    case .newerExport(_, let version):
      #expect(throws: RecordsError.newerExport(path: path, version: version)) { try export() }
    default: try export()
    }
    if error != nil { #expect(try text("manifest.json") == manifest) }
  }

  @Test func takesOverAnExportThatWasBrokenOff() throws {
    do {
      let broken = try ExportFolder(path, ExportOptions())
      _ = try broken.add(Bytes(Self.voice), named: "a.txt")
    }
    #expect(try names() == ["manifest.json", "media"])
    #expect(try text("manifest.json").contains("\"complete\":false"))
    try export()
    #expect(try names("/media") == ["\(Self.photoHash.prefix(16)).png"])
  }

  @Test func isWrittenByOneRunAtATime() throws {
    let first = try ExportFolder(path, ExportOptions())
    let locked = FilesError.locked(path: path + "/manifest.json.partial")
    #expect(throws: RecordsError.file(locked)) { try export() }
    withExtendedLifetime(first) {}
  }

  @Test func doesNotFollowALinkOfThatName() throws {
    try export()
    try FileManager.default.removeItem(atPath: path + "/media")
    try FileManager.default.createSymbolicLink(
      atPath: path + "/media", withDestinationPath: folder.path)
    let refused = FilesError.cannotCreate(path: path + "/media", code: ENOTDIR)
    #expect(throws: RecordsError.file(refused)) { try export() }
  }

  @Test func namesAPlaceWhereNothingCanBeMade() throws {
    try folder.write("a file", to: "out")
    #expect(throws: RecordsError.file(.cannotCreate(path: path, code: EEXIST))) { try export() }
  }

  @Test func passesOnAFailingSource() throws {
    let export = try ExportFolder(path, ExportOptions())
    #expect(throws: Bytes.Broken.self) {
      try export.add(Bytes(Self.photo, failsAtEnd: true), named: "a.png")
    }
    #expect(try names("/media") == [])
    let plan = try ExportFolder(folder.file("other"), ExportOptions(copiesMedia: false))
    #expect(throws: Bytes.Broken.self) {
      try plan.add(Bytes(Self.photo, failsAtEnd: true), named: "a.png")
    }
  }

  /// Every system call of a second export fails once: the first one is whole afterwards, or the second, and no partial
  /// file is left; and a run after that gives what an unbroken one gives.
  @Test(arguments: [FaultPlan.Call.open, .write, .sync, .rename, .remove], [ENOSPC, EIO])
  func isWholeWhicheverCallFails(call: FaultPlan.Call, code: Int32) throws {
    try export(text: "old", media: [("a.txt", Self.voice)])
    try FileManager.default.copyItem(atPath: path, toPath: folder.file("first"))
    var number = 0
    while true {
      number += 1
      try? FileManager.default.removeItem(atPath: path)
      try FileManager.default.copyItem(atPath: folder.file("first"), toPath: path)
      let plan = FaultPlan(failing: (call, number, code))
      do {
        try export(text: "new", operations: plan.operations)
        // Past the last call of that sort, or the dropping of a partial file, which is nobody's loss.
        if plan.count(of: call) < number { break }
      } catch let error as RecordsError {
        guard case .file(let fault) = error else { throw error }
        let isSpace = call != .remove && code == ENOSPC
        #expect(fault.isDiskFull == isSpace, "\(call) \(number): \(fault)")
      }
      let all = try names() + names("/media")
      #expect(!all.contains { $0.hasSuffix(".partial") }, "\(call) \(number): \(all)")
      for name in ["messages.jsonl", "messages.csv"] {
        let isOld = try text(name).contains("old")
        #expect(try isOld || text(name).contains("new"), "\(call) \(number)")
      }
      try expectManifestHoldsOrIsOld(call, number)
      #expect(number < 50)
    }
    #expect(number > 1)
    try export(text: "new")
    #expect(try names("/media") == ["\(Self.photoHash.prefix(16)).png"])
  }

  /// What the manifest says of `media/` is there, whatever failed: old files go last.
  private func expectManifestHoldsOrIsOld(_ call: FaultPlan.Call, _ number: Int) throws {
    let manifest = try JSONValue(
      parsing: FileSource.contents(of: path + "/manifest.json", limit: 10_000))
    for file in manifest["files"]?.array ?? [] {
      let name = try #require(file["path"]?.string)
      #expect(Folder.hasItem(path + "/" + name), "\(call) \(number): \(name)")
    }
  }
}

/// A source that gives three bytes at a time, and can break.
private final class Bytes: ByteSource {
  struct Broken: Error {}

  private var rest: ArraySlice<UInt8>
  private let failsAtEnd: Bool

  init(_ bytes: [UInt8], failsAtEnd: Bool = false) {
    rest = bytes[...]
    self.failsAtEnd = failsAtEnd
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if rest.isEmpty, failsAtEnd { throw Broken() }
    let part = rest.prefix(min(3, buffer.count))
    buffer.copyBytes(from: part)
    rest = rest.dropFirst(part.count)
    return part.count
  }
}
