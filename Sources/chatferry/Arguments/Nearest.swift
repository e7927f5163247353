/// The known word that a mistyped one was most likely meant to be; nil when none is near.
func nearest(to word: String, among known: [String]) -> String? {
  let best = known.map { (word: $0, distance: editDistance(word, $0)) }
    .min { ($0.distance, $0.word) < ($1.distance, $1.word) }
  guard let best, best.distance <= max(1, min(3, word.count / 3)) else { return nil }
  return best.word
}

/// Insertions, deletions, replacements and swaps of neighbours that make `other` out of `word`.
func editDistance(_ word: String, _ other: String) -> Int {
  let left = Array(word.unicodeScalars.prefix(64))
  let right = Array(other.unicodeScalars.prefix(64))
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for i in left.indices {
    var row = [i + 1]
    for j in right.indices {
      var cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    beforeLast = last
    last = row
  }
  return last[right.count]
}
