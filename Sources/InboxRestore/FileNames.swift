internal import ChatRecords
internal import Files
internal import WhatsAppExport

/// Names for the files of one chat text: each content one name, each name one content, and each such that a reader
/// takes the file for what the message says it is.
struct FileNames {
  private var contents: [String: SHA256.Digest] = [:]
  private var names: [SHA256.Digest: [MessageRecord.Kind: String]] = [:]
  private var count = 0

  private static let longest = 180

  /// - Parameters:
  ///   - given: the file's name as the message has it.
  ///   - type: its media type.
  ///   - time: of the message, POSIX seconds.
  mutating func name(
    for sha256: SHA256.Digest, given: String?, kind: MessageRecord.Kind, type: String, time: Int64
  ) -> String {
    if let given = given.flatMap(Self.plain), Self.fits(given, kind) {
      if isFree(given, sha256) { return take(given, sha256) }
      let dot = given.lastIndex(of: ".") ?? given.endIndex
      for number in 2...99_999 {
        let other = "\(given[..<dot]) (\(number))\(given[dot...])"
        if isFree(other, sha256) { return take(other, sha256) }
      }
    }
    if let known = names[sha256]?[kind] { return known }
    while true {
      count += 1
      let name = Self.phoneName(kind, type: type, time: time, count)
      guard isFree(name, sha256) else { continue }
      names[sha256, default: [:]][kind] = name
      return take(name, sha256)
    }
  }

  private func isFree(_ name: String, _ sha256: SHA256.Digest) -> Bool {
    contents[name].map { $0 == sha256 } ?? true
  }

  private mutating func take(_ name: String, _ sha256: SHA256.Digest) -> String {
    contents[name] = sha256
    return name
  }

  /// Whether a reader takes a file of this name for such a message's.
  private static func fits(_ name: String, _ kind: MessageRecord.Kind) -> Bool {
    switch kind {
    case .image, .video, .audio, .voice, .sticker: mediaKind(ofName: name) == kind
    default: true
    }
  }

  /// A name that can stand in `<attached: NAME>`; nil for one that cannot without becoming another.
  private static func plain(_ name: String) -> String? {
    let isPlain = name.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF:
        false
      case 0x2F, 0x5C, 0x3C, 0x3E: false
      default: true
      }
    }
    let isEven = name.first != " " && name.last != " " && name.first != "."
    return isPlain && isEven && (1...longest).contains(name.utf8.count) ? name : nil
  }

  /// As Android names files: `IMG-20220310-WA0001.jpg`.
  private static func phoneName(
    _ kind: MessageRecord.Kind, type: String, time: Int64, _ count: Int
  ) -> String {
    let start =
      switch kind {
      case .image: "IMG"
      case .video: "VID"
      case .audio: "AUD"
      case .voice: "PTT"
      case .sticker: "STK"
      default: start(ofType: type)
      }
    let day = CivilDate(daysSince1970: time / 86_400 - (time % 86_400 < 0 ? 1 : 0))
    let ending = kind == .voice ? "opus" : kind == .sticker ? "webp" : fileEnding(ofType: type)
    return "\(start)-\(padded(Int(day.year), 4))\(padded(day.month, 2))\(padded(day.day, 2))"
      + "-WA\(padded(count, 4)).\(ending)"
  }

  private static func start(ofType type: String) -> String {
    switch type.prefix(while: { $0 != "/" }) {
    case "image": "IMG"
    case "video": "VID"
    case "audio": "AUD"
    default: "DOC"
    }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
