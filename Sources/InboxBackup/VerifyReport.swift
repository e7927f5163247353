package import JSONText

/// What a check of a backup found.
package struct VerifyReport: Sendable, Equatable {
  package enum Verdict: String, Sendable {
    case intact, damaged
    case safeToDelete = "safe-to-delete"
    case notSafe = "not-safe"
  }

  /// What was looked at, in the order of growing depth.
  package enum Check: String, Sendable, CaseIterable {
    case present, size, hash, parse, reference, remote
  }

  /// nil for what is no backup that can be read; `problems` says why.
  package var verdict: Verdict?
  /// Sentences for a person.
  package var because: [String]
  package var checked: [Check]
  package var generation: Int?
  /// Names the state that was found safe to delete, in 64 hexadecimal digits.
  package var proof: String?
  package var messages = 0
  package var media = 0
  /// Of all files that were looked at.
  package var bytes: Int64 = 0
  package var problems: [BackupProblem] = []

  /// A report that counts nothing yet.
  package init(
    verdict: Verdict?, because: [String], checked: [Check], generation: Int? = nil,
    problems: [BackupProblem] = []
  ) {
    self.verdict = verdict
    self.because = because
    self.checked = checked
    self.generation = generation
    self.problems = problems
  }

  package var isGood: Bool { verdict == .intact || verdict == .safeToDelete }

  package func write(to json: inout JSONWriter) {
    json.beginObject()
    json.field("verdict", verdict?.rawValue)
    json.key("because")
    json.beginArray()
    for reason in because { json.string(reason) }
    json.endArray()
    json.key("checked")
    json.beginArray()
    for check in checked { json.string(check.rawValue) }
    json.endArray()
    json.field("generation", generation.map { Int64($0) })
    json.field("proof", proof)
    json.field("messages", Int64(messages))
    json.field("media", Int64(media))
    json.field("bytes", bytes)
    json.key("problems")
    json.beginArray()
    for problem in problems {
      json.beginObject()
      problem.write(to: &json)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }
}
