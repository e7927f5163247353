/// A point at which a run may be killed; told to tests, which stop the run there.
enum ImportStep: Sendable, Equatable {
  case planned
  case mediaIntended
  /// The server has answered, the journal does not know it yet.
  case mediaSent
  case mediaDone
  case found
  case partIntended
  /// The server has answered, the journal does not know it yet.
  case partSent
  case partDone
  case partLost
  case partAdopted
  case partDropped
  case planFinished
}
