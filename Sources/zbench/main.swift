import ChatRecords
import Files
import WhatsAppExport
import Glibc

let path = CommandLine.arguments[1]
let archive = try ExportArchive(opening: FoundExport(path: path, form: path.hasSuffix(".zip") ? .zip : .text))
var t0 = timespec(); clock_gettime(CLOCK_MONOTONIC, &t0)
if CommandLine.arguments.count > 2, CommandLine.arguments[2] == "decode" {
  let text = DecodedText(try archive.openChatText())
  var n = 0
  let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
  while true { let c = try text.read(into: buffer); if c == 0 { break }; n += c }
  print(n)
} else {
  let reader = try ChatReader(archive, options: ParseOptions(zone: .iana("Europe/London")), people: People())
  var n = 0
  var chars = 0
  while try reader.next() { n += 1; chars &+= reader.entry.record.text.count }
  print(n, chars, reader.accounting, reader.authors.map(\.messages), reader.problems.count, reader.shape)
}
var t1 = timespec(); clock_gettime(CLOCK_MONOTONIC, &t1)
print(Double(t1.tv_sec - t0.tv_sec) + Double(t1.tv_nsec - t0.tv_nsec) / 1e9, "s")
