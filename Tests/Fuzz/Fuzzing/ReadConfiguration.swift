@testable import chatferry

/// Reads the bytes as a configuration file.
@_cdecl("chatferry_read_configuration")
public func readConfiguration(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: data, count: count)
  guard let text = String(validating: bytes, as: UTF8.self) else { return 0 }
  do {
    let configuration = try Configuration(path: "config.toml", text: text)
    let profiles = Array(configuration.inboxes.values) + Array(configuration.partners.values)
    for value in profiles.flatMap(\.values.values) { precondition(value.line > 0) }
  } catch {
    precondition(!"\(error)".isEmpty)
  }
  return 0
}
