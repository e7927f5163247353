internal import Files
internal import InboxAPI
internal import JSONText

/// Which thing of its kind an item is: the first 128 bits of a SHA-256 of its id.
struct ItemKey: Hashable, Comparable, Sendable {
  let high: UInt64
  let low: UInt64

  /// 16, in the order of the numbers.
  var bytes: [UInt8] {
    [high, low].flatMap { word in
      stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
    }
  }

  /// 32 hexadecimal digits.
  var text: String {
    var digits: [UInt8] = []
    Hexadecimal.append(high, to: &digits)
    Hexadecimal.append(low, to: &digits)
    return String(decoding: digits, as: UTF8.self)
  }

  init(_ id: String) {
    var id = id
    let digest = id.withUTF8 { SHA256.digest(of: $0.span) }.bytes
    func word(_ at: Int) -> UInt64 { digest[at..<at + 8].reduce(0) { $0 << 8 | UInt64($1) } }
    high = word(0)
    low = word(8)
  }

  static func < (left: ItemKey, right: ItemKey) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

/// What an item says, in 64 bits: two listings of an unchanged item give the same, in whatever order and way the server
/// writes its parts.
///
/// What changes without the item changing is left out: members that are about somebody's view of it or about the
/// person behind it, whether somebody is there just now, and addresses, whose host or signature may be another every time.
enum ItemVersion {
  static func of(_ item: JSONValue, leavingOut volatile: Set<String>) -> UInt64 {
    var hash = XXH3()
    guard let members = item.sortedMembers else {
      add(item, to: &hash)
      return hash.finish()
    }
    for (key, value) in members where !volatile.contains(key) && !everywhere.contains(key) {
      add(key, value, to: &hash)
    }
    return hash.finish()
  }

  /// At any depth. The files behind the addresses have ids, or are portraits.
  private static let everywhere: Set<String> = [
    "availability_status", "data_url", "thumb_url", "thumbnail", "avatar_url",
  ]
  /// Below the item itself: a contact may be active elsewhere.
  private static let inside = everywhere.union(["last_activity_at"])

  private static func add(_ key: String, _ value: JSONValue, to hash: inout XXH3) {
    var name = key + ":"
    name.withUTF8 { hash.update($0.span) }
    if key == "link" || key == "url", let link = value.string {
      // Only what follows the host, without a query.
      var place = String(
        link.prefix { $0 != "?" }.split(separator: "/", omittingEmptySubsequences: true).dropFirst(
          2
        ).joined(separator: "/"))
      place.withUTF8 { hash.update($0.span) }
    } else {
      add(value, to: &hash)
    }
  }

  private static func add(_ value: JSONValue, to hash: inout XXH3) {
    if let members = value.sortedMembers?.filter({ !inside.contains($0.key) }) {
      for (key, value) in members { add(key, value, to: &hash) }
      end("{", members.count, &hash)
    } else if let items = value.array {
      for item in items { add(item, to: &hash) }
      end("[", items.count, &hash)
    } else if var text = value.string {
      text.withUTF8 { hash.update($0.span) }
      end("\"", text.utf8.count, &hash)
    } else {
      value.raw.withUnsafeBufferPointer { hash.update($0.span) }
      end("0", value.raw.count, &hash)
    }
  }

  /// Ends a value with its kind and length, so that no other parts give the same bytes.
  private static func end(_ kind: String, _ length: Int, _ hash: inout XXH3) {
    var mark = "\(kind)\(length);"
    mark.withUTF8 { hash.update($0.span) }
  }
}
