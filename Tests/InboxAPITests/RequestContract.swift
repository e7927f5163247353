import Foundation
import TestServer

/// The vendors' descriptions of their requests (`Contract/requests.json`) and whether a request keeps to them.
///
/// `getchat`: the OpenAPI description of the Inbox API; `getchatConvention`: what its framework takes besides, and a server
/// that does not leaves unread. `online`: Chatwoot's description of Add Conversation and of the look-up before it;
/// `onlinePages`: 99digital's own page, which counts where the two differ. `partner`: 99digital's pages.
struct RequestContract {
  struct Match {
    let section: String
    let name: String
    let operation: [String: Any]
  }

  private let sections: [String: Any]

  init() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Contract/requests.json")
    let all = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    sections = all as? [String: Any] ?? [:]
  }

  /// The names of a section's operations.
  func names(_ section: String) -> Set<String> {
    Set((sections[section] as? [String: Any] ?? [:]).keys)
  }

  /// The fields that a page lists for an answer.
  func answerFields(_ operation: String) -> [String] {
    (sections["answers"] as? [String: Any])?[operation] as? [String] ?? []
  }

  /// The fields that a description lists for a body.
  func bodyFields(_ section: String, _ name: String) -> Set<String> {
    Set(
      (Self.bodySchema(operations(section, name).first ?? [:])["properties"] as? [String: Any]
        ?? [:]).keys)
  }

  private func operations(_ section: String, _ name: String) -> [[String: Any]] {
    (sections[section] as? [String: Any])?[name] as? [[String: Any]] ?? []
  }

  private static func bodySchema(_ operation: [String: Any]) -> [String: Any] {
    (operation["body"] as? [String: Any])?["schema"] as? [String: Any] ?? [:]
  }

  /// The operations of the sections that a request is; a path without `{}` before one with it.
  func matches(_ request: Request, in wanted: [String]) -> [Match] {
    var matches: [Match] = []
    for section in wanted {
      for name in names(section).sorted() {
        for operation in operations(section, name)
        where operation["method"] as? String == request.method
          && Self.isPath(request.path, of: operation["path"] as? String ?? "")
        {
          matches.append(Match(section: section, name: name, operation: operation))
        }
      }
    }
    let plain = matches.filter { !($0.operation["path"] as? String ?? "").hasSuffix("}/") }
    return plain.isEmpty ? matches : plain
  }

  private static func isPath(_ path: String, of template: String) -> Bool {
    let given = path.split(separator: "/", omittingEmptySubsequences: false)
    let words = template.split(separator: "/", omittingEmptySubsequences: false)
    return given.count == words.count
      && zip(given, words).allSatisfy { $1.hasPrefix("{") ? !$0.isEmpty : $0 == $1 }
  }

  /// What is wrong with the query and the body, by all descriptions of the operation together; empty when nothing is.
  func faults(_ request: Request, _ matches: [Match]) -> [String] {
    var known: [String: [String: Any]] = [:]
    for match in matches {
      known.merge(match.operation["query"] as? [String: [String: Any]] ?? [:]) { first, _ in first }
    }
    var faults: [String] = []
    let pairs = request.target.drop { $0 != "?" }.dropFirst().split(separator: "&")
    for pair in pairs {
      let name = String(pair.prefix { $0 != "=" })
      guard let schema = known[name] else {
        faults.append("query \(name) is not described")
        continue
      }
      let value = request.query(name) ?? ""
      if schema["type"] as? String == "integer", Int64(value) == nil {
        faults.append("query \(name) is no integer")
      }
      if let values = schema["enum"] as? [String], !values.contains(value) {
        faults.append("query \(name) is none of \(values)")
      }
    }
    // The vendor's own page counts.
    let last = matches.last { $0.operation["body"] != nil }
    guard let body = last?.operation["body"] as? [String: Any] else {
      return request.body.isEmpty ? faults : faults + ["a body that is not described"]
    }
    return faults + Self.faults(ofBody: request, body)
  }

  private static func faults(ofBody request: Request, _ body: [String: Any]) -> [String] {
    let type = body["type"] as? String ?? ""
    guard request.header("Content-Type")?.hasPrefix(type) == true else {
      return ["the body is no \(type)"]
    }
    let schema = body["schema"] as? [String: Any] ?? [:]
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    let values: [String: Any]
    if let form = request.form {
      values = Dictionary(uniqueKeysWithValues: form.map { ($0.name, "") })
    } else {
      let json = try? JSONSerialization.jsonObject(with: Data(request.body))
      guard let object = json as? [String: Any] else { return ["the body is no JSON object"] }
      values = object
    }
    var faults = (schema["required"] as? [String] ?? []).filter { values[$0] == nil }.map {
      "\($0) is missing"
    }
    for (name, value) in values {
      guard let property = properties[name] else {
        faults.append("\(name) is not described")
        continue
      }
      if let fault = fault(of: value, property) { faults.append("\(name) \(fault)") }
    }
    return faults
  }

  private static func fault(of value: Any, _ schema: [String: Any]) -> String? {
    if value is NSNull { return schema["nullable"] as? Bool == true ? nil : "is null" }
    let fits =
      switch schema["type"] as? String {
      case "string": value is String
      case "integer", "number": value is NSNumber
      case "object": value is [String: Any]
      case "array": value is [Any]
      case "boolean": value is Bool
      default: true
      }
    guard fits else { return "is no \(schema["type"] ?? "")" }
    if let values = schema["enum"] as? [String], !values.contains(value as? String ?? "") {
      return "is none of \(values)"
    }
    if let longest = schema["maxLength"] as? Int, "\(value)".unicodeScalars.count > longest {
      return "is longer than \(longest)"
    }
    return nil
  }
}
