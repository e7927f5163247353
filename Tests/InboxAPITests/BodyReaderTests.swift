import Testing

@testable import InboxAPI

@Suite struct BodyReaderTests {
  static func readAll(_ reader: BodyReader, step: Int) throws -> [UInt8] {
    var all: [UInt8] = []
    while true {
      let piece = try [UInt8](unsafeUninitializedCapacity: step) { buffer, count in
        count = try reader.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      if piece.isEmpty { return all }
      all += piece
    }
  }

  @Test(arguments: [1, 2, 3, 7, 64, 4096], [0, 1, 5, 300])
  func joinsItsPiecesAtEveryStep(step: Int, length: Int) throws {
    let body = BytesBody(pseudorandomBytes(length), piece: 3)
    let reader = BodyReader(prefix: [1, 2, 3], stream: body, suffix: [4, 5])
    let expected = [1, 2, 3] + pseudorandomBytes(length) + [4, 5]
    #expect(reader.length == Int64(length + 5))
    #expect(try Self.readAll(reader, step: step) == expected)
    reader.rewind()
    #expect(try Self.readAll(reader, step: step) == expected)
    #expect(body.openCount == 2)
  }

  @Test(arguments: [1, 2, 64]) func neverLooksWholeWhenTheSourceIsLonger(step: Int) {
    for announced in [0, 1, 4] as [Int64] {
      let reader = BodyReader(
        stream: BytesBody([1, 2, 3, 4, 5], piece: 2, announcing: announced), suffix: [9])
      #expect(throws: BodyReader.Fault.longer(announced: announced)) {
        try Self.readAll(reader, step: step)
      }
    }
  }

  @Test(arguments: [1, 2, 64]) func saysWhenTheSourceIsShorter(step: Int) {
    let reader = BodyReader(stream: BytesBody([1, 2, 3], piece: 2, announcing: 5), suffix: [9])
    #expect(throws: BodyReader.Fault.shorter(announced: 5, missing: 2)) {
      try Self.readAll(reader, step: step)
    }
    #expect(
      BodyReader.Fault.shorter(announced: 5, missing: 2).description
        == "it ends 2 bytes before the 5 bytes that it announced")
    #expect(
      BodyReader.Fault.longer(announced: 5).description
        == "it goes on after the 5 bytes that it announced")
  }

  @Test func sendsNothingWithoutAStream() throws {
    #expect(try Self.readAll(BodyReader(prefix: [1], stream: nil, suffix: []), step: 8) == [1])
    #expect(try Self.readAll(BodyReader(stream: nil), step: 8) == [])
  }
}
