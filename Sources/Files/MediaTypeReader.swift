internal import CMagic

/// Tells media types from the first bytes of a file, by libmagic; never from its name.
///
/// Holds libmagic's table of some megabytes: make one and keep it. Used by one thread at a time.
package final class MediaTypeReader {
  /// How many first bytes `type(of:)` wants to see; more change nothing worth having.
  package static let wantedBytes = 64 * 1024
  /// The type of what nobody knows.
  package static let unknown = "application/octet-stream"

  private let cookie: magic_t

  /// - Throws: `noMediaTypes`.
  package init() throws(FilesError) {
    guard let cookie = magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS) else {
      throw .noMediaTypes(reason: "out of memory")
    }
    guard magic_load(cookie, nil) == 0 else {
      let reason = magic_error(cookie).map { String(cString: $0) } ?? "unknown reason"
      magic_close(cookie)
      throw .noMediaTypes(reason: reason)
    }
    self.cookie = cookie
  }

  deinit { magic_close(cookie) }

  /// The MIME type, `type/subtype` in lower case; `unknown` for what is not recognized.
  ///
  /// - Parameter firstBytes: the file's beginning; the whole file where it is shorter than `wantedBytes`.
  package func type(of firstBytes: Span<UInt8>) -> String {
    if firstBytes.isEmpty { return Self.unknown }
    let answer = firstBytes.withUnsafeBytes { bytes in
      magic_buffer(cookie, bytes.baseAddress, min(bytes.count, Self.wantedBytes))
        .map { String(cString: $0) }
    }
    guard let answer else { return Self.unknown }
    return Self.registered(answer.lowercased())
  }

  /// The name that IANA and messengers use where libmagic says another one.
  private static func registered(_ type: String) -> String {
    switch type {
    case "audio/x-m4a": "audio/mp4"
    case "audio/x-hx-aac-adts", "audio/x-hx-aac-adif", "audio/x-aac": "audio/aac"
    case "audio/opus", "application/ogg": "audio/ogg"
    case "audio/x-wav", "audio/vnd.wave": "audio/wav"
    case "audio/x-flac": "audio/flac"
    case "audio/x-mp3", "audio/mp3": "audio/mpeg"
    case "video/x-m4v", "application/mp4": "video/mp4"
    case "image/x-ms-bmp": "image/bmp"
    case "text/x-vcard", "text/directory": "text/vcard"
    case "application/csv": "text/csv"
    case "application/x-zip-compressed": "application/zip"
    case let type where type.hasPrefix("inode/") || !isType(type): unknown
    case let type: type
    }
  }

  private static func isType(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy {
            (97...122).contains($0) || (48...57).contains($0) || "+-._".utf8.contains($0)
          }
      }
  }
}
