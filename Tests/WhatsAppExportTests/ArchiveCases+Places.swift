/// Places, ends, encryption and what is no zip: faults A15 and A20 to A24.
extension ArchiveCases {
  static let places: [ArchiveCase] =
    [
      // A20: in one list only.
      .init("ghost_local", ArchiveCase.damaged) {
        [.init("ghost.bin") { $0.isInDirectory = false }]
      },
      .init("ghost_local_first", ArchiveCase.damaged) {
        ZipBuilder([.init("ghost.bin") { $0.isInDirectory = false }, ArchiveCase.chat]).bytes()
      },
      .init("ghost_central", ArchiveCase.damaged) {
        [.init("ghost.bin") { $0.isInStream = false }]
      },
      .init("offset_out", ArchiveCase.damaged) {
        [
          .init("a.bin") {
            $0.changeCentral = { $0.set32(0x7FFF_FFFF, at: ZipField.centralOffset) }
          }
        ]
      },
      .init("offset_into_data", ArchiveCase.damaged) {
        ZipBuilder([
          .init("_chat.txt", ArchiveCase.chatText) {
            $0.changeCentral = { $0.set32(4, at: ZipField.centralOffset) }
          }
        ]).bytes()
      },
      .init("gap_before_directory", ArchiveCase.damaged) {
        ZipBuilder([ArchiveCase.chat]) { $0.beforeDirectory = [0] }.bytes()
      },
      .init("split_entry", ArchiveCase.damaged) {
        [.init("a.bin") { $0.changeCentral = { $0.set16(1, at: ZipField.centralDisk) } }]
      },
      // A21: cut.
      .init("trunc_data", .refuse("archive-truncated")) {
        ArchiveCase.changed { $0.removeSubrange(60...) }
      },
      .init("trunc_directory", .refuse("archive-truncated")) {
        ArchiveCase.changed { $0.removeLast(50) }
      },
      .init("trunc_end", .refuse("archive-truncated")) { ArchiveCase.changed { $0.removeLast(7) } },
      .init("trunc_end_by_one", .refuse("archive-truncated")) {
        ArchiveCase.changed { $0.removeLast() }
      },
      .init("trunc_first_bytes", .refuse("archive-truncated")) { [0x50, 0x4B, 0x03] },
      .init("no_cd", .refuse("archive-truncated")) { ArchiveCase.chat.local() },
      .init("empty_file", .refuse("archive-truncated")) { [UInt8]() },
      .init("empty_archive", .refuse("archive-truncated")) { ZipBuilder([]).bytes() },
      // A22: ends that lie.
      .init("eocd_count_low", ArchiveCase.damaged) {
        ArchiveCase.endChanged {
          $0.set16(1, at: ZipField.endCount)
          $0.set16(1, at: ZipField.endCountHere)
        }
      },
      .init("eocd_count_high", ArchiveCase.damaged) {
        ArchiveCase.endChanged {
          $0.set16(3, at: ZipField.endCount)
          $0.set16(3, at: ZipField.endCountHere)
        }
      },
      .init("eocd_count_zero", .refuse("archive-truncated")) {
        ArchiveCase.endChanged {
          $0.set16(0, at: ZipField.endCount)
          $0.set16(0, at: ZipField.endCountHere)
        }
      },
      .init("eocd_offset_low", ArchiveCase.damaged) {
        ArchiveCase.endChanged { $0.set32($0.get32(at: 16) - 1, at: ZipField.endOffset) }
      },
      .init("eocd_offset_out", ArchiveCase.damaged) {
        ArchiveCase.endChanged { $0.set32(0xFFFF_FFF0, at: ZipField.endOffset) }
      },
      .init("eocd_size_wrong", ArchiveCase.damaged) {
        ArchiveCase.endChanged { $0.set32($0.get32(at: 12) - 46, at: ZipField.endSize) }
      },
      .init("eocd_multidisk", ArchiveCase.damaged) {
        ArchiveCase.endChanged { $0.set16(1, at: ZipField.endDisk) }
      },
      .init("eocd_count_here_differs", ArchiveCase.damaged) {
        ArchiveCase.endChanged { $0.set16(1, at: ZipField.endCountHere) }
      },
      .init("eocd_hidden_in_comment", ArchiveCase.damaged) {
        ZipBuilder([ArchiveCase.chat]) {
          $0.comment = [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18)
        }.bytes()
      },
      .init("eocd_hidden_inexact", ArchiveCase.damaged) {
        ZipBuilder([ArchiveCase.chat]) {
          $0.comment = [0x50, 0x4B, 5, 6] + [UInt8](repeating: 1, count: 40)
        }.bytes()
      },
      .init("two_archives", ArchiveCase.damaged) {
        ZipBuilder([ArchiveCase.chat]).bytes() + ZipBuilder([.init("b.txt")]).bytes()
      },
      .init("two_archives_in_comment", ArchiveCase.damaged) {
        ZipBuilder([ArchiveCase.chat]) { $0.comment = ZipBuilder([.init("b.txt")]).bytes() }.bytes()
      },
      .init("head_junk", .refuse("not-a-zip")) {
        [0x4D, 0x5A] + ZipBuilder([ArchiveCase.chat]).bytes()
      },
      .init("tail_junk", ArchiveCase.damaged) { ArchiveCase.changed { $0 += [1, 2, 3] } },
      .init("zip64_end", ArchiveCase.accepted) {
        ZipBuilder([ArchiveCase.chat]) {
          $0.hasZip64End = true
          $0.changeEnd = { end in
            for at in [8, 10] { end.set16(0xFFFF, at: at) }
            for at in [12, 16] { end.set32(0xFFFF_FFFF, at: at) }
          }
        }.bytes()
      },
      .init("zip64_end_beside_short_values", ArchiveCase.accepted) {
        ZipBuilder([ArchiveCase.chat]) { $0.hasZip64End = true }.bytes()
      },
      .init("zip64_end_missing", .refuse("archive-damaged")) {
        ArchiveCase.endChanged { $0.set32(0xFFFF_FFFF, at: ZipField.endOffset) }
      },
      .init("zip64_locator_lies", ArchiveCase.damaged) {
        ZipBuilder([ArchiveCase.chat]) {
          $0.hasZip64End = true
          $0.changeZip64 = { $0.set64(7, at: 64) }
        }.bytes()
      },
      .init("zip64_locator_out", ArchiveCase.damaged) {
        ZipBuilder([ArchiveCase.chat]) {
          $0.hasZip64End = true
          $0.changeZip64 = { $0.set64(.max, at: 64) }
        }.bytes()
      },
      .init("zip64_count_differs", ArchiveCase.damaged) {
        ZipBuilder([ArchiveCase.chat]) {
          $0.hasZip64End = true
          $0.changeZip64 = { $0.set64(2, at: 32) }
        }.bytes()
      },
      .init("zip64_disk", ArchiveCase.damaged) {
        ZipBuilder([ArchiveCase.chat]) {
          $0.hasZip64End = true
          $0.changeZip64 = { $0.set32(1, at: 16) }
        }.bytes()
      },
      // A15: the end record alone refuses it.
      .init("bomb_entries_claimed", .refuse("archive-too-many-entries")) {
        overfull([ArchiveCase.chat])
      },
      .init("comment_64k", ArchiveCase.damaged) {
        ZipBuilder([ArchiveCase.chat]) { $0.comment = .init(repeating: 32, count: 65_535) }.bytes()
      },
      .init("comment_16k_and_one", ArchiveCase.damaged) {
        ZipBuilder([ArchiveCase.chat]) { $0.comment = .init(repeating: 32, count: 16_385) }.bytes()
      },
      .init("comment_16k", ArchiveCase.accepted) {
        ZipBuilder([ArchiveCase.chat]) { $0.comment = .init(repeating: 32, count: 16_384) }.bytes()
      },
      .init("spanned_marker", ArchiveCase.damaged) {
        [0x50, 0x4B, 7, 8] + ZipBuilder([ArchiveCase.chat]).bytes()
      },
      // A23: encrypted, oddly packed.
      .init("enc_whole", .refuse("archive-encrypted")) { ArchiveCase.chatChanged { $0.flags = 1 } },
      .init("enc_one", .refuse("archive-encrypted")) { [.init("a.bin") { $0.flags = 1 }] },
      .init("enc_aes", .refuse("archive-encrypted")) { [.init("a.bin") { $0.method = 99 }] },
      .init("enc_aes_field", .refuse("archive-encrypted")) {
        [.init("a.bin") { $0.centralExtra = extraField(0x9901, [2, 0, 0x41, 0x45, 3, 8, 0]) }]
      },
      .init("enc_strong", .refuse("archive-encrypted")) { [.init("a.bin") { $0.flags = 0x40 }] },
      .init("enc_directory", .refuse("archive-encrypted")) {
        [.init("a.bin") { $0.flags = 0x2000 }]
      },
      .init("method_patched", .refuse("archive-unsupported-method")) {
        [.init("a.bin") { $0.flags = 0x20 }]
      },
      // A24: something else.
      .init("not_tar", .refuse("not-a-zip")) {
        [UInt8]("_chat.txt".utf8) + .init(repeating: 0, count: 1_015)
      },
      .init("not_gz", .refuse("not-a-zip")) { [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] },
      .init("not_mtree", .refuse("not-a-zip")) { [UInt8]("#mtree\n./_chat.txt type=file\n".utf8) },
      .init("not_html", .refuse("not-a-zip")) {
        [UInt8]("<!DOCTYPE html><title>Sign in</title>".utf8)
      },
      .init("not_chat", .refuse("not-a-zip")) { [UInt8](ArchiveCase.chatText.utf8) },
    ]
    + [1, 6, 9, 12, 14, 93, 95, 98].map { method in
      ArchiveCase("method_\(method)", .refuse("archive-unsupported-method")) {
        [.init("a.bin") { $0.method = method }]
      }
    }

  /// Entries before an end record that says 100,001.
  static func overfull(_ entries: [ZipBuilder.Entry]) -> [UInt8] {
    ZipBuilder(entries) {
      $0.hasZip64End = true
      $0.changeZip64 = {
        $0.set64(100_001, at: 24)
        $0.set64(100_001, at: 32)
      }
      $0.changeEnd = { end in for at in [8, 10] { end.set16(0xFFFF, at: at) } }
    }.bytes()
  }
}
