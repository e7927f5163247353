internal import JSONText

/// What is wrong with the fields of a body, in the shape of Django REST Framework: `{"field": ["words"]}`, and for a list
/// of objects one object for each item, empty for the good ones.
struct FieldErrors: Error {
  private enum Complaint {
    case words([String])
    case items([[(field: String, words: String)]])
  }

  private var complaints: [(field: String, complaint: Complaint)] = []

  init() {}

  init(_ field: String, _ words: String) { add(field, words) }

  var isEmpty: Bool { complaints.isEmpty }

  mutating func add(_ field: String, _ words: String) {
    complaints.append((field, .words([words])))
  }

  /// - Parameter items: one for each item of the list, empty for a good one.
  mutating func add(_ field: String, items: [[(field: String, words: String)]]) {
    if items.contains(where: { !$0.isEmpty }) { complaints.append((field, .items(items))) }
  }

  /// 400 with the complaints.
  var response: HTTPResponse {
    .json(400) { json in
      json.beginObject()
      for (field, complaint) in complaints {
        json.key(field)
        switch complaint {
        case .words(let words): Self.write(words, into: &json)
        case .items(let items):
          json.beginArray()
          for item in items {
            json.beginObject()
            for (field, words) in item {
              json.key(field)
              Self.write([words], into: &json)
            }
            json.endObject()
          }
          json.endArray()
        }
      }
      json.endObject()
    }
  }

  private static func write(_ words: [String], into json: inout JSONWriter) {
    json.beginArray()
    for word in words { json.string(word) }
    json.endArray()
  }
}
