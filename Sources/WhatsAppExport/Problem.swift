/// Something a person should know about an export. Collected, not thrown: trouble in one line is not
/// trouble in the file.
package struct Problem: Sendable, Equatable {
  package enum Severity: String, Sendable { case error, warning }

  /// Stable kebab-case word, listed in `docs/problems.md`.
  package let code: String
  package let severity: Severity
  /// Counted from 1; nil when the problem is not of one line.
  package let line: Int?
  /// What, where, what to do; carries no message text.
  package let message: String

  package init(_ code: String, _ severity: Severity, line: Int? = nil, _ message: String) {
    self.code = code
    self.severity = severity
    self.line = line
    self.message = message
  }
}
