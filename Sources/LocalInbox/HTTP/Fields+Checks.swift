internal import JSONText

/// The checks of Django REST Framework, in its words. Each gives nil after a complaint.
extension Fields {
  /// A text that must be there.
  func text(_ name: String, _ errors: inout FieldErrors) -> String? {
    json.text(name, &errors)
  }

  /// A whole number, or a text that is one.
  ///
  /// - Returns: nil also where the field is absent or null; `isGiven` tells which.
  func integer(_ name: String, isRequired: Bool, _ errors: inout FieldErrors) -> Int64? {
    guard let value = json[name] else {
      if isRequired { errors.add(name, "This field is required.") }
      return nil
    }
    if value.isNull {
      if isRequired { errors.add(name, "This field may not be null.") }
      return nil
    }
    guard let number = value.wholeNumber else {
      errors.add(name, "A valid integer is required.")
      return nil
    }
    return number
  }
}

extension JSONValue {
  /// What is wrong with a text field, in the words of Django REST Framework.
  struct Fault: Error {
    let words: String
    init(_ words: String) { self.words = words }
  }

  func text(_ field: String, _ errors: inout FieldErrors) -> String? {
    switch requiredText(field) {
    case .success(let text): return text
    case .failure(let fault):
      errors.add(field, fault.words)
      return nil
    }
  }

  func requiredText(_ field: String) -> Result<String, Fault> {
    guard let value = self[field] else { return .failure(Fault("This field is required.")) }
    return value.asText
  }

  /// A text that is not blank. Numbers are taken as they stand.
  var asText: Result<String, Fault> {
    if isNull { return .failure(Fault("This field may not be null.")) }
    let number = double == nil ? nil : String(decoding: raw, as: UTF8.self)
    guard let text = string ?? number else { return .failure(Fault("Not a valid string.")) }
    let isBlank = text.utf8.allSatisfy { $0 == 32 || (9...13).contains($0) }
    return isBlank ? .failure(Fault("This field may not be blank.")) : .success(text)
  }

  /// A number without a fraction, or a text that is one.
  var wholeNumber: Int64? {
    let whole = double.flatMap { $0 == $0.rounded() ? Int64(exactly: $0) : nil }
    return int ?? whole ?? string.flatMap { Int64($0) }
  }

  /// As Django REST Framework names it.
  var typeName: String {
    if isObject { return "dict" }
    if array != nil { return "list" }
    if string != nil { return "str" }
    if bool != nil { return "bool" }
    if int != nil { return "int" }
    return double != nil ? "float" : "NoneType"
  }
}
