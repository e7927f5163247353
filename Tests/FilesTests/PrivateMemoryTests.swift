import Testing

@testable import Files

@Suite struct PrivateMemoryTests {
  /// In a process of its own, which it would change for all other tests.
  @Test func keepsTheMemoryFromOtherProcessesAndFromCores() async {
    await #expect(processExitsWith: .success) {
      precondition(!PrivateMemory.isKept)
      PrivateMemory.begin()
      precondition(PrivateMemory.isKept)
    }
  }
}
