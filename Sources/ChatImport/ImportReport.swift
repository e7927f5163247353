/// What became of a whole command: every chat that was reached, and what stopped it early.
package struct ImportReport: Sendable {
  /// One for each chat, in the order of the inputs; those after a stop are missing.
  package var imports: [ImportResult] = []
  /// Why the run ended before its end; it can be taken up again.
  package var stop: ImportError?

  package init() {}
}
