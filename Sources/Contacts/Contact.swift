/// Somebody in a contact list.
struct Contact: Sendable, Equatable {
  struct Number: Sendable, Equatable {
    /// As written.
    let text: String
    /// From 1.
    let line: Int
  }

  var names: [String] = []
  var numbers: [Number] = []
}
