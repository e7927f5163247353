extension Console.Choices {
  /// How the global options want to have it.
  init(_ arguments: Arguments) throws(CommandError) {
    isVerbose = arguments.has(.verbose)
    isQuiet = arguments.has(.quiet)
    if isVerbose, isQuiet { throw .exclusive("--verbose", "--quiet") }
    progress = try Self.choice(.progress, arguments, or: .auto)
    logFormat = try Self.choice(.logFormat, arguments, or: .text)
    color = try Self.choice(.color, arguments, or: .auto)
  }

  private static func choice<Value: RawRepresentable & CaseIterable>(
    _ option: Option, _ arguments: Arguments, or usual: Value
  ) throws(CommandError) -> Value where Value.RawValue == String {
    guard let text = arguments.value(of: option) else { return usual }
    guard let value = Value(rawValue: text) else {
      throw .badValue(
        text, origin: .option(option.name),
        expected: Value.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return value
  }
}
