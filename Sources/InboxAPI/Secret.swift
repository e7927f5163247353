/// Text that must not be printed, logged or written anywhere: a token or a password.
package struct Secret: Sendable {
  package let value: String
  package init(_ value: String) { self.value = value }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "(secret)" }
  package var debugDescription: String { "(secret)" }
  /// Empty, so that `dump` shows nothing either.
  package var customMirror: Mirror { Mirror(self, children: []) }
}
