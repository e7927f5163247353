/// Sizes, checksums and disagreeing headers: faults A11 to A19.
extension ArchiveCases {
  private static let run = [UInt8](repeating: 0x61, count: 1 << 20)
  private static func zip64(_ values: UInt64...) -> [UInt8] { extraField(1, values.flatMap(le64)) }

  static let sizes: [ArchiveCase] = [
    // A11: much from little.
    .init("bomb_ratio", .refuse("archive-bomb")) {
      [
        .init([UInt8]("big.bin".utf8), [UInt8](repeating: 0, count: 1 << 16)) {
          $0.method = 8
          $0.packed = $0.data
          $0.size = 0xFFFF_FFFE
        }
      ]
    },
    .init("bomb_ratio_just_below", ArchiveCase.damaged) {
      // Large and well packed, but possible; its own header differs.
      [
        .init([UInt8]("big.bin".utf8), [UInt8](repeating: 0, count: 2 << 20)) {
          $0.size = 300 << 20
          $0.method = 8
          $0.packed = $0.data
          $0.changeLocal = { $0.set32(1, at: ZipField.localSize) }
        }
      ]
    },
    .init("text_of_one_letter", ArchiveCase.accepted) {
      [.init([UInt8]("a.bin".utf8), run) { $0.method = 8 }]
    },
    .init("bomb_ratio_within_free_size", .refuseReading("archive-damaged")) {
      // 256 MiB may be packed to anything: the scan lets it pass, and unpacking finds that it is not there.
      [
        .init([UInt8]("big.bin".utf8), run) {
          ($0.method, $0.size) = (8, 256 << 20)
        }
      ]
    },
    .init("bomb_ratio_over_free_size", .refuse("archive-bomb")) {
      [
        .init([UInt8]("big.bin".utf8), run) {
          ($0.method, $0.size) = (8, (256 << 20) + 1)
        }
      ]
    },
    .init("bomb_total", .refuse("archive-bomb")) {
      (0..<5).map { number in
        .init([UInt8]("big\(number).bin".utf8), run) { ($0.method, $0.size) = (8, 256 << 20) }
      }
    },
    .init("bomb_total_within_free_total", .refuseReading("archive-damaged")) {
      (0..<3).map { number in
        .init([UInt8]("big\(number).bin".utf8), run) { ($0.method, $0.size) = (8, 256 << 20) }
      }
    },
    // A12: more than was said.
    .init("bomb_lying_size", .refuseReading("archive-damaged")) {
      [.init([UInt8]("lie.bin".utf8), run) { ($0.method, $0.size) = (8, 22) }]
    },
    .init("lying_size_too_high", .refuseReading("archive-damaged")) {
      [.init([UInt8]("lie.bin".utf8), run) { ($0.method, $0.size) = (8, (1 << 20) + 1) }]
    },
    // A13: bytes shared.
    .init("bomb_overlap_full", .refuse("archive-bomb")) {
      let first = ArchiveCase.chat.local().count
      return [
        .init("a.bin"),
        .init("a.bin") {
          $0.isInStream = false
          $0.changeCentral = { $0.set32(UInt32(first), at: ZipField.centralOffset) }
          $0.name = [UInt8]("b.bin".utf8)
        },
      ]
    },
    .init("bomb_overlap_quoted", .refuse("archive-bomb")) {
      let inner = ZipBuilder.Entry("inner.bin")
      let outer = ZipBuilder.Entry([UInt8]("outer.bin".utf8), inner.local())
      let place = ArchiveCase.chat.local().count + outer.local().count - inner.local().count
      return [
        outer,
        .init("inner.bin") {
          $0.isInStream = false
          $0.changeCentral = { $0.set32(UInt32(place), at: ZipField.centralOffset) }
        },
      ]
    },
    // A14: an archive in the archive is a document.
    .init("bomb_nested", ArchiveCase.accepted) {
      [.init([UInt8]("inner.zip".utf8), ZipBuilder([ArchiveCase.chat]).bytes())]
    },
    // A17: 64-bit sizes.
    .init("size_zip64_4gib_off", .refuse("archive-bomb")) {
      [
        .init("a.bin") {
          ($0.method, $0.size) = (8, 0xFFFF_FFFF)
          $0.localExtra = zip64(4 + (1 << 32), 6)
          $0.centralExtra = zip64(4 + (1 << 32))
          $0.changeLocal = { $0.set32(0xFFFF_FFFF, at: ZipField.localPackedSize) }
        }
      ]
    },
    .init("size_zip64_4gib_off_stored", ArchiveCase.damaged) {
      [.init("a.bin") { ($0.size, $0.centralExtra) = (0xFFFF_FFFF, zip64(4 + (1 << 32))) }]
    },
    .init("size_zip64_negative", ArchiveCase.damaged) {
      [.init("a.bin") { ($0.size, $0.centralExtra) = (0xFFFF_FFFF, zip64(.max)) }]
    },
    .init("size_zip64_largest", .refuse("archive-bomb")) {
      [
        .init("a.bin") {
          ($0.size, $0.packedSize) = (0xFFFF_FFFF, 0xFFFF_FFFF)
          $0.centralExtra = zip64(UInt64(Int64.max), UInt64(Int64.max))
          $0.localExtra = $0.centralExtra
        }
      ]
    },
    .init("size_zip64_missing", .refuse("archive-bomb")) {
      [.init("a.bin") { ($0.size, $0.packedSize) = (0xFFFF_FFFF, 0xFFFF_FFFF) }]
    },
    .init("size_zip64_short_field", ArchiveCase.damaged) {
      [.init("a.bin") { ($0.size, $0.centralExtra) = (0xFFFF_FFFF, extraField(1, [1, 2])) }]
    },
    .init("extra_overflow", ArchiveCase.damaged) {
      [.init("a.bin") { $0.centralExtra = le16(0x5455) + le16(9) + [1] }]
    },
    // A18: data that is not what was packed.
    .init("crc_wrong", .refuseReading("archive-damaged")) { [.init("a.bin") { $0.checksum = 1 }] },
    .init("crc_wrong_chat", .refuseReading("archive-damaged")) {
      ArchiveCase.chatChanged { $0.checksum = 1 }
    },
    .init("bitrot", .refuseReading("archive-damaged")) {
      [
        .init([UInt8]("a.bin".utf8), [1, 2, 3]) {
          $0.checksum = CRC32.of($0.data)
          $0.packed = [1, 3, 3]
        }
      ]
    },
    .init("size_stored_differs", ArchiveCase.damaged) { [.init("a.bin") { $0.size = 5 }] },
    .init("deflate_garbage", .refuseReading("archive-damaged")) {
      [
        .init("a.bin") {
          $0.method = 8
          $0.packed = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF]
        }
      ]
    },
    .init("deflate_unfinished", .refuseReading("archive-damaged")) {
      [
        .init("a.bin", "a longer text that is cut") {
          $0.method = 8
          $0.packed = Array(Deflate.pack($0.data).dropLast(4))
        }
      ]
    },
    .init("deflate_trailing", .refuseReading("archive-damaged")) {
      [
        .init("a.bin") {
          $0.method = 8
          $0.packed = Deflate.pack($0.data) + [1, 2, 3, 4, 5]
        }
      ]
    },
    .init("deflate_trailing_streamed", .refuseReading("archive-damaged")) {
      [
        .init("a.bin") {
          ($0.method, $0.descriptor) = (8, .signed)
          $0.packed = Deflate.pack($0.data) + [1, 2, 3, 4, 5]
        }
      ]
    },
    .init("deflate_trailing_forged_descriptor", .refuseReading("archive-damaged")) {
      // Behind the stream stands a descriptor that fits it, hidden in the data that the directory counts.
      [
        .init("a.bin") {
          ($0.method, $0.descriptor) = (8, .signed)
          let stream = Deflate.pack($0.data)
          let forged =
            [0x50, 0x4B, 7, 8] + le32(CRC32.of($0.data)) + le32(UInt32(stream.count))
            + le32(UInt32($0.data.count))
          $0.packed = stream + forged + [1, 2, 3]
        }
      ]
    },
    // A19: two headers, two truths.
    .init("local_size_differs", ArchiveCase.damaged) {
      [.init("a.bin") { $0.changeLocal = { $0.set32(3, at: ZipField.localSize) } }]
    },
    .init("local_packed_size_differs", ArchiveCase.damaged) {
      [.init("a.bin") { $0.changeLocal = { $0.set32(3, at: ZipField.localPackedSize) } }]
    },
    .init("local_checksum_differs", ArchiveCase.damaged) {
      [.init("a.bin") { $0.changeLocal = { $0.set32(3, at: ZipField.localChecksum) } }]
    },
    .init("local_method_differs", ArchiveCase.damaged) {
      [.init("a.bin") { $0.changeLocal = { $0.set16(8, at: ZipField.localMethod) } }]
    },
    .init("local_encrypted", ArchiveCase.damaged) {
      [.init("a.bin") { $0.changeLocal = { $0.set16(1, at: ZipField.localFlags) } }]
    },
    .init("local_streamed_size_lies", ArchiveCase.damaged) {
      [
        .init("a.bin") {
          ($0.method, $0.descriptor) = (8, .signed)
          $0.changeLocal = { $0.set32(9, at: ZipField.localSize) }
        }
      ]
    },
    .init("descriptor_lies", ArchiveCase.damaged) {
      [
        .init("a.bin") {
          ($0.method, $0.descriptor) = (8, .signed)
          $0.changeDescriptor = { $0.set32(9, at: 12) }
        }
      ]
    },
    .init("descriptor_checksum_lies", ArchiveCase.damaged) {
      [
        .init("a.bin") {
          ($0.method, $0.descriptor) = (8, .bare)
          $0.changeDescriptor = { $0.set32(9, at: 0) }
        }
      ]
    },
    .init("descriptor_missing", ArchiveCase.damaged) {
      [
        .init("a.bin") {
          ($0.method, $0.descriptor) = (8, .signed)
          $0.changeDescriptor = { $0 = [] }
        }
      ]
    },
  ]
}
