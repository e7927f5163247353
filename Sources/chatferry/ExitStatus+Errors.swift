internal import ChatImport
internal import ChatRecords
internal import Contacts
internal import Files
internal import InboxAPI
internal import InboxBackup
internal import LocalInbox
internal import WhatsAppExport

extension ExitStatus {
  /// The status that an error of any module ends the run with.
  init(of error: any Error) {
    self =
      switch error {
      case let error as CommandError: error.status
      case let error as FilesError: Self(error)
      case let error as RecordsError: Self(error)
      case let error as ExportError: Self(error)
      case let error as ContactsError: Self(error)
      case let error as SpoiledRun: Self(error.error)
      case let error as APIError: Self(error)
      case let error as LocalInboxError: Self(error)
      case let error as ImportError: Self(error)
      case let error as BackupError: Self(error)
      case is DeletionError: .badInput
      case is CancellationError: Interruption.shared.status ?? .tryAgain
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

  private init(_ error: RecordsError) {
    self =
      switch error {
      case .notATime: .usage
      case .folderTaken, .newerExport: .cannotCreate
      case .file(let error): Self(error)
      }
  }

  private init(_ error: ExportError) {
    self = Self(rawValue: error.exitStatus.rawValue) ?? .badInput
  }

  private init(_ error: ContactsError) {
    self =
      switch error {
      case .impossibleNumber, .unreadable: .badInput
      case .unknownRegion: .configuration
      case .file(.cannotOpen): .noInput
      case .file(let error): Self(error)
      }
  }

  private init(_ error: APIError) {
    if case .cancelled = error {
      self = Interruption.shared.status ?? .tryAgain
      return
    }
    if case .invalidURL = error {
      self = .configuration
      return
    }
    if case .invalidToken = error {
      self = .configuration
      return
    }
    self =
      switch error.exit {
      case .unavailable, .other: .unavailable
      case .throttled: .tryAgain
      case .refused: .refused
      case .badInput: .badInput
      case .inputOutput: .inputOutput
      }
  }

  private init(_ error: LocalInboxError) {
    self =
      switch error {
      case .notLoopback: .usage
      case .cannotListen: .unavailable
      case .cannotPrepare: .cannotCreate
      case .tokenUnreadable: .configuration
      case .store: .inputOutput
      }
  }

  private init(_ error: ImportError) {
    self =
      switch error {
      case .server(let error): Self(error)
      case .export(let error): Self(error)
      case .files(let error): Self(error)
      case .store: .inputOutput
      case .locked: .tryAgain
      case .interrupted: Interruption.shared.status ?? .tryAgain
      case .failed: .inputOutput
      case .noServer: .usage
      }
  }

  private init(_ error: BackupError) {
    self =
      switch error {
      case .noSuchFolder: .noInput
      case .notABackup, .newerFormat, .damaged, .ofOnlineInbox: .badInput
      case .folderTaken, .otherInbox: .cannotCreate
      }
  }
}
