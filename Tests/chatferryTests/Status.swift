@testable import chatferry

/// Swift Testing has an `ExitStatus` of its own.
typealias Status = chatferry.ExitStatus
