internal import CArchive
internal import Glibc

/// libarchive's seekable zip reader over a scanned archive, a second opinion on it: the names, kinds, sizes and places that it
/// finds are compared with the directory's. It reads the shared file by position. Used by one thread at a time.
///
/// A class, because libarchive keeps a pointer to it.
@safe final class HeaderWalk {
  private let file: InputFile
  private let directory: ZipDirectory
  private let archive: OpaquePointer
  /// libarchive turns names into the locale's character set; in this one they stay what they are.
  private let locale: locale_t?

  /// What libarchive was lent last; valid until it asks again.
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 4096)
  /// Where libarchive reads next.
  fileprivate var position: Int64 = 0
  /// How much is read next: little behind a jump, more the longer reading goes straight on.
  private var reach = HeaderWalk.leastReach
  private static let leastReach = 4 << 10
  /// What went wrong inside a callback, for the caller of libarchive.
  private var failure: ExportError?

  /// Bytes read from the file, for tests of what a walk costs.
  private(set) var bytesRead: Int64 = 0

  init(_ file: InputFile, _ directory: ZipDirectory) throws(ExportError) {
    guard let archive = unsafe archive_read_new() else {
      throw .readFailed(path: file.path, code: ENOMEM)
    }
    unsafe self.archive = archive
    self.file = file
    self.directory = directory
    unsafe locale = newlocale(1 << LC_CTYPE, "C.UTF-8", nil)
    // The seekable reader and nothing else: the streaming one accepts broken archives, and filters or other
    // formats would open files that are no zip at all.
    unsafe archive_read_support_format_zip_seekable(archive)
    unsafe archive_read_set_callback_data(archive, Unmanaged.passUnretained(self).toOpaque())
    unsafe archive_read_set_read_callback(archive, readCallback)
    unsafe archive_read_set_skip_callback(archive, skipCallback)
    unsafe archive_read_set_seek_callback(archive, seekCallback)
    guard unsafe archive_read_open1(archive) == ARCHIVE_OK else {
      throw disagreement(at: nil)
    }
  }

  deinit {
    unsafe archive_read_free(archive)
    unsafe buffer.deallocate()
    if let locale = unsafe locale { unsafe freelocale(locale) }
  }

  /// Walks all headers. The data between are jumped over.
  func compareAll() throws(ExportError) {
    for expected in directory.entries { try compareNext(expected) }
  }

  private func compareNext(_ expected: ZipEntry) throws(ExportError) {
    var header: OpaquePointer?
    let previous = unsafe locale.map { unsafe uselocale($0) }
    defer { if let previous = unsafe previous { unsafe _ = uselocale(previous) } }
    let status = unsafe archive_read_next_header(archive, &header)
    // Without the locale, libarchive warns of names that it cannot convert.
    let isRead = unsafe status == ARCHIVE_OK || (status == ARCHIVE_WARN && locale == nil)
    guard isRead, let header = unsafe header else { throw disagreement(at: expected) }
    let type = unsafe archive_entry_filetype(header)
    guard type == S_IFREG || type == S_IFDIR else {
      throw .archiveSpecialFile(path: file.path, entry: expected.name)
    }
    let size = unsafe archive_entry_size_is_set(header) == 0 ? nil : archive_entry_size(header)
    guard (type == S_IFDIR) == expected.isFolder, unsafe isName(of: header, expected),
      size == nil || size == expected.size,
      unsafe archive_filter_bytes(archive, 0) == expected.dataEnd - expected.packedSize,
      unsafe archive_read_has_encrypted_entries(archive) <= 0
    else { throw disagreement(at: expected) }
  }

  private func isName(of header: OpaquePointer, _ expected: ZipEntry) -> Bool {
    guard let text = unsafe archive_entry_pathname(header) else { return unsafe locale == nil }
    let bytes = unsafe UnsafeRawBufferPointer(start: text, count: strlen(text))
    if unsafe bytes.elementsEqual(expected.storedName) { return true }
    // libarchive composes the letters of names that are marked as UTF-8, and may add a folder's slash; strings
    // are equal in any composition.
    var name = unsafe String(decoding: bytes, as: UTF8.self)
    if name.hasSuffix("/") { name.removeLast() }
    var expectedName = expected.name
    if expectedName.hasSuffix("/") { expectedName.removeLast() }
    return name == expectedName
  }

  /// The error for a call that failed: a callback's own, a file that was changed meanwhile, or a disagreement.
  private func disagreement(at entry: ZipEntry?) -> ExportError {
    if let failure { return failure }
    do throws(ExportError) { try file.checkUnchanged() } catch { return error }
    return .archiveDamaged(path: file.path, entry: entry?.name, fault: .readerDisagrees)
  }
}

// MARK: - What libarchive calls

extension HeaderWalk {
  fileprivate func lend(_ out: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
    let count = Int(min(Int64(reach), directory.end - position))
    guard count > 0 else { return 0 }
    do throws(ExportError) {
      let part = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[..<count])
      let got = try unsafe file.read(at: position, into: part)
      position += Int64(got)
      bytesRead += Int64(got)
      reach = unsafe min(reach * 4, buffer.count)
      unsafe out.pointee = UnsafeRawPointer(buffer.baseAddress)
      return got
    } catch {
      failure = error
      return -1
    }
  }

  fileprivate func move(to target: Int64) -> Int64 {
    position = min(max(0, target), directory.end)
    reach = Self.leastReach
    return position
  }

  fileprivate var end: Int64 { directory.end }
}

private func handle(_ data: UnsafeMutableRawPointer?) -> HeaderWalk? {
  guard let data = unsafe data else { return nil }
  return unsafe Unmanaged<HeaderWalk>.fromOpaque(data).takeUnretainedValue()
}

private func readCallback(
  _: OpaquePointer?, data: UnsafeMutableRawPointer?,
  out: UnsafeMutablePointer<UnsafeRawPointer?>?
) -> Int {
  guard let handle = unsafe handle(data), let out = unsafe out else { return -1 }
  return unsafe handle.lend(out)
}

private func skipCallback(
  _: OpaquePointer?, data: UnsafeMutableRawPointer?, request: Int64
) -> Int64 {
  guard let handle = unsafe handle(data) else { return 0 }
  let before = handle.position
  let (target, overflow) = before.addingReportingOverflow(request)
  return handle.move(to: overflow ? handle.end : target) - before
}

private func seekCallback(
  _: OpaquePointer?, data: UnsafeMutableRawPointer?, offset: Int64, whence: Int32
) -> Int64 {
  guard let handle = unsafe handle(data) else { return Int64(ARCHIVE_FATAL) }
  let base: Int64 =
    switch whence {
    case SEEK_SET: 0
    case SEEK_CUR: handle.position
    default: handle.end
    }
  let (target, overflow) = base.addingReportingOverflow(offset)
  return overflow ? Int64(ARCHIVE_FATAL) : handle.move(to: target)
}

/// The versions of libarchive and of the libraries that it has, as it says them.
package func archiveLibraryVersion() -> String {
  guard let words = unsafe archive_version_details() else { return "libarchive" }
  return unsafe String(cString: words)
}
