internal import Files

extension ExitStatus {
  /// The status that an error of any module ends the run with.
  init(of error: any Error) {
    self =
      switch error {
      case let error as CommandError: error.status
      case let error as FilesError: Self(error)
      default: .inputOutput
      }
  }

  private init(_ error: FilesError) {
    self =
      switch error {
      // Whoever reads has had enough (`| head`): the run ends quietly.
      case .readerGone: .allDone
      case .cannotCreate: error.isDiskFull ? .inputOutput : .cannotCreate
      case .locked: .tryAgain
      case .noMediaTypes: .configuration
      case .cannotOpen, .cannotRead, .cannotWrite, .cannotSync, .cannotReplace, .cannotRemove:
        .inputOutput
      }
  }
}
