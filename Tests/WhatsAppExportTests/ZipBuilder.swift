/// Builds zip archives byte by byte, honest ones and others: every field can be set to what no writer would write.
struct ZipBuilder {
  /// What follows a streamed entry's data.
  enum Descriptor {
    case none, signed, bare, signed64, bare64
  }

  struct Entry {
    var name: [UInt8]
    var data: [UInt8]
    /// 0 stored, 8 deflated; others only claim to be.
    var method: UInt16 = 0
    var flags: UInt16 = 0
    var madeBy: UInt16 = 0x0314
    var attributes: UInt32 = 0o100644 << 16
    var localExtra: [UInt8] = []
    var centralExtra: [UInt8] = []
    var descriptor = Descriptor.none
    /// Set where the local header has another name.
    var localName: [UInt8]?
    /// Set where the data in the archive is not what `method` would make of `data`.
    var packed: [UInt8]?
    var checksum: UInt32?
    /// Claimed sizes; nil for the true ones.
    var size: UInt32?
    var packedSize: UInt32?
    var isInDirectory = true
    var isInStream = true
    /// Change the finished records.
    var changeLocal: (inout [UInt8]) -> Void = { _ in }
    var changeCentral: (inout [UInt8]) -> Void = { _ in }
    var changeDescriptor: (inout [UInt8]) -> Void = { _ in }

    init(_ name: String, _ data: String = "data", change: (inout Entry) -> Void = { _ in }) {
      self.init(Array(name.utf8), Array(data.utf8), change: change)
    }

    init(_ name: [UInt8], _ data: [UInt8], change: (inout Entry) -> Void = { _ in }) {
      self.name = name
      self.data = data
      change(&self)
    }
  }

  var entries: [Entry]
  var comment: [UInt8] = []
  /// Writes the zip64 end record and its locator too.
  var hasZip64End = false
  var changeZip64: (inout [UInt8]) -> Void = { _ in }
  var changeEnd: (inout [UInt8]) -> Void = { _ in }
  /// Stands between the last entry and the directory.
  var beforeDirectory: [UInt8] = []

  init(_ entries: [Entry], change: (inout ZipBuilder) -> Void = { _ in }) {
    self.entries = entries
    change(&self)
  }

  func bytes() -> [UInt8] {
    var out: [UInt8] = []
    var central: [UInt8] = []
    var count: UInt16 = 0
    for entry in entries {
      let offset = UInt32(out.count)
      if entry.isInStream { out += entry.local() }
      if entry.isInDirectory {
        central += entry.central(offset: offset)
        count &+= 1
      }
    }
    out += beforeDirectory
    let start = UInt32(out.count)
    out += central
    if hasZip64End { out += zip64End(count: count, size: central.count, start: start) }
    var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
    end += le16(count) + le16(count) + le32(UInt32(central.count)) + le32(start)
    end += le16(UInt16(comment.count))
    changeEnd(&end)
    return out + end + comment
  }

  private func zip64End(count: UInt16, size: Int, start: UInt32) -> [UInt8] {
    var record: [UInt8] = [0x50, 0x4B, 6, 6] + le64(44) + le16(45) + le16(45) + le32(0) + le32(0)
    record += le64(UInt64(count)) + le64(UInt64(count)) + le64(UInt64(size)) + le64(UInt64(start))
    record += [0x50, 0x4B, 6, 7] + le32(0) + le64(UInt64(start) + UInt64(size)) + le32(1)
    changeZip64(&record)
    return record
  }
}

extension ZipBuilder.Entry {
  var packedBytes: [UInt8] { packed ?? (method == 8 ? Deflate.pack(data) : data) }

  func local() -> [UInt8] {
    let isStreamed = descriptor != .none
    let name = localName ?? self.name
    var header: [UInt8] = [0x50, 0x4B, 3, 4] + le16(20) + le16(localFlags) + le16(method)
    header += le32(0x5A61_4B6F)
    header += le32(isStreamed ? 0 : claimedChecksum) + le32(isStreamed ? 0 : claimedPackedSize)
    header += le32(isStreamed ? 0 : claimedSize)
    header += le16(UInt16(name.count)) + le16(UInt16(localExtra.count)) + name + localExtra
    changeLocal(&header)
    var tail: [UInt8] = []
    if descriptor == .signed || descriptor == .signed64 { tail = [0x50, 0x4B, 7, 8] }
    switch descriptor {
    case .none: break
    case .signed, .bare:
      tail += le32(claimedChecksum) + le32(claimedPackedSize) + le32(claimedSize)
    case .signed64, .bare64:
      tail += le32(claimedChecksum) + le64(UInt64(claimedPackedSize)) + le64(UInt64(claimedSize))
    }
    changeDescriptor(&tail)
    return header + packedBytes + tail
  }

