/// Names, kinds and twins: faults A1 to A10 of the catalogue of archives.
enum ArchiveCases {
  static let names: [ArchiveCase] = [
    // A1: ways out of the folder.
    .init("slip_dotdot", ArchiveCase.unsafe, named: "../evil.txt"),
    .init("slip_mid", ArchiveCase.unsafe, named: "a/../../evil.txt"),
    .init("slip_end", ArchiveCase.unsafe, named: "a/.."),
    .init("slip_backslash", ArchiveCase.unsafe, named: #"..\evil.txt"#),
    .init("slip_backslash_inside", ArchiveCase.unsafe, named: #"a\b.txt"#),
    .init("slip_absolute", ArchiveCase.unsafe, named: "/etc/passwd"),
    .init("slip_drive", ArchiveCase.unsafe, named: "C:/evil.txt"),
    .init("slip_drive_relative", ArchiveCase.unsafe, named: "c:evil.txt"),
    .init("slip_unc", ArchiveCase.unsafe, named: "//server/share/evil.txt"),
    .init("slip_unc_backslash", ArchiveCase.unsafe, named: #"\\server\share\evil.txt"#),
    // A2: slashes in overlong UTF-8, UTF-8 that is none.
    .init("slip_overlong_utf8_marked", ArchiveCase.unsafe) {
      [.init([0x2E, 0x2E, 0xC0, 0xAF, 0x65], [1]) { $0.flags = 0x800 }]
    },
    .init("slip_overlong_utf8", ArchiveCase.unsafe) {
      [.init([0x2E, 0x2E, 0xC0, 0xAF, 0x65], [1])]
    },
    .init("slip_overlong_utf8_three_bytes", ArchiveCase.unsafe) {
      [.init([0x61, 0xE0, 0x80, 0xAE, 0xE0, 0x80, 0xAE, 0x2F, 0x65], [1])]
    },
    .init("name_bad_utf8", ArchiveCase.damaged) {
      [.init([0x61, 0xFF, 0xFE, 0x62], [1]) { $0.flags = 0x800 }]
    },
    .init("name_surrogate_utf8", ArchiveCase.damaged) {
      [.init([0x61, 0xED, 0xA0, 0x80], [1]) { $0.flags = 0x800 }]
    },
    // A3: two names for one file.
    .init("slip_unicode_extra", ArchiveCase.unsafe) {
      [
        .init("safe.txt") {
          $0.localExtra = unicodePath("../../evil.txt", for: $0.name)
          $0.centralExtra = $0.localExtra
        }
      ]
    },
    .init("slip_unicode_extra_local_only", ArchiveCase.damaged) {
      [.init("safe.txt") { $0.localExtra = unicodePath("../../evil.txt", for: $0.name) }]
    },
    .init("unicode_extra_other_name", ArchiveCase.unsafe) {
      [.init("safe.txt") { $0.centralExtra = unicodePath("other.txt", for: $0.name) }]
    },
    .init("unicode_extra_equal", ArchiveCase.accepted) {
      [
        .init("Bjürn.txt") {
          $0.localExtra = unicodePath("Bjürn.txt", for: $0.name)
          $0.centralExtra = $0.localExtra
        }
      ]
    },
    .init("unicode_extra_for_code_page", ArchiveCase.accepted) {
      [
        .init([0x42, 0x6A, 0x81, 0x72, 0x6E, 0x2E, 0x6A, 0x70, 0x67], [1]) {
          $0.localExtra = unicodePath("Bjürn.jpg", for: $0.name)
          $0.centralExtra = $0.localExtra
        }
      ]
    },
    .init("unicode_extra_for_question_marks", ArchiveCase.accepted) {
      [.init("??.jpg") { $0.centralExtra = unicodePath("שלום.jpg", for: $0.name) }]
    },
    .init("unicode_extra_slips_behind_code_page", ArchiveCase.unsafe) {
      [
        .init([0x81, 0x2E, 0x6A], [1]) {
          $0.centralExtra = unicodePath("ü/../../j", for: $0.name)
        }
      ]
    },
    .init("local_name_differs", ArchiveCase.damaged) {
      [.init("safe.txt") { $0.localName = Array("../../evil.txt".utf8) }]
    },
    .init("local_name_differs_same_length", ArchiveCase.damaged) {
      [.init("safe.txt") { $0.localName = Array("evil.txt".utf8) }]
    },
    // A4: names that are cut, streams, names that are none.
    .init("name_nul", ArchiveCase.unsafe, named: "photo.jpg\0.txt"),
    .init("name_ads", ArchiveCase.unsafe, named: "photo.jpg:evil.exe"),
    .init("name_ads_data", ArchiveCase.unsafe, named: "photo.jpg::$DATA"),
    .init("name_empty", ArchiveCase.unsafe, named: ""),
    .init("name_dot", ArchiveCase.unsafe, named: "."),
    .init("name_dotdot", ArchiveCase.unsafe, named: ".."),
    .init("name_dot_inside", ArchiveCase.unsafe, named: "a/./b.jpg"),
    .init("name_double_slash", ArchiveCase.unsafe, named: "a//b.jpg"),
    // A5: long names, deep folders.
    .init(
      "name_65535", .refuse("archive-name-too-long"), named: String(repeating: "a", count: 65_535)),
    .init(
      "name_1025", .refuse("archive-name-too-long"), named: String(repeating: "a", count: 1_025)),
    .init("name_1024", ArchiveCase.accepted, named: String(repeating: "a", count: 1_024)),
    .init(
      "name_deep", .refuse("archive-name-too-long"),
      named: String(repeating: "a/", count: 16_000) + "b"),
    .init(
      "name_deep_33", .refuse("archive-name-too-long"),
      named: String(repeating: "a/", count: 32) + "b"),
    .init(
      "name_deep_32", ArchiveCase.accepted, named: String(repeating: "a/", count: 31) + "b"),
    // A6: safe for us, odd elsewhere.
    .init("name_devices", ArchiveCase.warned, named: "con.jpg"),
    .init("name_devices_numbered", ArchiveCase.warned, named: "LPT1"),
    .init("name_trailing_dot", ArchiveCase.warned, named: "photo.jpg."),
    .init("name_trailing_space", ArchiveCase.warned, named: "photo.jpg "),
    .init("name_escape", ArchiveCase.warned, named: "pho\u{1B}[2Jto\r\nforged.jpg"),
    .init("name_bidi", ArchiveCase.warned, named: "photo\u{202E}gpj.exe"),
    .init("name_latin1", ArchiveCase.warned) { [.init([0x42, 0x6A, 0xF6, 0x72, 0x6E], [1])] },
    .init("name_colon_smile", ArchiveCase.warned, named: "Plan of Zoe :).pdf"),
    .init("name_colon_underscore", ArchiveCase.warned, named: "Csevegés_vele:_Zoe.pdf"),
    .init("name_colon_in_prose", ArchiveCase.warned, named: "Trip: Rome, 10:30.pdf"),
    .init("name_phone_embedding", ArchiveCase.accepted, named: "\u{202A}+44 20\u{202C}.vcf"),
    .init("name_unmarked_utf8", ArchiveCase.accepted, named: "фото.jpg"),
    .init("name_marked_utf8", ArchiveCase.accepted) { [.init("фото.jpg") { $0.flags = 0x800 }] },
    // A7: what is no file.
    .init("symlink_media", .refuse("archive-special-file")) {
      [.init("photo.jpg", "/etc/passwd") { $0.attributes = 0o120777 << 16 }]
    },
    .init("symlink_folder", .refuse("archive-special-file")) {
      [.init("media/", "") { $0.attributes = 0o120777 << 16 }]
    },
    .init("symlink_from_dos", .refuse("archive-special-file")) {
      [
        .init("photo.jpg", "/etc/passwd") {
          $0.attributes = 0o120777 << 16
          $0.madeBy = 20
        }
      ]
    },
    .init("symlink_in_extra_field", .refuse("archive-special-file")) {
      [
        .init("photo.jpg") {
          $0.centralExtra = extraField(0x756E, le32(0) + le16(0o120777) + le32(0) + le32(0))
        }
      ]
    },
    .init("symlink_chat", .refuse("archive-special-file")) {
      ArchiveCase.chatChanged { $0.attributes = 0o120777 << 16 }
    },
    .init("special_fifo", .refuse("archive-special-file")) {
      [.init("photo.jpg", "") { $0.attributes = 0o010644 << 16 }]
    },
    .init("special_chardev", .refuse("archive-special-file")) {
      [.init("photo.jpg", "") { $0.attributes = 0o020644 << 16 }]
    },
    .init("special_blockdev", .refuse("archive-special-file")) {
      [.init("photo.jpg", "") { $0.attributes = 0o060644 << 16 }]
    },
    .init("special_socket", .refuse("archive-special-file")) {
      [.init("photo.jpg", "") { $0.attributes = 0o140644 << 16 }]
    },
    // A8: rights are not taken over.
    .init("mode_setuid", ArchiveCase.accepted) {
      [.init("photo.jpg") { $0.attributes = 0o104755 << 16 }]
    },
    // A9: twice the same.
    .init("dup_chat", .refuse("archive-duplicate-entry")) { [ArchiveCase.chat] },
    .init("dup_media", .refuse("archive-duplicate-entry")) {
      [.init("photo.jpg"), .init("photo.jpg", "other")]
    },
    .init("dir_and_file", .refuse("archive-duplicate-entry")) {
      [.init("media"), .init("media/", "")]
    },
    .init("file_as_folder", .refuse("archive-duplicate-entry")) {
      [.init("media/photo.jpg"), .init("media")]
    },
    .init("file_as_folder_deep", .refuse("archive-duplicate-entry")) {
      [.init("a/b"), .init("a/b/c/photo.jpg")]
    },
    .init("dup_folder", .refuse("archive-duplicate-entry")) {
      [.init("media/", ""), .init("media/", "")]
    },
    .init("folder_with_content", ArchiveCase.damaged) { [.init("media/", "hidden")] },
    // A10: twins that are two.
    .init("dup_case", ArchiveCase.accepted) { [.init("photo.jpg"), .init("PHOTO.JPG", "other")] },
    .init("dup_nfc_nfd", ArchiveCase.accepted) {
      [.init("caf\u{E9}.jpg"), .init("cafe\u{301}.jpg", "other")]
    },
  ]
}
