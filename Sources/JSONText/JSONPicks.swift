internal import CSimdJSON

/// A tree of names whose values are picked out of a text in one go.
///
/// Pick 0 is the whole value; each other one is the first member of its name in the object that an earlier pick is.
package final class JSONPicks: Sendable {
  /// Unchecked: written in `init` alone, freed by `deinit`; so are the names that it points to.
  nonisolated(unsafe) private let tree: UnsafeMutableBufferPointer<cjson_pick>
  nonisolated(unsafe) private let names: UnsafeMutableBufferPointer<UInt8>

  /// - Parameter members: picks 1, 2 and so on: in which pick each lies, and its name.
  package init(_ members: [(parent: Int, name: StaticString)]) {
    names = .allocate(capacity: members.reduce(0) { $0 + $1.name.utf8CodeUnitCount })
    tree = .allocate(capacity: members.count + 1)
    tree.initialize(repeating: cjson_pick(name: nil, length: 0, child: -1, sibling: -1))
    var end = 0
    for (place, member) in members.enumerated() {
      precondition(member.parent <= place, "a pick stands before the one that it lies in")
      let length = member.name.utf8CodeUnitCount
      member.name.withUTF8Buffer { name in
        _ = names[end..<end + length].initialize(fromContentsOf: name)
      }
      tree[place + 1].name = names.baseAddress.map { UnsafePointer($0 + end) }
      tree[place + 1].length = UInt32(length)
      end += length
      // At the end of the row: those that come first in the source code are looked at first.
      let own = Int32(place + 1)
      if tree[member.parent].child < 0 {
        tree[member.parent].child = own
      } else {
        var last = Int(tree[member.parent].child)
        while tree[last].sibling >= 0 { last = Int(tree[last].sibling) }
        tree[last].sibling = own
      }
    }
  }

  deinit {
    tree.deallocate()
    names.deallocate()
  }

  var count: Int { tree.count }
  var base: UnsafePointer<cjson_pick>? { UnsafePointer(tree.baseAddress) }
}
