import Testing

@testable import WhatsAppExport

struct HeaderLookTests {
  @Test(arguments: [
    "[3/27/22, 21:41:35] A: x", "[31/12/2019, 2:14:40 a.m.] A", "[14:56:01, 3/18/22] A",
    "[3/18/2565 BE, 14:56:01] A: x", "[3/18/R4, 14:56:01] A: x",
    "\u{200F}[٢٧\u{200F}/٣\u{200F}/٢٠٢٢، ٩:٤١:٥٥\u{A0}م] A: x", "\u{FEFF}[2026/7/9 02:28:09] A: x",
    "2016-06-27, 8:04:08 AM: A: x", "24/3/14, 13:59:59: A: x", "13. 6. 2018. 21:25:15 A: x",
    "9/19/26, 9:52\u{202F}AM - A: x", "28/3/2025, 9:29 p. m. - A: x", "13.6.2018 klo 21.25 - A: x",
    "30/08/25 18.00 - A: x", "۲۰۲۱/۵/۳۰، ۱۸:۴۴ - A: x", "24/8/21 PM 1:28 - A: x",
    "2023. 01. 05. 14:30 - A: x", "2023-01-05 14 h 30 - A: x", "5.01.23 г., 14:30 - A: x",
    "2023年1月5日 下午2:30 - A: x", "01/02/2023, 10:00 – A: x",
  ])
  func knowsHeaders(_ line: String) {
    #expect(HeaderLook.looksLikeChat(Array("\(line)\r\n".utf8)))
  }

  @Test(arguments: [
    "", "milk", "[09/04, 19:15] A: x", "[1/16, 3:14 PM] A: x", "1. 2. 3. 4. 5. six",
    "192.168.1.10 - - x",
    "2024-01-05 10:00:00 INFO server started: ok", "12345678901234 - x",
    "Dear A, on 1/2/2023, 10:00 - x",
    "[link](https://example.com/1/2/3/4/5) x", "{\"a\": [1, 2, 3, 4, 5]}",
  ])
  func knowsWhatIsNone(_ line: String) {
    #expect(!HeaderLook.looksLikeChat(Array("\(line)\n".utf8)))
  }

  @Test func looksAtTheFirstLinesOnly() {
    let header = "01/02/2023, 10:00 - A: x\n"
    #expect(HeaderLook.looksLikeChat(Array(("left over\n\n" + header).utf8)))
    #expect(!HeaderLook.looksLikeChat(Array((String(repeating: "x\n", count: 20) + header).utf8)))
  }

  @Test(arguments: [true, false])
  func readsUTF16(isLittle: Bool) {
    let units = [0xFEFF] + Array("[01/02/2023, 10:00:00] Ana: x\r\n".utf16)
    let bytes = units.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isLittle ? pair : pair.reversed()
    }
    #expect(HeaderLook.looksLikeChat(bytes))
    #expect(HeaderLook.looksLikeChat(Array(bytes.dropFirst(2))), "without a byte order mark")
    #expect(!HeaderLook.looksLikeChat(Array(bytes.prefix(3))))
  }
}
