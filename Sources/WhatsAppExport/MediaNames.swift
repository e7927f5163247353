package import ChatRecords

/// Finds the entries that a chat text names: by the exact name, else by the name without its marks, in
/// any normal form. Only names are compared, never paths, so a text cannot point outside the archive.
struct MediaNames {
  /// In the order of the archive.
  let entries: [ExportEntry]
  private var exact: [[UInt8]: Int] = [:]
  /// Strings are equal when they are canonically equivalent, so NFC and NFD need no folding.
  private var loose: [String: Int] = [:]
  private var isUsed: [Bool]
  private var missingNames: Set<String> = []

  init(_ entries: [ExportEntry]) {
    self.entries = entries
    isUsed = [Bool](repeating: false, count: entries.count)
    for (place, entry) in entries.enumerated() {
      let bytes = Array(entry.name.utf8)
      if exact[bytes] == nil { exact[bytes] = place }
      let name = Self.plain(bytes.span, from: 0, to: bytes.count)
      if loose[name] == nil { loose[name] = place }
    }
  }

  /// The place in `entries` of the file that the text calls so; nil when it is not there.
  func find(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    if entries.isEmpty { return nil }
    return exact[Array(bytes, start..<end)] ?? loose[Self.plain(bytes, from: start, to: end)]
  }

  /// A name without marks, and without spaces at its ends: between a marker's words they cannot be told.
  private static func plain(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> String {
    var (start, end) = (start, end)
    while start < end, bytes[start] == 0x20 { start += 1 }
    while start < end, bytes[end - 1] == 0x20 { end -= 1 }
    return withoutMarks(bytes, from: start, to: end)
  }

  mutating func use(_ place: Int) { isUsed[place] = true }
  /// Notes a name that was looked for in vain; false where it was before.
  mutating func miss(_ name: String) -> Bool { missingNames.insert(name).inserted }

  var used: [ExportEntry] { zip(entries, isUsed).filter { $0.1 }.map(\.0) }
  var unused: [ExportEntry] { zip(entries, isUsed).filter { !$0.1 }.map(\.0) }
  /// How many different names were looked for in vain.
  var missing: Int { missingNames.count }

  /// A name as people read it.
  static func withoutMarks(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> String {
    var name: [UInt8] = []
    name.reserveCapacity(end - start)
    var at = start
    while at < end {
      let length = TextFold.markLength(bytes, at: at, end: end)
      if length == 0 {
        name.append(bytes[at])
        at += 1
      } else {
        at += length
      }
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// The part of a document's name that its sender gave it: without the number that iOS puts before it;
  /// null for a name that the phone made up, and where the text left the name out.
  static func title(
    _ name: MessageRecord.Field, in arena: Span<UInt8>
  ) -> MessageRecord.Field {
    if name.isNull { return .null }
    let bytes = arena.extracting(name.start..<name.start + name.count)
    if bytes.count > 9, bytes[8] == UInt8(ascii: "-"), (0..<8).allSatisfy({ bytes[$0] &- 48 < 10 })
    {
      return MessageRecord.Field(start: name.start + 9, count: name.count - 9)
    }
    let prefix = Array("DOC-".utf8)
    let isMadeUp = bytes.count > 4 && (0..<4).allSatisfy { bytes[$0] == prefix[$0] }
    return isMadeUp ? .null : name
  }

  /// Whether a phone made the name up: `IMG-20220310-WA0001.jpg`, `00000012-PHOTO-2022-03-10-11-00-00.jpg`,
  /// `2017-03-01-PHOTO-00000012.jpg`.
  static func isPhoneName(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    TextWalk.namedDay(bytes, from: start, to: end) != nil
  }

  /// What a file is, by the name that a phone gave it.
  ///
  /// Android: `IMG-`, `VID-`, `PTT-`, `AUD-`, `STK-`, `DOC-`. iOS: `00000012-PHOTO-…`, or
  /// `2017-03-01-PHOTO-00000012.jpg` before 2018. A GIF is a silent MP4 film. Else the ending tells.
  static func kind(of name: String) -> MessageRecord.Kind {
    let upper = name.uppercased()
    let ending = ending(of: upper)
    switch ending {
    case "VCF": return .contact
    case "OPUS": return upper.hasPrefix("AUD-") ? .audio : .voice
    case "WEBP": return upper.hasPrefix("IMG-") || upper.contains("-PHOTO-") ? .image : .sticker
    default: break
    }
    if let hyphen = upper.firstIndex(of: "-") {
      switch upper[..<hyphen] {
      case "IMG": return .image
      case "VID": return .video
      case "PTT": return .voice
      case "AUD": return .audio
      case "STK": return .sticker
      case "DOC": return .document
      default: break
      }
    }
    if let kind = kindOfAppleName(upper) { return kind }
    switch ending {
    case "JPG", "JPEG", "PNG", "GIF", "HEIC", "HEIF", "AVIF", "BMP", "TIF", "TIFF": return .image
    case "MP4", "MOV", "3GP", "3GPP", "M4V", "MKV", "AVI", "WEBM": return .video
    case "MP3", "M4A", "AAC", "AMR", "WAV", "OGG", "OGA", "FLAC", "WMA": return .audio
    default: return .document
    }
  }

  private static func kindOfAppleName(_ upper: String) -> MessageRecord.Kind? {
    guard upper.utf8.first.map({ $0 &- 48 < 10 }) == true else { return nil }
    let words = upper.split(separator: "-", maxSplits: 4, omittingEmptySubsequences: false)
    let word: Substring
    if words.count > 2, words[0].count == 8, words[0].allSatisfy(\.isNumber) {
      word = words[1]
    } else if words.count > 3, words[0].count == 4, words[1].count == 2, words[2].count == 2 {
      word = words[3]
    } else {
      return nil
    }
    switch word {
    case "PHOTO": return .image
    case "VIDEO", "GIF": return .video
    case "AUDIO": return .audio
    case "STICKER": return .sticker
    default: return nil
    }
  }

  private static func ending(of upper: String) -> Substring {
    guard let dot = upper.lastIndex(of: ".") else { return "" }
    return upper[upper.index(after: dot)...]
  }

  /// Whether the text is the name of a file that Android would send as a document.
  static func isDocumentName(_ text: String) -> Bool {
    guard !text.contains("\n"), let dot = text.lastIndex(of: "."), dot != text.startIndex else {
      return false
    }
    return documentEndings.contains(ending(of: text.uppercased()))
  }

  private static let documentEndings: Set<Substring> = [
    "PDF", "DOC", "DOCX", "DOT", "DOTX", "ODT", "RTF", "TXT", "CSV", "TSV", "XLS", "XLSX", "XLSM",
    "ODS", "PPT", "PPTX", "PPS", "PPSX", "ODP", "ZIP", "RAR", "7Z", "GZ", "TAR", "APK", "EPUB",
    "MOBI", "JSON", "XML", "HTML", "HTM", "MD", "PAGES", "NUMBERS", "KEY", "PSD", "AI", "SVG",
    "EPS", "DWG", "DXF", "STL", "ICS", "LOG", "MSG", "EML", "KML", "KMZ", "GPX", "P7S", "OGG",
    "MP3", "M4A", "WAV", "FLAC", "MP4", "MOV", "MKV", "AVI", "JPG", "JPEG", "PNG", "GIF", "HEIC",
    "TIF", "TIFF", "BMP", "WEBP", "TTF", "OTF",
  ]
}

/// What a reader of chat texts takes a file of this name for.
package func mediaKind(ofName name: String) -> MessageRecord.Kind { MediaNames.kind(of: name) }
