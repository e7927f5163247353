internal import Files
internal import JSONText

/// `manifest.json`: what the export is made of, every file with its size and hash.
///
/// It always begins with `format` and `version`, so that its first bytes tell whose it is.
enum ExportManifest {
  static let version = 1
  private static let format = "chatferry-export"

  /// The mark of a folder whose export is still under way, or was broken off.
  static let unfinished =
    "{\"format\":\"\(format)\",\"version\":\(version),\"complete\":false,\"files\":[]}\n"

  /// The format version of a manifest of ours; nil for any other file.
  static func versionOrNil(of path: String) throws(FilesError) -> Int? {
    let start = try FileSource.beginning(of: path, count: 256)
    let text = String(decoding: start, as: UTF8.self).filter { !$0.isWhitespace }
    let mark = "{\"format\":\"\(format)\",\"version\":"
    guard text.hasPrefix(mark) else { return nil }
    return Int(text.dropFirst(mark.count).prefix { $0.isASCII && $0.isNumber })
  }

  static func write(
    _ summary: ExportSummary, isComplete: Bool, sources: [ExportSource],
    files: [(name: String, receipt: OutputFile.Receipt)], media: MediaShelf?, to file: OutputFile
  ) throws(FilesError) {
    var json = JSONWriter()
    json.beginObject()
    json.key("format")
    json.string(format)
    json.key("version")
    json.number(Int64(version))
    json.key("complete")
    json.bool(isComplete)
    json.key("sources")
    json.beginArray()
    for source in sources {
      json.beginObject()
      json.key("type")
      json.string(source.type)
      json.key("name")
      json.string(source.name)
      json.endObject()
    }
    json.endArray()
    json.key("chats")
    json.number(Int64(summary.chats))
    json.key("messages")
    json.number(Int64(summary.messages))
    json.key("media")
    summary.media.write(to: &json)
    json.key("files")
    json.beginArray()
    for (name, receipt) in files {
      entry(name, size: receipt.size, receipt.sha256, mimeType: nil, to: &json)
    }
    media?.forEach { path, size, digest, mimeType in
      entry(path, size: size, digest, mimeType: mimeType, to: &json)
    }
    json.endArray()
    json.endObject()
    json.bytes.append(UInt8(ascii: "\n"))
    try file.write(json.bytes.span)
  }

  private static func entry(
    _ path: String, size: Int64, _ digest: SHA256.Digest, mimeType: String?,
    to json: inout JSONWriter
  ) {
    json.beginObject()
    json.key("path")
    json.string(path)
    json.key("size")
    json.number(size)
    json.key("sha256")
    json.string(digest.hex)
    if let mimeType {
      json.key("mime_type")
      json.string(mimeType)
    }
    json.endObject()
  }
}
