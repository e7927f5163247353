extension ParseOptions {
  /// Finds out whether zone and locale are names that exist, before any export is read.
  ///
  /// - Throws: `zoneUnknown`, `offsetOutOfRange`, `localeUnknown`.
  package func check() throws(ExportError) {
    if let zone { _ = try ZoneClock(zone) }
    if let locale { _ = try LocaleChoice.resolve(locale) }
  }
}

/// The versions of the libraries that read exports, as they are linked.
package enum ReadingLibraries {
  package static var icu: String { ICU.version }
}
