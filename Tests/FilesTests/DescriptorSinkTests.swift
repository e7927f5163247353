import Foundation
import Synchronization
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

  @Test func waitsForAFullPipeThatDoesNotBlock() throws {
    let pipe = Pipe()
    let descriptor = pipe.fileHandleForWriting.fileDescriptor
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    let reading = pipe.fileHandleForReading
    let count = Mutex(0)
    let isRead = DispatchSemaphore(value: 0)
    // On a thread of its own: whoever writes here waits for it.
    Thread.detachNewThread {
      count.withLock { $0 = (try? reading.readToEnd()?.count) ?? -1 }
      isRead.signal()
    }
    let sink = DescriptorSink(descriptor: descriptor)
    try sink.write([UInt8](repeating: 1, count: 1 << 20).span)
    try pipe.fileHandleForWriting.close()
    #expect(isRead.wait(timeout: .now() + 60) == .success)
    #expect(count.withLock { $0 } == 1 << 20)
  }
}
