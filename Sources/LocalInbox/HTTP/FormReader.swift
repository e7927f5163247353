internal import CMicroHTTPD

/// A piece of one field of a form.
struct FormPiece {
  let name: String
  /// nil for a plain field.
  let fileName: String?
  let contentType: String?
  /// Where in the field's value the piece lies; 0 begins a new field.
  let offset: UInt64
}

/// Takes a form's fields apart, url-encoded or multipart, piece by piece and in bounded memory.
///
/// For one thread; `onPiece` is called from within `take`.
final class FormReader {
  private static let bufferSizeInBytes = 64 * 1024

  private var processor: OpaquePointer?
  private let onPiece: (FormPiece, UnsafeRawBufferPointer) -> Void
  private var isBroken = false

  /// nil when the request's content type is no form or lacks its boundary.
  init?(
    connection: OpaquePointer, onPiece: @escaping (FormPiece, UnsafeRawBufferPointer) -> Void
  ) {
    self.onPiece = onPiece
    processor = MHD_create_post_processor(
      connection, Self.bufferSizeInBytes, passOnPiece, Unmanaged.passUnretained(self).toOpaque())
    guard processor != nil else { return nil }
  }

  deinit { if let processor { MHD_destroy_post_processor(processor) } }

  func take(_ bytes: Span<UInt8>) {
    guard let processor, !isBroken else { return }
    bytes.withUnsafeBytes {
      let start = $0.baseAddress?.assumingMemoryBound(to: CChar.self)
      isBroken = MHD_post_process(processor, start, $0.count) == MHD_Result.NO
    }
  }

  /// Whether the form was whole: well formed, with its closing boundary.
  func finish() -> Bool {
    guard let processor else { return false }
    self.processor = nil
    return MHD_destroy_post_processor(processor) == MHD_Result.YES && !isBroken
  }

  fileprivate func pass(_ piece: FormPiece, _ bytes: UnsafeRawBufferPointer) {
    onPiece(piece, bytes)
  }
}

private func passOnPiece(
  context: UnsafeMutableRawPointer?, kind: MHD_ValueKind, name: UnsafePointer<CChar>?,
  fileName: UnsafePointer<CChar>?, contentType: UnsafePointer<CChar>?,
  encoding: UnsafePointer<CChar>?, data: UnsafePointer<CChar>?, offset: UInt64, size: Int
) -> MHD_Result {
  guard let context else { return MHD_Result.NO }
  let piece = FormPiece(
    name: name.map { String(cString: $0) } ?? "", fileName: fileName.map { String(cString: $0) },
    contentType: contentType.map { String(cString: $0) }, offset: offset)
  Unmanaged<FormReader>.fromOpaque(context).takeUnretainedValue().pass(
    piece, UnsafeRawBufferPointer(start: data, count: data == nil ? 0 : size))
  return MHD_Result.YES
}
