/// `1,234,567`.
func grouped(_ number: some BinaryInteger) -> String {
  let digits = String(number)
  guard digits.count > 3 else { return digits }
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0, text != "-" { text.append(",") }
    text.append(digit)
  }
  return text
}

/// `1 message`, `2,000 messages`.
func counted(_ number: some BinaryInteger, _ one: String, _ many: String? = nil) -> String {
  "\(grouped(number)) \(number == 1 ? one : many ?? one + "s")"
}

/// `817 B`, `12.3 kB`, `1.2 GB`: powers of 1000.
func size(_ bytes: some BinaryInteger) -> String {
  let units = ["B", "kB", "MB", "GB", "TB"]
  var value = Double(bytes)
  var unit = 0
  while value >= 999.5, unit < units.count - 1 {
    value /= 1000
    unit += 1
  }
  if unit == 0 { return "\(bytes) B" }
  return decimal(value) + " " + units[unit]
}

/// One digit after the point below a hundred, none above.
func decimal(_ value: Double) -> String {
  if value >= 99.95 { return String(Int(value.rounded())) }
  let tenths = Int((value * 10).rounded())
  return "\(tenths / 10).\(tenths % 10)"
}

/// `5 s`, `3 min 20 s`, `2 h 5 min`.
func span(_ duration: Duration) -> String {
  let seconds = max(0, Int(duration.components.seconds))
  if seconds < 60 { return "\(seconds) s" }
  if seconds < 3600 { return "\(seconds / 60) min \(seconds % 60) s" }
  return "\(seconds / 3600) h \(seconds % 3600 / 60) min"
}
