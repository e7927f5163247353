internal import JSONText

extension ObjectList {
  static let tags = ObjectList(
    table: "tag",
    fields: [
      Field(name: "name", kind: .text(longest: 1000)),
      Field(
        name: "web_inbox_color", kind: .anyText(longest: 1000), isNullable: true, standard: "null"),
    ])
}
