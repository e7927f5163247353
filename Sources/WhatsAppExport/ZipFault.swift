/// What in an archive contradicts the rest of it.
package enum ZipFault: Error, Equatable, Sendable, CaseIterable {
  case endRecordHidden, endRecordWrong, junkAtEnd, commentTooLong, splitArchive, zip64Wrong
  case directoryWrong, countWrong, extraFieldWrong, sizeImpossible, folderWithContent
  case localHeaderMissing, localHeaderDiffers, nameDiffers, nameNotUTF8, descriptorWrong
  case unexplainedBytes, sizeDiffers, checksumWrong, dataUnreadable, readerDisagrees

  /// For people: the part of a sentence after “the archive is damaged:”.
  package var words: String {
    switch self {
    case .endRecordHidden: "it has two end records"
    case .endRecordWrong: "its end record does not fit the file"
    case .junkAtEnd: "something was added behind its end"
    case .commentTooLong: "its comment is longer than 16 KiB"
    case .splitArchive: "it is one part of a split archive"
    case .zip64Wrong: "its zip64 end record does not fit the file"
    case .directoryWrong: "its directory cannot be read"
    case .countWrong: "its directory does not have as many entries as it says"
    case .extraFieldWrong: "an extra field cannot be read"
    case .sizeImpossible: "a size in the directory cannot be true"
    case .folderWithContent: "a folder has content"
    case .localHeaderMissing: "no file begins where the directory says"
    case .localHeaderDiffers: "the file's own header differs from the directory"
    case .nameDiffers: "the file has two different names"
    case .nameNotUTF8: "the name is said to be UTF-8 and is not"
    case .descriptorWrong: "the sizes behind the file differ from the directory"
    case .unexplainedBytes: "it holds bytes that belong to no file"
    case .sizeDiffers: "the file is not as long as the directory says"
    case .checksumWrong: "the file's checksum is wrong"
    case .dataUnreadable: "the packed data cannot be unpacked"
    case .readerDisagrees: "two ways of reading it disagree"
    }
  }
}
