internal import CSimdJSON

/// A text and where its values lie. Never changes after it was made.
final class JSONDocument: Sendable {
  /// Containers that may stand inside each other.
  static let depthLimit = 64

  let bytes: [UInt8]
  /// In the order of the text; a member's name stands before its value.
  let nodes: [cjson_node]

  init(_ bytes: [UInt8]) throws(JSONError) {
    var nodes: UnsafeMutablePointer<cjson_node>?
    var count = 0
    var offset = 0
    let problem = bytes.withUnsafeBufferPointer {
      cjson_parse($0.baseAddress, $0.count, Self.depthLimit, &nodes, &count, &offset)
    }
    defer { cjson_free(nodes) }
    if let problem {
      throw .invalid(reason: String(cString: problem), byteOffset: offset)
    }
    self.bytes = bytes
    self.nodes = Array(UnsafeBufferPointer(start: nodes, count: count))
  }
}
