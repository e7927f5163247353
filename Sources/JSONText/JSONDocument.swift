internal import CSimdJSON

/// A text and where its values lie.
///
/// Unchecked: nothing of it changes between `init` and `deinit`, which frees the nodes.
final class JSONDocument: @unchecked Sendable {
  /// Containers that may stand inside each other.
  static let depthLimit = 64

  let bytes: [UInt8]
  /// In the order of the text; a member's name stands before its value. nil where only pieces were picked out.
  let nodes: UnsafeMutablePointer<cjson_node>?

  init(_ bytes: [UInt8]) throws(JSONError) {
    var nodes: UnsafeMutablePointer<cjson_node>?
    var count = 0
    var offset = 0
    let problem = bytes.withUnsafeBufferPointer {
      cjson_parse($0.baseAddress, $0.count, Self.depthLimit, &nodes, &count, &offset)
    }
    if let problem { throw .invalid(reason: String(cString: problem), byteOffset: offset) }
    self.bytes = bytes
    self.nodes = nodes
  }

  /// For a text that was checked.
  init(checked bytes: [UInt8]) {
    self.bytes = bytes
    nodes = nil
  }

  deinit { cjson_free(nodes) }
}
