import Testing

@testable import Files

@Suite struct SHA256Tests {
  /// FIPS 180-4's own examples, and the empty text.
  static let examples = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ]

  @Test(arguments: examples)
  func hashesTheStandardsExamples(text: String, hex: String) {
    #expect(SHA256.digest(of: Array(text.utf8).span).hex == hex)
  }

  @Test func givesTheSameInPieces() {
    var hash = SHA256()
    for byte in "abc".utf8 { hash.update([byte].span) }
    #expect(hash.finish().hex == Self.examples[1].1)
    #expect(hash.finish().hex == Self.examples[0].1, "a finished hash begins anew")
  }

  @Test func readsItsOwnHexadecimal() {
    let digest = SHA256.digest(of: Array("abc".utf8).span)
    #expect(SHA256.Digest(hex: digest.hex) == digest)
    #expect(SHA256.Digest(hex: digest.hex.uppercased()) == digest)
    #expect(SHA256.Digest(hex: Self.examples[0].1) != digest)
  }

  @Test(arguments: [
    "", "abc", String(repeating: "g", count: 64), String(repeating: "0", count: 65),
  ])
  func refusesWhatIsNoDigest(hex: String) {
    #expect(SHA256.Digest(hex: hex) == nil)
  }
}

@Suite struct XXH3Tests {
  /// `xxhsum -H3` of the same bytes; the empty one is also in xxHash's specification.
  static let examples: [(String, UInt64)] = [
    ("", 0x2d06_8005_38d3_94c2), ("a", 0xe6c6_32b6_1e96_4e1f), ("abc", 0x78af_5f94_892f_3950),
  ]

  @Test(arguments: examples)
  func hashesKnownTexts(text: String, value: UInt64) {
    let bytes = Array(text.utf8)
    #expect(XXH3.hash(bytes.span) == value)
    var hash = XXH3()
    for byte in bytes { hash.update([byte].span) }
    #expect(hash.finish() == value)
    #expect(hash.finish() == Self.examples[0].1, "a finished hash begins anew")
  }

  @Test(arguments: 0..<16)
  func givesTheSameInPieces(seed: Int) {
    let bytes = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* (seed &+ 3) >> 2) }
    var hash = XXH3()
    for start in stride(from: 0, to: bytes.count, by: seed * 37 + 1) {
      hash.update(Array(bytes[start..<min(start + seed * 37 + 1, bytes.count)]).span)
    }
    #expect(hash.finish() == XXH3.hash(bytes.span))
  }
}
