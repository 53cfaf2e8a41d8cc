// swift-tools-version: 6.2
import PackageDescription

/// One set of flags for every target: Swift 6 mode with all that is still optional in it, and no warnings.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
]

/// A library target of this package.
func library(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil
) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

/// The tests of one library target.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "gonogo",
  products: [.executable(name: "gonogo", targets: ["gonogo"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    // C, each imported by one file.
    .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    // No pkg-config for libpq: only its header is used, the library is loaded on first use.
    .systemLibrary(name: "CPostgreSQL", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "CSpawn"),

    // The pure core: values and decisions; imports nothing.
    library("GonogoCore"),
    library("GonogoShell", ["GonogoCore"], resources: [.embedInCode("Rules/effects.rules")]),
    library(
      "GonogoEvidence", ["GonogoCore"],
      resources: [.embedInCode("Words/synonyms.words"), .embedInCode("Words/expectations.words")]),
    library("GonogoRedaction", ["GonogoCore"]),
    library(
      "GonogoPlanning", ["GonogoCore", "GonogoShell", "GonogoEvidence"],
      resources: [.embedInCode("Rules/grants.rules")]),
    library("GonogoCompletion", ["GonogoCore", "GonogoEvidence", "GonogoPlanning"]),

    // Adapters: each knows one thing of the outside world, none knows another.
    library(
      "GonogoMarkdown", ["GonogoCore", "CCMark"],
      resources: [.embedInCode("Words/prose.words"), .embedInCode("Words/lists.words")]),
    library("GonogoSandbox", ["GonogoCore", "CSpawn"]),
    library("GonogoDatabase", ["GonogoCore", "CPostgreSQL"]),
    library("GonogoSettings", ["GonogoCore", "CYAML"]),
    library("GonogoStore", ["GonogoCore", crypto]),
    library("GonogoSigning", ["GonogoCore", crypto]),

    // Order, time and wiring.
    library("GonogoRunner", ["GonogoCore", "GonogoShell", "GonogoEvidence", "GonogoPlanning"]),
    library(
      "GonogoCommands",
      [
        "GonogoCore", "GonogoShell", "GonogoEvidence", "GonogoPlanning", "GonogoCompletion",
        "GonogoMarkdown", "GonogoSandbox", "GonogoDatabase", "GonogoSettings", "GonogoStore",
        "GonogoSigning",
        "GonogoRunner", "GonogoRedaction", argumentParser,
      ]),
    .executableTarget(name: "gonogo", dependencies: ["GonogoCommands"], swiftSettings: strict),
    .executableTarget(name: "benchmarks", path: "Benchmarks", swiftSettings: strict),

    // Not part of gonogo: what the fuzzer and the tests feed; see `make fuzz`.
    .target(
      name: "FuzzTargets",
      dependencies: [
        "GonogoCore", "GonogoShell", "GonogoEvidence", "GonogoPlanning", "GonogoCompletion",
        "GonogoMarkdown", "GonogoSettings", "GonogoStore", "GonogoSigning", "GonogoRedaction",
      ], path: "Fuzzing/FuzzTargets", swiftSettings: strict),

    // One test target a module, then the whole thing from outside, then the shape of the code.
    tests("GonogoCoreTests", ["GonogoCore"]),
    tests("GonogoRedactionTests", ["GonogoRedaction", "GonogoCore"]),
    tests("GonogoShellTests", ["GonogoShell", "GonogoCore"]),
    tests("GonogoEvidenceTests", ["GonogoEvidence", "GonogoCore"]),
    tests(
      "GonogoPlanningTests", ["GonogoPlanning", "GonogoMarkdown", "GonogoEvidence", "GonogoCore"]),
    tests(
      "GonogoCompletionTests",
      ["GonogoCompletion", "GonogoPlanning", "GonogoMarkdown", "GonogoCore"]),
    tests("GonogoMarkdownTests", ["GonogoMarkdown", "GonogoCore"]),
    tests("GonogoSandboxTests", ["GonogoSandbox", "GonogoCore"]),
    tests("GonogoDatabaseTests", ["GonogoDatabase", "GonogoCore"]),
    tests("GonogoSettingsTests", ["GonogoSettings", "GonogoCore"]),
    tests("GonogoStoreTests", ["GonogoStore", "GonogoCore"]),
    tests("GonogoSigningTests", ["GonogoSigning", "GonogoCore"]),
    tests(
      "GonogoRunnerTests",
      ["GonogoRunner", "GonogoPlanning", "GonogoMarkdown", "GonogoEvidence", "GonogoCore"]),
    tests(
      "GonogoCommandsTests",
      [
        "GonogoCommands", "GonogoRunner", "GonogoPlanning", "GonogoMarkdown", "GonogoSettings",
        "GonogoStore", "GonogoSandbox", "GonogoCore", "GonogoRedaction",
      ]),
    tests("FuzzingTests", ["FuzzTargets"]),
    tests("EndToEndTests", ["gonogo", "GonogoCore"]),
    tests("StructureTests", []),
  ]
)

// The fuzzer brings its own way of linking, so that its program is built only when it is asked for.
if Context.environment["GONOGO_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: ["FuzzTargets"], path: "Fuzzing/Driver", swiftSettings: strict))
}
