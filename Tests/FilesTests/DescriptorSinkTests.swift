import Foundation
import TestKit
import Testing

@testable import Files

@Suite struct DescriptorSinkTests {
  @Test func writesToADescriptor() throws {
    let pipe = Pipe()
    let sink = DescriptorSink(
      descriptor: pipe.fileHandleForWriting.fileDescriptor,
      operations: FaultPlan(writeLimit: 3).operations)
    try sink.write(Array("all of it".utf8).span)
    try sink.flush()
    try pipe.fileHandleForWriting.close()
    #expect(try pipe.fileHandleForReading.readToEnd() == Data("all of it".utf8))
  }

  @Test func tellsAGoneReaderFromOtherErrors() {
    let cases: [(Int32, FilesError)] = [
      (EPIPE, .readerGone(name: "standard output")),
      (EIO, .cannotWrite(path: "standard output", code: EIO)),
    ]
    for (code, error) in cases {
      let plan = FaultPlan(failing: (.write, 1, code))
      let sink = DescriptorSink(descriptor: 1, operations: plan.operations)
      #expect(throws: error) { try sink.write(Array("x".utf8).span) }
    }
  }

  @Test func waitsForAFullPipeThatDoesNotBlock() async throws {
    let pipe = Pipe()
    let descriptor = pipe.fileHandleForWriting.fileDescriptor
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    let reading = pipe.fileHandleForReading
    async let read = Task { try reading.readToEnd()?.count }.value
    let sink = DescriptorSink(descriptor: descriptor)
    try sink.write([UInt8](repeating: 1, count: 1 << 20).span)
    try pipe.fileHandleForWriting.close()
    #expect(try await read == 1 << 20)
  }
}
