internal import ChatRecords

/// Points in time as Rails and RFC 3339 write them: `2024-03-10T11:00:00.123Z`, or with an offset.
package enum UTCTime {
  /// POSIX seconds, fractions cut off; nil for anything else.
  package static func seconds(_ text: String) -> Int64? {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int64? {
      guard range.upperBound <= bytes.count, bytes[range].allSatisfy({ 48...57 ~= $0 }) else {
        return nil
      }
      return bytes[range].reduce(0) { $0 * 10 + Int64($1 - 48) }
    }
    guard bytes.count >= 20, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      let date = CivilDate(year: year, month: Int(month), day: Int(day)),
      let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
      hour < 24, minute < 60, second < 61
    else { return nil }
    var at = 19
    if bytes[at] == UInt8(ascii: ".") {
      at += 1
      while at < bytes.count, 48...57 ~= bytes[at] { at += 1 }
    }
    let local = date.daysSince1970 * 86_400 + hour * 3_600 + minute * 60 + second
    let zone = bytes[at...]
    if zone.elementsEqual("Z".utf8) { return local }
    guard zone.count == 6, let sign = zone.first,
      [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(sign),
      let ahead = number(at + 1..<at + 3), let aheadMinutes = number(at + 4..<at + 6)
    else { return nil }
    let offset = ahead * 3_600 + aheadMinutes * 60
    return sign == UInt8(ascii: "+") ? local - offset : local + offset
  }
}
