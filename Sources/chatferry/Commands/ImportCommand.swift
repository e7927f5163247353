struct ImportCommand {
  let run: Run
  func callAsFunction() async throws -> ExitStatus { .usage }
}
