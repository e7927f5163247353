internal import CCrypto

/// SHA-256 of a stream of bytes, by OpenSSL.
package struct SHA256: ~Copyable {
  /// 32 bytes, as four big-endian words.
  package struct Digest: Sendable, Hashable, Comparable {
    private var words: (UInt64, UInt64, UInt64, UInt64)

    fileprivate init(_ bytes: UnsafeRawBufferPointer) {
      func word(_ at: Int) -> UInt64 {
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      }
      words = (word(0), word(8), word(16), word(24))
    }

    /// Reads 64 hexadecimal digits; nil for anything else.
    package init?(hex: String) {
      let digits = Array(hex.utf8)
      guard digits.count == 64 else { return nil }
      var parts: [UInt64] = []
      for start in stride(from: 0, to: 64, by: 16) {
        var word: UInt64 = 0
        for digit in digits[start..<start + 16] {
          guard let value = Hexadecimal.value(of: digit) else { return nil }
          word = word << 4 | UInt64(value)
        }
        parts.append(word)
      }
      words = (parts[0], parts[1], parts[2], parts[3])
    }

    package static func == (left: Digest, right: Digest) -> Bool { left.words == right.words }

    /// The order of the hexadecimal texts.
    package static func < (left: Digest, right: Digest) -> Bool { left.words < right.words }

    /// The 32 bytes.
    package var bytes: [UInt8] {
      [words.0, words.1, words.2, words.3].flatMap { word in
        stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
      }
    }

    /// The first 16 hexadecimal digits as a number.
    package var leadingWord: UInt64 { words.0 }

    package func hash(into hasher: inout Hasher) { hasher.combine(words.0) }

    /// 64 lower-case digits.
    package var hex: String {
      var text: [UInt8] = []
      text.reserveCapacity(64)
      for word in [words.0, words.1, words.2, words.3] { Hexadecimal.append(word, to: &text) }
      return String(decoding: text, as: UTF8.self)
    }
  }

  private let context: OpaquePointer

  package init() {
    guard let context = EVP_MD_CTX_new() else { preconditionFailure("out of memory for SHA-256") }
    self.context = context
    start()
  }

  deinit { EVP_MD_CTX_free(context) }

  package mutating func update(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBytes { update($0) }
  }

  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    precondition(EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1)
  }

  /// The digest of everything since the last `finish()`; begins anew.
  package mutating func finish() -> Digest {
    let digest = withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) { buffer in
      precondition(
        EVP_DigestFinal_ex(context, buffer.bindMemory(to: UInt8.self).baseAddress, nil) == 1)
      return Digest(UnsafeRawBufferPointer(buffer))
    }
    start()
    return digest
  }

  private func start() {
    precondition(EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1, "OpenSSL has no SHA-256")
  }

  /// The digest of one piece of memory.
  package static func digest(of bytes: Span<UInt8>) -> Digest {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finish()
  }
}
