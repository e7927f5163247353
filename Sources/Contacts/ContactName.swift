/// Names as chats and contact lists show them, made comparable.
///
/// Direction marks and other invisible characters are left out, and every run of spaces is one space. Composed and
/// decomposed letters are equal to Swift's strings already.
package enum ContactName {
  /// The name to look for first; capital and small letters differ.
  package static func folded(_ name: String) -> String {
    var folded = String.UnicodeScalarView()
    var hasSpace = false
    for scalar in name.unicodeScalars {
      let properties = scalar.properties
      if properties.isWhitespace {
        hasSpace = true
      } else if !isInvisible(properties) {
        if hasSpace, !folded.isEmpty { folded.append(" ") }
        hasSpace = false
        folded.append(scalar)
      }
    }
    return String(folded)
  }

  /// The name to look for when nobody has it letter by letter.
  static func withoutCase(_ folded: String) -> String { folded.lowercased() }

  private static func isInvisible(_ properties: Unicode.Scalar.Properties) -> Bool {
    properties.generalCategory == .format || properties.generalCategory == .control
      || properties.isVariationSelector
  }
}
