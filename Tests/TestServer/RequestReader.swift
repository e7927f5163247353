internal import Glibc

/// Reads requests off a connection.
struct RequestReader {
  let connection: Int32
  let number: Int
  private var buffer: [UInt8] = []
  private var count = 0

  init(connection: Int32, number: Int) {
    self.connection = connection
    self.number = number
  }

  /// Request line and headers; nil at the end of the connection.
  mutating func readHead() -> Request? {
    let separator = Array("\r\n\r\n".utf8)
    while true {
      if let end = buffer.firstRange(of: separator) {
        let head = String(decoding: buffer[..<end.lowerBound], as: UTF8.self)
        buffer.removeSubrange(..<end.upperBound)
        let lines = head.split(separator: "\r\n")
        let words = lines[0].split(separator: " ")
        guard words.count == 3 else { return nil }
        count += 1
        return Request(
          method: String(words[0]), target: String(words[1]),
          headers: lines.dropFirst().map { line in
            let name = line.prefix { $0 != ":" }
            return (String(name), String(line.dropFirst(name.count + 1).drop { $0 == " " }))
          }, connection: number, numberOnConnection: count)
      }
      guard buffer.count < 1 << 20, fill() else { return nil }
    }
  }

  /// As many bytes as `Content-Length` says; chunked bodies are not read, since a client that knows
  /// the length must say it.
  mutating func readBody(of request: Request) -> [UInt8]? {
    guard request.header("Transfer-Encoding") == nil else { return nil }
    let length = request.header("Content-Length").flatMap { Int($0) } ?? 0
    buffer.reserveCapacity(length)
    while buffer.count < length {
      guard fill() else { return nil }
    }
    let body = Array(buffer[..<length])
    buffer.removeSubrange(..<length)
    return body
  }

  private mutating func fill() -> Bool {
    var piece = [UInt8](repeating: 0, count: 65_536)
    let count = recv(connection, &piece, piece.count, 0)
    guard count > 0 else { return false }
    buffer.append(contentsOf: piece[..<count])
    return true
  }
}
