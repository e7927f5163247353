package import Files
package import InboxAPI
package import SQLiteStore
package import WhatsAppExport

/// Why an import stopped. The journal is consistent: the same command goes on where this one ended.
package enum ImportError: Error, Equatable, Sendable {
  /// The server cannot be reached, throttles for too long, or refuses the token.
  case server(APIError)
  /// An input cannot be read any more, or its bytes are damaged.
  case export(ExportError)
  /// A file of the journal cannot be made or locked.
  case files(FilesError)
  /// The journal cannot be read or written.
  case store(StoreError)
  /// Another import of the same chat is going on.
  case locked(path: String)
  /// Something that no other case names went wrong.
  case failed(reason: String)
  /// The task was cancelled (SIGINT, SIGTERM).
  case interrupted
  /// An import that reaches the server was asked for without one.
  case noServer

  /// Gives every error that this module meets its case.
  package init(_ error: any Error) {
    self =
      switch error {
      case let error as ImportError: error
      case let error as APIError: .server(error)
      case let error as ExportError: .export(error)
      case FilesError.locked(let path): .locked(path: path)
      case let error as FilesError: .files(error)
      case let error as StoreError: .store(error)
      case is CancellationError: .interrupted
      default: .failed(reason: "\(error)")
      }
  }
}

extension ImportError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .server(let error): "\(error)"
    case .export(let error): "\(error)"
    case .files(let error): "\(error)"
    case .store(let error): "the import journal: \(error)"
    case .locked(let path):
      "\(path): another import of this chat is going on; wait for its end, then run the same command again"
    case .failed(let reason):
      "\(reason); run the same command again, with --verbose if it happens again"
    case .interrupted: "interrupted; run the same command again to go on"
    case .noServer: "no inbox was given; name one with --inbox"
    }
  }
}
