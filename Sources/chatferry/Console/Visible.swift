/// Makes text from outside safe to look at: what would steer a terminal, or show text in another order
/// than it has, is written as `\u{1b}` is here.
func visible(_ text: some StringProtocol) -> String {
  guard text.unicodeScalars.contains(where: steers) else { return String(text) }
  var safe = ""
  for scalar in text.unicodeScalars {
    if steers(scalar) {
      safe += "\\u{" + String(scalar.value, radix: 16) + "}"
    } else {
      safe.unicodeScalars.append(scalar)
    }
  }
  return safe
}

/// Control characters (C0, DEL, C1), line and paragraph separators, bidirectional embeddings, overrides
/// and isolates (Unicode UAX 9, table of explicit formatting characters), tags.
private func steers(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xE0000...0xE007F: true
  default: false
  }
}
