/// How every line of the text was used: `lines = messages + continuations + unread`.
package struct LineAccounting: Sendable, Equatable {
  package var lines = 0
  package var messages = 0
  package var continuations = 0
  package var unread = 0

  package init() {}
}
