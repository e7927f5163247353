struct InspectCommand {
  let run: Run
  func callAsFunction() throws -> ExitStatus { .usage }
}
