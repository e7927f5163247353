/// A telephone number as WhatsApp writes it: country code and number, digits only, no plus.
package struct PhoneNumber: Sendable, Hashable {
  /// `972501234567`.
  package let digits: String
}
