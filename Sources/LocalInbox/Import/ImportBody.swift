internal import Files
internal import JSONText
internal import Synchronization

/// Receives `POST /chat_import/`: small bodies in memory, larger ones on the disk, none over the limit.
final class ImportBody: BodyReceiver {
  private static let memoryInBytes = 256 * 1024

  private let service: InboxService
  private var bytes: [UInt8] = []
  private var file: IncomingFile?
  private var size = 0
  private var failure: (any Error)?

  /// Refuses by the head what it can.
  static func receive(_ service: InboxService, _ request: HTTPRequest) -> any BodyReceiver {
    guard request.mediaType == "application/json" else {
      return IgnoredBody(service.unsupported(request))
    }
    let limit = service.settings.importLimitInBytes
    if let length = request.contentLength, length > Int64(limit) {
      return IgnoredBody(tooLarge(limit))
    }
    return ImportBody(service)
  }

  private init(_ service: InboxService) { self.service = service }

  func take(_ piece: Span<UInt8>) {
    size += piece.count
    guard size <= service.settings.importLimitInBytes, failure == nil else {
      bytes = []
      file = nil
      return
    }
    do throws(FilesError) {
      if file == nil, size > Self.memoryInBytes {
        file = try IncomingFile(in: service.directory)
        try file?.write(bytes.span)
        bytes = []
      }
      guard let file else {
        piece.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
        return
      }
      try file.write(piece)
    } catch {
      failure = error
    }
  }

  func finish() -> HTTPResponse {
    let limit = service.settings.importLimitInBytes
    if size > limit { return Self.tooLarge(limit) }
    return service.importing.withLock { _ in
      do {
        if let failure { throw failure }
        let body = try file?.contents() ?? bytes
        bytes = []
        file = nil
        let json: JSONValue
        do throws(JSONError) {
          json = try JSONValue(parsing: body)
        } catch {
          return .detail(400, "JSON parse error - \(error)")
        }
        let order = try ImportOrder(json, store: service.store)
        return try ChatImporter(order, service).run()
      } catch {
        return service.response(to: error)
      }
    }
  }

  private static func tooLarge(_ limit: Int) -> HTTPResponse {
    .reason(413, "An import may be \(limit) bytes long. Cut the chat into parts between messages.")
  }
}
