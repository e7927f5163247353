import Foundation
import Testing

@testable import LocalInbox

/// A local inbox with a data directory of its own, removed with it.
///
/// Unchecked: `inbox` changes in `restart` alone, which is not called while requests are open.
final class TestInbox: @unchecked Sendable {
  let path: String
  private(set) var inbox: LocalInbox
  private let settings: LocalInbox.Settings

  init(_ settings: LocalInbox.Settings = LocalInbox.Settings()) throws {
    path = NSTemporaryDirectory() + "/inbox-\(UUID().uuidString)"
    self.settings = settings
    inbox = try LocalInbox(dataDirectory: path, settings: settings)
  }

  deinit {
    inbox.stop()
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Another inbox on the same data.
  func another() throws -> LocalInbox { try LocalInbox(dataDirectory: path, settings: settings) }

  func restart() throws {
    inbox.stop()
    inbox = try another()
  }

  var url: String { inbox.url }
  var host: String { String(inbox.url.dropFirst("http://".count)) }

  /// One request on a connection of its own.
  func send(
    _ method: String, _ target: String, _ body: [UInt8]? = nil, type: String? = nil,
    authorization: String?? = .none, host: String? = nil, headers: [String] = [],
    to other: LocalInbox? = nil
  ) throws -> RawClient.Answer {
    let inbox = other ?? self.inbox
    let client = try RawClient(inbox.url)
    var head = "\(method) \(target) HTTP/1.1\r\nHost: \(host ?? self.host)\r\n"
    let token: String? =
      switch authorization {
      case .none: "Token \(inbox.token)"
      case .some(let given): given
      }
    if let token { head += "Authorization: \(token)\r\n" }
    if let type { head += "Content-Type: \(type)\r\n" }
    if let body { head += "Content-Length: \(body.count)\r\n" }
    for header in headers { head += header + "\r\n" }
    try client.send(Array((head + "\r\n").utf8) + (body ?? []))
    return try client.receive(toHead: method == "HEAD")
  }

  func get(_ target: String, from other: LocalInbox? = nil) throws -> RawClient.Answer {
    try send("GET", target, to: other)
  }

  func post(_ target: String, json: Any) throws -> RawClient.Answer {
    try send(
      "POST", target, Array(try JSONSerialization.data(withJSONObject: json)),
      type: "application/json")
  }

  /// Uploads a file as browsers and curl do.
  func upload(
    _ bytes: [UInt8], name: String = "a.bin", type: String? = "image/jpeg"
  ) throws -> RawClient.Answer {
    try send(
      "POST", "/api/v1/media/", Multipart.file(bytes, name: name, type: type),
      type: Multipart.contentType)
  }

  func uploadedID(_ bytes: [UInt8], type: String? = "image/jpeg") throws -> String {
    try #require(try upload(bytes, type: type).object["id"] as? String)
  }

  /// Everything under the data directory that is a file, by relative path.
  func files() -> [String] {
    let all = FileManager.default.enumerator(atPath: path)?.allObjects as? [String] ?? []
    return all.filter {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path + "/" + $0, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }
}

enum Multipart {
  static let boundary = "----chatferry-test-7MA4YWxk"
  static let contentType = "multipart/form-data; boundary=\(boundary)"

  static func file(_ bytes: [UInt8], name: String, type: String?, field: String = "file_encoded")
    -> [UInt8]
  {
    part("form-data; name=\"\(field)\"; filename=\"\(name)\"", type, bytes) + end
  }

  static func part(_ disposition: String, _ type: String?, _ bytes: [UInt8]) -> [UInt8] {
    var head = "--\(boundary)\r\nContent-Disposition: \(disposition)\r\n"
    if let type { head += "Content-Type: \(type)\r\n" }
    return Array((head + "\r\n").utf8) + bytes + Array("\r\n".utf8)
  }

  static var end: [UInt8] { Array("--\(boundary)--\r\n".utf8) }
}
