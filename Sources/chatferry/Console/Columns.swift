internal import CCommandLine

/// How many columns a terminal uses for `text`; what has no width of its own counts as none.
func columns(of text: String) -> Int {
  var sum = 0
  for scalar in text.unicodeScalars {
    if scalar.isASCII {
      sum += 1
    } else {
      // Needs the character type that `Console` sets at the start; -1 for what the table does not know.
      sum += max(0, Int(ccl_columns(scalar.value)))
    }
  }
  return sum
}

/// `text` in `width` columns: cut with an ellipsis where it is longer, filled with spaces where shorter.
func fitted(_ text: String, to width: Int, fill: Bool = true) -> String {
  let own = columns(of: text)
  if own <= width { return fill ? text + String(repeating: " ", count: width - own) : text }
  guard width > 0 else { return "" }
  var kept = ""
  var used = 0
  for character in text {
    let next = columns(of: String(character))
    if used + next > width - 1 { break }
    used += next
    kept.append(character)
  }
  return kept + "…" + (fill ? String(repeating: " ", count: width - 1 - used) : "")
}
