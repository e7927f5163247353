/// What phones and the usual packers write, each with its habits.
extension ArchiveCases {
  static let writers: [ArchiveCase] = [
    .init("android_streamed", ArchiveCase.accepted) {
      // Sizes behind the data, marked UTF-8, no attributes, made by DOS.
      ZipBuilder(
        ["WhatsApp Chat with Ana.txt", "IMG-20230102-WA0001.jpg", "פתק.pdf"].map {
          .init($0, ArchiveCase.chatText) {
            ($0.method, $0.flags, $0.descriptor) = (8, 0x800, .signed)
            ($0.madeBy, $0.attributes) = (20, 0)
          }
        }
      ).bytes()
    },
    .init("streamed_without_signature", ArchiveCase.accepted) {
      [.init("a.jpg") { ($0.method, $0.descriptor) = (8, .bare) }]
    },
    .init("streamed_only_in_own_header", ArchiveCase.accepted) {
      [
        .init("a.jpg") {
          ($0.method, $0.descriptor) = (8, .signed)
          $0.changeCentral = { $0.set16(0, at: ZipField.centralFlags) }
        }
      ]
    },
    .init("streamed_stored", ArchiveCase.accepted) {
      [.init("a.jpg", "PK\u{7}\u{8} is in the data") { $0.descriptor = .signed }]
    },
    .init("streamed_empty", ArchiveCase.accepted) {
      [.init("a.jpg", "") { ($0.method, $0.descriptor) = (8, .signed) }]
    },
    .init("deflated_to_nothing", ArchiveCase.accepted) {
      [.init("a.jpg", "") { ($0.method, $0.packed) = (8, []) }]
    },
    .init("streamed_zip64", ArchiveCase.accepted) {
      // As Java does it for large files: the directory alone has the zip64 field.
      [
        .init("a.jpg") {
          ($0.method, $0.descriptor) = (8, .signed64)
          $0.centralExtra = extraField(
            1, le64(UInt64($0.data.count)) + le64(UInt64($0.packedBytes.count)))
          $0.changeCentral = {
            $0.set32(0xFFFF_FFFF, at: ZipField.centralSize)
            $0.set32(0xFFFF_FFFF, at: ZipField.centralPackedSize)
          }
        }
      ]
    },
    .init("zip64_in_own_header", ArchiveCase.accepted) {
      // As Python does it when it is told that a file may become large.
      [
        .init("a.jpg") {
          let size = UInt64($0.data.count)
          $0.localExtra = extraField(1, le64(size) + le64(size))
          $0.changeLocal = {
            $0.set32(0xFFFF_FFFF, at: ZipField.localSize)
            $0.set32(0xFFFF_FFFF, at: ZipField.localPackedSize)
          }
        }
      ]
    },
    .init("streamed_zip64_announced", ArchiveCase.accepted) {
      // As large web services do it: long descriptors, announced in the own header, for files of any size.
      [
        .init("a.jpg") {
          ($0.method, $0.descriptor, $0.flags) = (8, .signed64, 0x800)
          $0.localExtra = extraField(1, le64(0) + le64(0))
          $0.changeLocal = {
            $0.set32(0xFFFF_FFFF, at: ZipField.localSize)
            $0.set32(0xFFFF_FFFF, at: ZipField.localPackedSize)
          }
        }
      ]
    },
    .init("streamed_zip64_announced_with_zeros", ArchiveCase.accepted) {
      [
        .init("a.jpg") {
          ($0.method, $0.descriptor) = (8, .signed64)
          $0.localExtra = extraField(1, le64(0) + le64(0))
        }
      ]
    },
    .init("streamed_deflated_folder", ArchiveCase.accepted) {
      [
        .init("media/", "") {
          ($0.method, $0.packed, $0.descriptor) = (8, [3, 0], .signed)
          ($0.madeBy, $0.attributes) = (20, 0)
        },
        .init("media/a.jpg"),
      ]
    },
    .init("folder_by_slash_alone", ArchiveCase.accepted) {
      [.init("media/", "") { ($0.madeBy, $0.attributes) = (20, 0) }]
    },
    .init("folder_with_file_mode", ArchiveCase.accepted) { [.init("media/", "")] },
    .init("folder_by_mode_alone", ArchiveCase.accepted) {
      [.init("media", "") { $0.attributes = 0o040755 << 16 }]
    },
    .init("finder", ArchiveCase.accepted) {
      // A folder level, forks beside the files, time fields of two lengths, unmarked decomposed UTF-8.
      let times: (inout ZipBuilder.Entry) -> Void = {
        $0.localExtra =
          extraField(0x5455, [3] + le32(1) + le32(2)) + extraField(0x7875, [1, 4, 0, 0, 0, 0, 4])
        $0.centralExtra = extraField(0x5455, [3] + le32(1)) + extraField(0x7875, [])
        ($0.madeBy, $0.descriptor, $0.method) = (0x0315, .signed, 8)
      }
      return ZipBuilder([
        .init("Chat/", "") { ($0.attributes, $0.madeBy) = (0o040755 << 16, 0x0315) },
        .init("Chat/_chat.txt", ArchiveCase.chatText, change: times),
        .init("__MACOSX/", "") { $0.attributes = 0o040755 << 16 },
        .init("__MACOSX/Chat/._chat.txt", "fork", change: times),
        .init("Chat/cafe\u{301}.jpg", change: times),
        .init("Chat/.DS_Store", change: times),
      ]).bytes()
    },
    .init("info_zip", ArchiveCase.accepted) {
      [
        .init("media/", "") { ($0.attributes, $0.madeBy) = (0o040755 << 16 | 0x10, 0x031E) },
        .init("media/a.jpg") {
          $0.localExtra = extraField(0x5455, [3] + le32(1) + le32(2))
          $0.centralExtra = extraField(0x5455, [3] + le32(1))
        },
      ]
    },
    .init("windows_explorer", ArchiveCase.accepted) {
      [.init("a.jpg") { ($0.madeBy, $0.attributes) = (20, 0x20) }]
    },
    .init("seven_zip", ArchiveCase.accepted) {
      [
        .init("фото.jpg") {
          ($0.madeBy, $0.attributes, $0.flags) = (63, 0x20, 0x800)
          $0.centralExtra = extraField(
            0x000A, le32(0) + le16(1) + le16(24) + .init(repeating: 9, count: 24))
        }
      ]
    },
    .init("deflated_folder", ArchiveCase.accepted) {
      [.init("media/", "") { ($0.method, $0.packed) = (8, [3, 0]) }]
    },
    .init("padded_extra", ArchiveCase.accepted) {
      [.init("a.jpg") { $0.localExtra = [0, 0, 0] }]
    },
    .init("no_mode", ArchiveCase.accepted) { [.init("a.jpg") { $0.attributes = 0o600 << 16 }] },
    .init("directory_in_other_order", ArchiveCase.accepted) {
      // Files are where the directory says, in whatever order it lists them.
      let files = [ZipBuilder.Entry("a.jpg"), ArchiveCase.chat]
      let places = [ArchiveCase.chat.local().count, 0]
      return ZipBuilder(
        [ArchiveCase.chat, files[0]].map {
          var entry = $0
          entry.isInDirectory = false
          return entry
        }
          + zip(files, places).map { file, place in
            var entry = file
            entry.isInStream = false
            entry.changeCentral = { $0.set32(UInt32(place), at: ZipField.centralOffset) }
            return entry
          }
      ).bytes()
    },
    .init("archive_comment", ArchiveCase.accepted) {
      ZipBuilder([ArchiveCase.chat]) { $0.comment = [UInt8]("a comment".utf8) }.bytes()
    },
  ]
}
