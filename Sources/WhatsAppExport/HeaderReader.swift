internal import ChatRecords

/// TEMPORARY stand-in until the grammar branch is merged.
struct HeaderReader: Sendable {
  struct Match {
    /// Where the author or the system text begins.
    var bodyStart: Int
    var time: MessageRecord.WallTime
  }
  var order = DateOrder.dmy
  var bracket = false

  /// The header that begins at `start`; nil where the line is none. Never reads past `lineEnd`.
  func match(_ bytes: Span<UInt8>, at start: Int, lineEnd: Int) -> Match? {
    var at = start
    func number() -> (Int, Int)? {
      var value = 0
      var count = 0
      while at < lineEnd, bytes[at] &- 48 < 10, count < 5 {
        value = value * 10 + Int(bytes[at] &- 48)
        at += 1
        count += 1
      }
      return count == 0 ? nil : (value, count)
    }
    func take(_ set: StaticString) -> Bool {
      guard at < lineEnd else { return false }
      for index in 0..<set.utf8CodeUnitCount
      where unsafe set.utf8Start[index] == bytes[at] {
        at += 1
        return true
      }
      return false
    }
    if bracket { guard take("[") else { return nil } }
    guard let a = number(), take("./-"), let b = number(), take("./-"), let c = number() else {
      return nil
    }
    _ = take(",")
    guard take(" "), let h = number(), take(":."), let m = number() else { return nil }
    var s = 0
    var hasSeconds = false
    if take(":.") {
      guard let v = number() else { return nil }
      s = v.0
      hasSeconds = true
    }
    if bracket {
      guard take("]"), take(" ") else { return nil }
    } else {
      guard take(" "), take("-"), take(" ") else { return nil }
    }
    var (y, mo, d) = order == .dmy ? (c.0, b.0, a.0) : order == .mdy ? (c.0, a.0, b.0) : (a.0, b.0, c.0)
    if y < 100 { y += 2000 }
    guard (1...12).contains(mo), (1...31).contains(d), h.0 < 24, m.0 < 60, s < 60 else { return nil }
    let yy = mo <= 2 ? y - 1 : y
    let era = yy / 400
    let yoe = yy - era * 400
    let doy = (153 * (mo + (mo > 2 ? -3 : 9)) + 2) / 5 + d - 1
    let days = era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468
    return Match(
      bodyStart: at,
      time: .init(
        seconds: Int64(days * 86400 + h.0 * 3600 + m.0 * 60 + s), hasSeconds: hasSeconds))
  }
}
