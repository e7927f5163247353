import Foundation

/// The API's own description of its answers (`Contract/getchat.json`: schemas as in OpenAPI 3.0, by operation) and whether
/// an answer keeps to it.
struct Contract {
  private let operations: [String: Any]
  private let schemas: [String: Any]

  init() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Contract/getchat.json")
    let all =
      try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: [String: Any]]
    operations = all?["operations"] ?? [:]
    schemas = all?["schemas"] ?? [:]
  }

  var names: Set<String> { Set(operations.keys) }

  /// What is wrong with the answer to `GET /api/v1/chats/{wa_id}/` and the like; empty when nothing is.
  func faults(of answer: RawClient.Answer, to operation: String) -> [String] {
    guard let answers = operations[operation] as? [String: Any] else {
      return ["\(operation) is not described"]
    }
    guard let schema = answers[String(answer.status)] else {
      return ["\(answer.status) is not described"]
    }
    guard let schema = schema as? [String: Any] else { return [] }
    guard let json = answer.json else { return ["no JSON"] }
    return faults(of: json, schema, at: "$")
  }

  private func faults(of value: Any, _ schema: [String: Any], at place: String) -> [String] {
    if value is NSNull, schema["nullable"] as? Bool == true { return [] }
    if let name = (schema["$ref"] as? String)?.split(separator: "/").last {
      let named = schemas[String(name)] as? [String: Any]
      return named.map { faults(of: value, $0, at: place) } ?? ["\(place): no schema \(name)"]
    }
    if let all = schema["allOf"] as? [[String: Any]] {
      return all.flatMap { faults(of: value, $0, at: place) }
    }
    if let some = schema["oneOf"] as? [[String: Any]] {
      let fits = some.contains { faults(of: value, $0, at: place).isEmpty }
      return fits ? [] : ["\(place): fits none of \(some.count)"]
    }
    if let values = schema["enum"] as? [String], !values.contains(value as? String ?? "") {
      return ["\(place): not one of \(values)"]
    }
    switch schema["type"] as? String {
    case nil: return []
    case "object": return faults(ofObject: value, schema, at: place)
    case "array":
      guard let items = value as? [Any] else { return ["\(place): no array"] }
      let schema = schema["items"] as? [String: Any] ?? [:]
      return items.enumerated().flatMap { faults(of: $1, schema, at: "\(place)[\($0)]") }
    case "string":
      guard let text = value as? String else { return ["\(place): no string"] }
      let longest = schema["maxLength"] as? Int ?? .max
      return text.count <= longest ? [] : ["\(place): too long"]
    case "boolean": return isBoolean(value) ? [] : ["\(place): no boolean"]
    case "integer":
      let isWhole = (value as? NSNumber).map { $0.doubleValue.rounded() == $0.doubleValue }
      return isWhole == true && !isBoolean(value) ? [] : ["\(place): no integer"]
    case "number":
      return value is NSNumber && !isBoolean(value) ? [] : ["\(place): no number"]
    case let other?: return ["\(place): unknown type \(other)"]
    }
  }

  /// Members that nobody described are a fault, unless the schema lets them in.
  private func faults(ofObject value: Any, _ schema: [String: Any], at place: String) -> [String] {
    guard let object = value as? [String: Any] else { return ["\(place): no object"] }
    let members = schema["properties"] as? [String: [String: Any]] ?? [:]
    let required = schema["required"] as? [String] ?? []
    var faults = required.filter { object[$0] == nil }.map { "\(place).\($0): missing" }
    for (name, value) in object {
      if let schema = members[name] {
        faults += self.faults(of: value, schema, at: "\(place).\(name)")
      } else if schema["additionalProperties"] == nil, !members.isEmpty {
        faults.append("\(place).\(name): not described")
      }
    }
    return faults
  }

  private func isBoolean(_ value: Any) -> Bool {
    (value as? NSNumber).map { String(cString: $0.objCType) == "c" } ?? false
  }
}
