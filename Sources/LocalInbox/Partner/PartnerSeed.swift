/// Gives the local partner WhatsApp numbers, as an onboarding would. A fresh local platform has two.
package struct PartnerSeed: Sendable {
  let service: InboxService

  /// Adds a number, or changes the one that is there; where it is connected is left as it is.
  ///
  /// - Parameters:
  ///   - digits: with country code, without a plus.
  ///   - created: POSIX seconds.
  /// - Throws: `StoreError`.
  package func put(
    _ digits: String, displayName: String, businessName: String, created: Int64 = 0,
    isCoexistence: Bool = false
  ) throws {
    try service.store.write {
      try $0.putPartnerNumber(
        LocalNumber(
          digits: digits, displayName: displayName, businessName: businessName, created: created,
          isCoexistence: isCoexistence, inbox: nil))
    }
  }
}
