import CTOML

/// Reads the bytes as a configuration, as far as toml++ and its C header go; what is made of the entries stands in the
/// program itself and has its own test on damaged texts.
@_cdecl("chatferry_read_configuration")
public func readConfiguration(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = UnsafeBufferPointer(start: data, count: count).map { CChar(bitPattern: $0) }
  let document = ctoml_parse(text, text.count)
  defer { ctoml_free(document) }
  if let failure = ctoml_failure(document) {
    precondition(!String(cString: failure).isEmpty)
    precondition(ctoml_failure_line(document) > 0 && ctoml_failure_column(document) > 0)
    return 0
  }
  for index in 0..<ctoml_count(document) {
    let entry = ctoml_at(document, index)
    for depth in 0..<Int(entry.depth) { _ = entry.keys[depth].map { String(cString: $0) } }
    precondition(entry.kind != ctoml_string || entry.string != nil)
    _ = entry.string.map { String(cString: $0) }
    precondition(entry.line > 0 && entry.column > 0)
  }
  return 0
}
