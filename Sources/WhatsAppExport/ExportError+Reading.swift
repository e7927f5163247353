internal import Glibc

extension ExportError {
  /// What reading a source threw, as an error of this module.
  init(_ error: any Error, reading path: String) {
    self = error as? ExportError ?? .readFailed(path: path, code: EIO)
  }
}

extension String {
  /// For messages: control characters and marks of direction as `\u{…}`.
  var printable: String {
    var text = ""
    for scalar in unicodeScalars {
      if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || TextFold.isMark(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
      {
        text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
