// swift-tools-version: 6.2
import PackageDescription

/// Language mode 6 comes with the tools version; the rest of the house style is switched on here.
let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"), .treatAllWarnings(as: .error),
]

/// For modules whose small functions others call for every message: nothing that is `package` is inlined into another
/// module otherwise, not even what is `@inlinable`.
let inlined: [SwiftSetting] = [
  .unsafeFlags(["-enable-cmo-everything"], .when(configuration: .release))
]

func room(_ name: String, _ below: [Target.Dependency], _ more: [SwiftSetting] = []) -> Target {
  .target(name: name, dependencies: below, swiftSettings: house + more)
}

func tests(_ name: String, _ below: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name), "TestKit"] + below, exclude: exclude,
    swiftSettings: house)
}

let package = Package(
  name: "chatferry",
  products: [.executable(name: "chatferry", targets: ["chatferry"])],
  targets: [
    // One C library each; nothing of ours.
    .systemLibrary(name: "CArchive"),
    .systemLibrary(name: "CCurl"),
    .systemLibrary(name: "CSQLite"),
    .systemLibrary(name: "CMicroHTTPD"),
    .systemLibrary(name: "CMagic"),
    .systemLibrary(name: "CXXHash"),
    .systemLibrary(name: "CCrypto"),
    .systemLibrary(name: "CISAL"),
    .systemLibrary(name: "CLinux"),
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
    .target(name: "CPhoneNumber", linkerSettings: [.linkedLibrary("phonenumber")]),
    .target(name: "CCommandLine"),
    .target(name: "CTOML"),
    .target(name: "CSimdJSON", linkerSettings: [.linkedLibrary("simdjson")]),

    // The ground floor: bytes, text, tables.
    room("Files", ["CCrypto", "CLinux", "CMagic", "CXXHash"]),
    room("JSONText", ["CSimdJSON"]),
    room("SQLiteStore", ["CSQLite"]),

    // What chatferry exists for.
    room("ChatRecords", ["Files", "JSONText"], inlined),
    room("Contacts", ["CPhoneNumber", "Files"]),
    room(
      "WhatsAppExport", ["CArchive", "CICU", "CISAL", "ChatRecords", "Files", "JSONText"],
      [.strictMemorySafety()]),
    room("InboxAPI", ["CCurl", "ChatRecords", "Files", "JSONText"]),
    room(
      "LocalInbox",
      ["CMicroHTTPD", "ChatRecords", "Files", "JSONText", "SQLiteStore", "WhatsAppExport"]),
    room(
      "ChatImport",
      [
        "ChatRecords", "Contacts", "Files", "InboxAPI", "JSONText", "SQLiteStore", "WhatsAppExport",
      ]),
    room("InboxBackup", ["Files", "InboxAPI", "JSONText", "SQLiteStore"]),
    room(
      "InboxRestore",
      [
        "ChatImport", "ChatRecords", "Files", "InboxAPI", "InboxBackup", "JSONText", "SQLiteStore",
        "WhatsAppExport",
      ]),
    .executableTarget(
      name: "chatferry",
      dependencies: [
        "CCommandLine", "CTOML", "ChatImport", "ChatRecords", "Contacts", "Files", "InboxAPI",
        "InboxBackup", "InboxRestore", "JSONText", "LocalInbox", "SQLiteStore", "WhatsAppExport",
      ],
      swiftSettings: house),

    // Folders, faults and random numbers for tests.
    .target(name: "TestKit", dependencies: ["Files"], path: "Tests/TestKit", swiftSettings: house),

    tests("Files", []),
    tests("JSONText", []),
    tests("SQLiteStore", []),
    tests("ChatRecords", ["Files", "JSONText"]),
    tests("Contacts", ["Files"]),
    tests("WhatsAppExport", ["CArchive", "CICU", "ChatRecords", "Files"]),
    // An HTTP server that answers by script.
    .target(name: "TestServer", path: "Tests/TestServer", swiftSettings: house),
    // An inbox with something of everything.
    .target(
      name: "InboxSamples", dependencies: ["LocalInbox"], path: "Tests/InboxSamples",
      swiftSettings: house),
    tests(
      "InboxAPI", ["ChatRecords", "Files", "JSONText", "TestServer"], exclude: ["Contract"]),
    tests(
      "LocalInbox", ["Files", "InboxSamples", "JSONText", "SQLiteStore", "WhatsAppExport"],
      exclude: ["Contract"]),
    tests(
      "ChatImport",
      [
        "ChatRecords", "Files", "InboxAPI", "JSONText", "LocalInbox", "SQLiteStore", "TestServer",
        "WhatsAppExport",
      ]),
    tests(
      "InboxBackup", ["Files", "InboxAPI", "JSONText", "SQLiteStore", "TestServer"]),
    tests(
      "InboxRestore",
      [
        "ChatImport", "ChatRecords", "Files", "InboxAPI", "InboxBackup", "InboxSamples", "JSONText",
        "LocalInbox", "TestServer", "WhatsAppExport",
      ]),
    tests(
      "chatferry",
      [
        "ChatImport", "ChatRecords", "Contacts", "Files", "InboxAPI", "InboxSamples", "JSONText",
        "LocalInbox", "TestServer", "WhatsAppExport",
      ], exclude: ["Golden"]),
  ],
  cxxLanguageStandard: .cxx17
)

// `.ci/fuzz` builds these; SwiftPM alone would not know that libFuzzer brings the `main`.
if Context.environment["CHATFERRY_FUZZ"] != nil {
  package.targets += [
    .target(
      name: "Fuzzing",
      dependencies: [
        "CTOML", "ChatRecords", "Contacts", "Files", "InboxAPI", "JSONText", "WhatsAppExport",
      ], path: "Tests/Fuzz/Fuzzing", swiftSettings: house),
    .executableTarget(name: "Fuzzer", dependencies: ["Fuzzing"], path: "Tests/Fuzz/Fuzzer"),
  ]
}
