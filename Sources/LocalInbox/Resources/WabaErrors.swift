extension ObjectList {
  /// What WhatsApp complained of, by number; the objects themselves do not show it.
  static let wabaErrors = ObjectList(table: "waba_error", showsID: false)
}
