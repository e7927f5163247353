internal import Files
internal import JSONText

/// Receives `POST /media/`: the part `file_encoded` of a multipart form goes to the disk as it comes.
final class MediaUpload: BodyReceiver {
  private static let field = "file_encoded"
  private static let unknownTypes = ["", "application/octet-stream", "binary/octet-stream"]

  private let service: InboxService
  private var form: FormReader?
  private var file: IncomingFile?
  private var declaredType = ""
  private var firstBytes: [UInt8] = []
  /// Whether the pieces that come now belong to the file.
  private var isInside = false
  private var wasPlainField = false
  private var failure: (any Error)?

  static func receive(
    _ service: InboxService, _ request: HTTPRequest, _ connection: OpaquePointer
  ) -> any BodyReceiver {
    MediaUpload(service, request, connection) ?? IgnoredBody(service.unsupported(request))
  }

  /// nil when the request is no multipart form with a boundary.
  private init?(_ service: InboxService, _ request: HTTPRequest, _ connection: OpaquePointer) {
    guard request.mediaType == "multipart/form-data" else { return nil }
    self.service = service
    let form = FormReader(connection: connection) { [unowned self] in receive($0, $1) }
    guard let form else { return nil }
    self.form = form
  }

  func take(_ bytes: Span<UInt8>) { form?.take(bytes) }

  func finish() -> HTTPResponse {
    let isWhole = form?.finish() ?? false
    form = nil
    // Whatever was not kept is gone before the answer.
    defer { file = nil }
    do {
      if let failure { throw failure }
      guard isWhole else {
        return .detail(400, "Multipart form parse error - the form is cut off or malformed.")
      }
      guard let file else {
        let words =
          wasPlainField
          ? "The submitted data was not a file. Check the encoding type on the form."
          : "No file was submitted."
        return FieldErrors(Self.field, words).response
      }
      let record = MediaRecord(
        id: UUIDText(), sha256: try file.finish(), size: file.size, mimeType: mimeType())
      try service.media.add(record, from: file.path)
      return .json(201) {
        $0.beginObject()
        $0.key("file")
        $0.string(service.link(toMedia: record.id.text))
        $0.key("id")
        $0.string(record.id.text)
        $0.endObject()
      }
    } catch {
      return service.response(to: error)
    }
  }

  private func receive(_ piece: FormPiece, _ bytes: UnsafeRawBufferPointer) {
    if piece.offset == 0 {
      // The first file counts; a second one of the same name is read over. A file's first piece may be empty, and
      // then its second one is at 0 too.
      let isFile = piece.name == Self.field && piece.fileName != nil
      isInside = isFile && (file == nil || isInside && file?.size == 0)
      if piece.name == Self.field, piece.fileName == nil { wasPlainField = true }
      if isInside { declaredType = piece.contentType ?? "" }
    }
    guard isInside, failure == nil else { return }
    do throws(FilesError) {
      if file == nil { file = try IncomingFile(in: service.directory) }
      if firstBytes.count < MediaTypeReader.wantedBytes {
        firstBytes += bytes.prefix(MediaTypeReader.wantedBytes - firstBytes.count)
      }
      try file?.write(bytes)
    } catch {
      failure = error
      file = nil
    }
  }

  /// What the client said, or what the bytes say where it said nothing.
  private func mimeType() -> String {
    let essence = declaredType.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
    if MIMEType.isValid(essence), !Self.unknownTypes.contains(essence) { return essence }
    return service.mediaType(of: firstBytes)
  }
}
