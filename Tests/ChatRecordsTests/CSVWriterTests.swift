import Foundation
import TestKit
import Testing

@testable import ChatRecords

@Suite struct CSVWriterTests {
  private func rows(_ samples: [Sample], _ options: CSVOptions = CSVOptions()) throws -> [[String]]
  {
    var writer = CSVWriter(options)
    for sample in samples { writer.append(sample.record) }
    return try parsed(writer.bytes)
  }

  @Test func writesHeaderAndRows() {
    var writer = CSVWriter()
    writer.append(Sample(number: "972501234567", text: "Hello, \"you\"\nand you").record)
    writer.append(
      Sample(
        chat: "Anna", offset: nil, direction: .system, kind: .system, text: nil,
        edit: Sample.media()
      ).record)
    let hash = String(repeating: "ab", count: 32)
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "chat,id,time,local_time,direction,author_name,author_wa_id,kind,text,media_name,"
        + "media_state,media_mime_type,media_size,media_sha256,media_path,edited,forwarded,"
        + "reply_to,status_sent,status_delivered,status_read,tags,source_type,source_file,"
        + "source_line\r\n"
        + "972501234567,wx:0123456789abcdef,2022-03-10T11:00:00+02:00,2022-03-10T11:00,in,Anna,"
        + "972501234567,text,\"Hello, \"\"you\"\"\nand you\",,,,,,,false,false,,,,,,"
        + "whatsapp_export,_chat.txt,7\r\n"
        + "Anna,wx:0123456789abcdef,,2022-03-10T11:00,system,,,system,,IMG-1.jpg,present,"
        + "image/jpeg,68,\(hash),media/abababababababab.jpg,false,false,,,,,,"
        + "whatsapp_export,_chat.txt,7\r\n")
  }

  @Test func writesALiveMessage() throws {
    let sample = Sample(
      offset: 60,
      edit: { record in
        record.isEdited = true
        record.isForwarded = true
        record.replyTo = record.store("xyz")
        record.status = .init()
        record.status?.sent = 1_646_906_400
        record.status?.delivered = 1_646_906_401
        record.status?.read = 1_646_906_402
        record.tags = [record.store("new"), record.store("a,b")]
        record.source = .online(raw: record.store("{}"))
      })
    #expect(
      try rows([sample])[1].dropFirst(15) == [
        "true", "true", "xyz", "2022-03-10T11:00:00+01:00", "2022-03-10T11:00:01+01:00",
        "2022-03-10T11:00:02+01:00", "new;a,b", "online", "", "",
      ])
  }

  @Test func beginsWithAByteOrderMarkForExcel() {
    #expect(
      CSVWriter(CSVOptions(hasByteOrderMark: true)).bytes.starts(with: [0xEF, 0xBB, 0xBF, 99]))
    #expect(CSVWriter().bytes.starts(with: Array("chat,".utf8)))
  }

  /// Text of a cell, and what stands in the file under guard.
  static let formulas = [
    ("=1+1", "'=1+1"), ("+49 151", "'+49 151"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"),
    ("\tx", "\"'\tx\""), ("\r=1", "\"'\r=1\""), ("＝1", "'＝1"), ("＋1", "'＋1"), ("－1", "'－1"),
    ("＠1", "'＠1"), ("=cmd|' /C calc'!A0,\"x\"", "\"'=cmd|' /C calc'!A0,\"\"x\"\"\""),
    // None of these runs.
    ("1+1", "1+1"), (" =1", " =1"), ("a=1", "a=1"), ("'=1", "'=1"), ("９", "９"), ("！", "！"),
    ("💡", "💡"),
  ]

  @Test(arguments: formulas)
  func guardsFormulas(text: String, cell: String) {
    var writer = CSVWriter()
    writer.bytes.removeAll()
    writer.append(Sample(text: text).record)
    #expect(String(decoding: writer.bytes, as: UTF8.self).contains(",text,\(cell),,,,,,,false"))
  }

  @Test func guardsEveryColumnThatOthersFill() throws {
    let sample = Sample(
      chat: "=a", id: "=b", author: "=c", number: "=d", text: "=e",
      edit: { record in
        var media = MessageRecord.Media(state: .present)
        media.name = record.store("=f")
        media.mimeType = record.store("=g")
        record.media = media
        record.replyTo = record.store("=h")
        record.tags = [record.store("=i")]
        record.source = .export(file: record.store("=j"), line: 1)
      })
    #expect(try rows([sample])[1].filter { $0.hasPrefix("=") } == [])
    #expect(try rows([sample])[1].filter { $0.hasPrefix("'=") }.count == 10)
    let raw = CSVOptions(guardsFormulas: false)
    #expect(try rows([sample], raw)[1].filter { $0.hasPrefix("=") }.count == 10)
  }

  @Test(arguments: 0..<128 as Range<UInt64>)
  func isReadBackByAParser(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    let texts = (0..<5).map { _ in random.text() }
    let samples = texts.map { Sample(author: $0, text: $0) }
    let raw = try rows(samples, CSVOptions(guardsFormulas: false)).dropFirst()
    #expect(raw.map { $0[8] } == texts)
    #expect(raw.map { $0[5] } == texts)
    #expect(raw.allSatisfy { $0.count == 25 })
    let guarded = try rows(samples).dropFirst().map { $0[8] }
    for (cell, text) in zip(guarded, texts) {
      #expect(cell == text || cell == "'" + text)
      let starts: [Unicode.Scalar] = ["=", "+", "-", "@", "\t", "\r", "＝"]
      #expect(cell.unicodeScalars.first.map(starts.contains) != true)
    }
  }

  /// What must be quoted and what need not, at every place of cells of every length up to some words of the machine.
  @Test(arguments: [
    ("\"", true), (",", true), ("\n", true), ("\r", true), ("\t", true), ("\u{0}", true),
    ("\u{1f}", true),
    (" ", false), ("!", false), ("#", false), ("+", false), ("-", false), ("\u{7f}", false),
    ("\u{2c22}", false),
    ("\u{ac}", false), ("\u{a0}", false), ("💡", false),
  ])
  func quotesWhereItMust(special: String, isQuoted: Bool) {
    for length in 1...35 {
      for place in 0..<length {
        let text =
          String(repeating: "a", count: place) + special
          + String(repeating: "z", count: length - place - 1)
        var writer = CSVWriter(CSVOptions(guardsFormulas: false))
        writer.bytes.removeAll()
        writer.append(Sample(text: text).record)
        let inside = text.replacing("\"", with: "\"\"")
        let cell = isQuoted ? "\"\(inside)\"" : text
        #expect(
          writer.bytes.contains(Array(",text,\(cell),,,,,,,false".utf8)), "at \(place) of \(length)"
        )
      }
    }
  }

  /// Rows of messages with and without anything beyond their text end alike.
  @Test func writesTheEndOfRowsOfAnInbox() {
    func end(_ edit: @escaping (inout MessageRecord) -> Void) -> String {
      var writer = CSVWriter()
      writer.bytes.removeAll()
      let sample = Sample(
        text: "x",
        edit: { record in
          record.source = .getChat(raw: .null)
          edit(&record)
        })
      writer.append(sample.record)
      return String(decoding: writer.bytes, as: UTF8.self).components(separatedBy: ",text,x")[1]
    }
    #expect(end { _ in } == ",,,,,,,false,false,,,,,,getchat,,\r\n")
    #expect(end { $0.status = MessageRecord.Status() } == ",,,,,,,false,false,,,,,,getchat,,\r\n")
    #expect(end { $0.source = .online(raw: .null) } == ",,,,,,,false,false,,,,,,online,,\r\n")
    #expect(end { $0.isEdited = true } == ",,,,,,,true,false,,,,,,getchat,,\r\n")
    #expect(end { $0.isForwarded = true } == ",,,,,,,false,true,,,,,,getchat,,\r\n")
    #expect(end { $0.replyTo = $0.store("q") } == ",,,,,,,false,false,q,,,,,getchat,,\r\n")
    #expect(end { $0.tags = [$0.store("t")] } == ",,,,,,,false,false,,,,,t,getchat,,\r\n")
    #expect(
      end { $0.media = MessageRecord.Media(state: .missing) }
        == ",,missing,,,,,false,false,,,,,,getchat,,\r\n")
    #expect(
      end {
        var status = MessageRecord.Status()
        status.read = 1_646_910_000
        $0.status = status
      } == ",,,,,,,false,false,,,,2022-03-10T13:00:00+02:00,,getchat,,\r\n")
  }

  /// RFC 4180 by the letter, written without a look at the writer.
  private func parsed(_ bytes: [UInt8]) throws -> [[String]] {
    struct Malformed: Error { let at: Int }
    var rows: [[String]] = []
    var row: [String] = []
    var at = 0
    while at < bytes.count {
      var cell: [UInt8] = []
      if bytes[at] == 0x22 {
        at += 1
        while true {
          guard at < bytes.count else { throw Malformed(at: at) }
          if bytes[at] != 0x22 {
            cell.append(bytes[at])
            at += 1
          } else if at + 1 < bytes.count, bytes[at + 1] == 0x22 {
            cell.append(0x22)
            at += 2
          } else {
            at += 1
            break
          }
        }
      } else {
        while at < bytes.count, ![0x2C, 0x0D].contains(bytes[at]) {
          guard bytes[at] != 0x22, bytes[at] != 0x0A else { throw Malformed(at: at) }
          cell.append(bytes[at])
          at += 1
        }
      }
      row.append(String(decoding: cell, as: UTF8.self))
      guard at < bytes.count else { throw Malformed(at: at) }
      if bytes[at] == 0x2C {
        at += 1
      } else {
        guard bytes[at...].starts(with: [0x0D, 0x0A]) else { throw Malformed(at: at) }
        at += 2
        rows.append(row)
        row = []
      }
    }
    return rows
  }
}