  func central(offset: UInt32) -> [UInt8] {
    var header: [UInt8] = [0x50, 0x4B, 1, 2] + le16(madeBy) + le16(20) + le16(localFlags)
    header += le16(method) + le32(0x5A61_4B6F) + le32(claimedChecksum)
    header += le32(claimedPackedSize) + le32(claimedSize) + le16(UInt16(name.count))
    header += le16(UInt16(centralExtra.count)) + le16(0) + le16(0) + le16(0) + le32(attributes)
    header += le32(offset) + name + centralExtra
    changeCentral(&header)
    return header
  }

  private var localFlags: UInt16 { flags | (descriptor == .none ? 0 : 8) }
  private var claimedChecksum: UInt32 { checksum ?? CRC32.of(data) }
  private var claimedSize: UInt32 { size ?? UInt32(data.count) }
  private var claimedPackedSize: UInt32 { packedSize ?? UInt32(packedBytes.count) }
}

/// Places of fields in the records, for the hooks that change them.
enum ZipField {
  static let localFlags = 6
  static let localMethod = 8
  static let localChecksum = 14
  static let localPackedSize = 18
  static let localSize = 22
  static let centralFlags = 8
  static let centralPackedSize = 20
  static let centralSize = 24
  static let centralDisk = 34
  static let centralOffset = 42
  static let endDisk = 4
  static let endCountHere = 8
  static let endCount = 10
  static let endSize = 12
  static let endOffset = 16
}

extension [UInt8] {
  mutating func set16(_ value: UInt16, at offset: Int) {
    replaceSubrange(offset..<offset + 2, with: le16(value))
  }
  mutating func set32(_ value: UInt32, at offset: Int) {
    replaceSubrange(offset..<offset + 4, with: le32(value))
  }
  mutating func set64(_ value: UInt64, at offset: Int) {
    replaceSubrange(offset..<offset + 8, with: le64(value))
  }
  func get32(at offset: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(self[offset + $1]) << (8 * $1) }
  }
}

func le16(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }
func le32(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> (8 * $0) & 0xFF) } }
func le64(_ value: UInt64) -> [UInt8] { (0..<8).map { UInt8(value >> (8 * UInt64($0)) & 0xFF) } }

/// One extra field.
func extraField(_ id: UInt16, _ content: [UInt8]) -> [UInt8] {
  le16(id) + le16(UInt16(content.count)) + content
}

/// The Unicode path field: version, checksum of the header's name, name.
func unicodePath(_ name: String, for stored: [UInt8]) -> [UInt8] {
  extraField(0x7075, [1] + le32(CRC32.of(stored)) + Array(name.utf8))
}

enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1
    }
  }

  static func of(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(0xFFFF_FFFF) { $0 >> 8 ^ table[Int(UInt8($0 & 0xFF) ^ $1)] }
  }
}

/// Packs with the fixed codes of RFC 1951, finding only runs of one byte: enough for texts and for long runs.
enum Deflate {
  static func pack(_ data: [UInt8]) -> [UInt8] {
    var bits = Bits()
    bits.put(0b1, 1)  // The last block,
    bits.put(0b01, 2)  // with fixed codes.
    var at = 0
    while at < data.count {
      bits.putLiteral(data[at])
      var run = 0
      while at + 1 + run < data.count, data[at + 1 + run] == data[at] { run += 1 }
      at += 1
      while run >= 258 {
        bits.putCode(0b1100_0101, 8)  // Length 258,
        bits.putCode(0, 5)  // distance 1.
        run -= 258
        at += 258
      }
    }
    bits.putCode(0, 7)
    return bits.finished()
  }

  struct Bits {
    private var bytes: [UInt8] = []
    private var held: UInt32 = 0
    private var count = 0

    mutating func put(_ value: UInt32, _ width: Int) {
      held |= value << UInt32(count)
      count += width
      while count >= 8 {
        bytes.append(UInt8(held & 0xFF))
        held >>= 8
        count -= 8
      }
    }

    /// Codes stand with their highest bit first.
    mutating func putCode(_ code: UInt32, _ width: Int) {
      for bit in (0..<width).reversed() { put(code >> UInt32(bit) & 1, 1) }
    }

    mutating func putLiteral(_ byte: UInt8) {
      if byte < 144 {
        putCode(0x30 + UInt32(byte), 8)
      } else {
        putCode(0x190 + UInt32(byte) - 144, 9)
      }
    }

    func finished() -> [UInt8] { count > 0 ? bytes + [UInt8(held & 0xFF)] : bytes }
  }
}
