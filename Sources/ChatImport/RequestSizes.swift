internal import Files
internal import InboxAPI

/// How large requests become, asked of the client that will send them.
struct RequestSizes: Sendable {
  /// An id as servers give them, for files that have none yet.
  static let likelyReceipt = MediaReceipt(id: "00000000-0000-0000-0000-000000000000")

  /// Nil in a dry run, which needs none: the documented field names are assumed then.
  private let client: GetChatClient?
  private let plan: ChatPlan

  init(_ plan: ChatPlan, _ client: GetChatClient?) {
    self.client = client
    self.plan = plan
  }

  /// Of a request without text and files, its offset being 0, in bytes.
  var overhead: Int64 { length([]) }

  /// Of a file's item in `media_files`, in bytes.
  func item(_ name: String, _ receipt: MediaReceipt?) -> Int64 {
    length([.init(fileName: name, receipt: receipt ?? Self.likelyReceipt)]) - length([])
  }

  private func length(_ files: [ChatImportRequest.MediaFile]) -> Int64 {
    let request = ChatImportRequest(
      participants: plan.participants, utcOffsetMinutes: 0, languageCode: plan.languageCode,
      mediaFiles: files, escapedText: NoText())
    return client?.bodyLength(of: request)
      ?? GetChatClient.bodyLength(of: request, profile: ImportProfile())
  }

  private final class NoText: RequestBody, ByteSource {
    var length: Int64 { 0 }
    func open() throws -> any ByteSource { self }
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int { 0 }
  }
}

extension ChatPlan {
  /// The partner, named as in the text. Ours is not sent.
  var participants: [ChatImportRequest.Participant] {
    [.init(name: partnerName, number: partnerNumber ?? "")]
  }

  /// Cuts rows into parts.
  ///
  /// - Parameter file: the file that a row shows, as its part refers to it.
  func cut(
    _ rows: [Range<Int64>], of store: PlanStore, limit: Int64?, overhead: Int64,
    file: (PlanRow) throws -> PartCutter.File?
  ) throws -> [PartCutter.Part] {
    var cutter = PartCutter(
      limits: .init(bytes: limit, overhead: overhead, isCanonical: isCanonical))
    var parts: [PartCutter.Part] = []
    try store.forEach(in: rows) { row in
      if let part = try cutter.add(row, file: try file(row)) { parts.append(part) }
    }
    if let part = cutter.finish() { parts.append(part) }
    return parts
  }
}
