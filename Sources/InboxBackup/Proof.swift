internal import Files

/// Names the state that a backup and its inbox were found in together: the same state gives the same proof on any day.
///
/// SHA-256 over lines of text: server, account and inbox, generation and its manifest's hash, and for every kind and
/// every chat how many ids there are and the SHA-256 of their sorted keys.
struct Proof {
  private var lines: [String]

  init(_ manifest: BackupManifest, _ pointer: BackupPointer) {
    let key = manifest.inboxKey
    lines = [
      "chatferry proof 1", "server \(key.server)", "account \(key.account ?? "-")",
      "inbox \(key.inbox ?? "-")", "generation \(pointer.generation)",
      "manifest \(pointer.manifest.hex)",
    ]
  }

  mutating func add(_ subject: String, count: Int, ids: SHA256.Digest) {
    lines.append("\(subject) \(count) \(ids.hex)")
  }

  var hex: String {
    let text = lines.map { $0 + "\n" }.joined()
    return SHA256.digest(of: Array(text.utf8).span).hex
  }
}
