internal import Glibc

/// The beginnings of lines that are names, or begin longer ones, as their bytes stand in the text.
struct SpellingTable {
  /// A name; one writer can have several.
  struct Spelling {
    /// Where the bytes lie.
    fileprivate let start: Int
    let count: Int
    /// In the table's writers; -1 until a message is read.
    var writer = -1
    /// Whether this is an author, not just the beginning of longer ones.
    var isAuthor: Bool
    /// Whether names with `: ` begin so.
    var goesOn = false
  }

  private var spellings: [Spelling] = []
  private var names: [UInt8] = []
  /// Open addressing, a power of two; -1 is free.
  private var slots = [Int32](repeating: -1, count: 64)

  var isEmpty: Bool { spellings.isEmpty }

  subscript(_ place: Int) -> Spelling {
    @inline(__always) get { spellings[place] }
    @inline(__always) _modify { yield &spellings[place] }
  }

  /// The bytes of a spelling.
  func bytes(of place: Int) -> ArraySlice<UInt8> {
    names[spellings[place].start..<spellings[place].start + spellings[place].count]
  }

  /// The place of what stands from `start` to `end`; nil where it was never added.
  func find(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var slot = Int(truncatingIfNeeded: Self.hash(bytes, start, end)) & (slots.count - 1)
    while slots[slot] >= 0 {
      let known = Int(slots[slot])
      if spellings[known].count == end - start, stands(known, in: bytes, at: start) {
        return known
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Whether the text from `start` on begins with the spelling.
  @inline(__always)
  func stands(_ place: Int, in bytes: Span<UInt8>, at start: Int) -> Bool {
    let name = spellings[place]
    guard start + name.count <= bytes.count else { return false }
    return unsafe bytes.withUnsafeBytes { bytes in
      unsafe names.span.withUnsafeBytes { names in
        guard let text = bytes.baseAddress, let known = names.baseAddress else {
          return name.count == 0
        }
        return unsafe memcmp(text + start, known + name.start, name.count) == 0
      }
    }
  }

  /// The place of what stands from `start` to `end`, which is added where it is new.
  mutating func add(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, isAuthor: Bool
  ) -> Int {
    if let known = find(bytes, start, end) {
      if isAuthor { spellings[known].isAuthor = true }
      return known
    }
    spellings.append(Spelling(start: names.count, count: end - start, isAuthor: isAuthor))
    names.append(copying: bytes.extracting(start..<end))
    if spellings.count * 2 > slots.count {
      slots = [Int32](repeating: -1, count: slots.count * 2)
      for place in spellings.indices { enterSlot(place) }
    } else {
      enterSlot(spellings.count - 1)
    }
    return spellings.count - 1
  }

  private mutating func enterSlot(_ place: Int) {
    let name = spellings[place]
    let hash = Self.hash(names.span, name.start, name.start + name.count)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(place)
  }

  @inline(__always)
  private static func hash(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for at in start..<end { hash = (hash ^ UInt64(bytes[at])) &* 0x100_0000_01B3 }
    return hash ^ hash >> 32
  }
}
