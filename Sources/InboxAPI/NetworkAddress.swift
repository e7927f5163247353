internal import Glibc

/// An IP address, for the question whether it is one of the public internet.
struct NetworkAddress: Sendable, Equatable {
  /// 4 or 16.
  private let bytes: [UInt8]

  /// - Parameter text: as `inet_pton` takes it.
  init?(_ text: String) {
    var v4 = in_addr()
    var v6 = in6_addr()
    if inet_pton(AF_INET, text, &v4) == 1 {
      bytes = withUnsafeBytes(of: &v4) { Array($0) }
    } else if inet_pton(AF_INET6, text, &v6) == 1 {
      bytes = withUnsafeBytes(of: &v6) { Array($0) }
    } else {
      return nil
    }
  }

  /// - Parameter address: of so many bytes, lent for the call.
  init?(_ address: UnsafeRawPointer, count: Int) {
    let family = Int32(address.loadUnaligned(as: sa_family_t.self))
    if family == AF_INET, count >= MemoryLayout<sockaddr_in>.size {
      var v4 = address.loadUnaligned(as: sockaddr_in.self).sin_addr
      bytes = withUnsafeBytes(of: &v4) { Array($0) }
    } else if family == AF_INET6, count >= MemoryLayout<sockaddr_in6>.size {
      var v6 = address.loadUnaligned(as: sockaddr_in6.self).sin6_addr
      bytes = withUnsafeBytes(of: &v6) { Array($0) }
    } else {
      return nil
    }
  }

  private init(_ bytes: ArraySlice<UInt8>) { self.bytes = Array(bytes) }

  /// Whether it is reachable over the internet, by the registries of special addresses (IANA; RFC 6890).
  var isPublic: Bool { bytes.count == 4 ? isPublicV4 : isPublicV6 }

  private var isPublicV4: Bool {
    let (a, b, c) = (bytes[0], bytes[1], bytes[2])
    switch a {
    case 0, 10, 127, 224...255: return false
    case 100: return b & 0xC0 != 64
    case 169: return b != 254
    case 172: return b & 0xF0 != 16
    case 192: return !(b == 168 || b == 0 && (c == 0 || c == 2))
    case 198: return !(b & 0xFE == 18 || b == 51 && c == 100)
    case 203: return !(b == 0 && c == 113)
    default: return true
    }
  }

  private var isPublicV6: Bool {
    // Addresses that hold one of IPv4: mapped, compatible, translated (64:ff9b::/96), 6to4 (2002::/16).
    let isInside = bytes[..<10].allSatisfy { $0 == 0 }
    if isInside, bytes[10] == 0xFF && bytes[11] == 0xFF || bytes[10] == 0 && bytes[11] == 0 {
      return Self(bytes[12...]).isPublic
    }
    if bytes.starts(with: [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]) {
      return Self(bytes[12...]).isPublic
    }
    if bytes.starts(with: [0x20, 0x02]) { return Self(bytes[2..<6]).isPublic }
    if bytes.starts(with: [0x20, 0x01, 0x0D, 0xB8]) { return false }
    // Global unicast is 2000::/3; everything else is local, multicast or unassigned.
    return bytes[0] & 0xE0 == 0x20
  }
}
