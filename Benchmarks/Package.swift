// swift-tools-version:6.1
import PackageDescription

/// The table of speed: drives the release binary from outside, through a real pseudo-terminal.
let package = Package(
  name: "Benchmarks",
  targets: [
    .target(name: "CTestTerminal", linkerSettings: [.linkedLibrary("vterm"), .linkedLibrary("util")]),
    .target(name: "TestTerminal", dependencies: ["CTestTerminal"]),
    .executableTarget(name: "bench", dependencies: ["TestTerminal"]),
  ]
)
