// swift-tools-version:6.1
import PackageDescription

/// What reads foreign files, driven by the toolchain's fuzzer (libFuzzer) with coverage: see CONTRIBUTING.md.
let package = Package(
  name: "Fuzzing",
  dependencies: [
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .target(name: "CXLSXWriter", linkerSettings: [.linkedLibrary("xlsxwriter")]),
    .target(name: "CZip", linkerSettings: [.linkedLibrary("zip")]),
    .target(name: "CExpat", linkerSettings: [.linkedLibrary("expat")]),
    .target(name: "CFuzz"),
    .target(name: "Domain", dependencies: [.product(name: "Crypto", package: "swift-crypto")]),
    .target(name: "Interchange", dependencies: ["Domain", "CXLSXWriter", "CZip", "CExpat", "Yams"]),
    // The fuzzer's runtime brings the program's beginning.
    .executableTarget(
      name: "fuzz", dependencies: ["Domain", "Interchange", "CFuzz"],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
  ]
)
