/// The level after the retrofit, against the national benchmark (clause 2: 确保达到标杆水平).
extension Project {
  static let levelRules: [Rule<Project>] = [
    Rule(
      "R21", .record, .warning, "改造后应达到标杆水平", "The benchmark is reached after the retrofit",
      fields: ["unit_after", "benchmarking_reason"], answeredIn: "benchmarking_reason"
    ) { project, context in
      guard project.benchmarking == "levels", let after = project.unitAfter,
        let line = context.linked(EfficiencyLine.self, project.line),
        let level = context.reference.level(product: line.product, year: line.year, region: line.region),
        after > level.benchmark
      else { return [] }
      let grade = Grades.list[level.grade(after)]?.label
      // A level that was not verified never makes an error.
      let isError = project.derived.isKeyProject && project.benchmarkWaiver.isEmpty && level.isVerified
      let noteZh = level.isVerified ? "" : "(水平未核实)"
      let noteEn = level.isVerified ? "" : " (level not verified)"
      return [
        .init(
          "改造后\(after.plain)\(grade?.zh ?? "")，未达标杆\(level.benchmark.plain)\(noteZh)，请填原因或调整",
          "\(after.plain) after the retrofit misses the benchmark \(level.benchmark.plain)\(noteEn); give a reason or adjust",
          severity: isError ? .error : .warning)
      ]
    },
    Rule(
      "R26", .record, .warning, "改造后单耗应低于改造前", "Unit consumption falls", fields: ["unit_before", "unit_after"]
    ) { project, _ in
      guard let before = project.unitBefore, let after = project.unitAfter, after >= before else { return [] }
      return [.init("改造后单耗不低于改造前，请核对", "Unit consumption after is not below before; please check")]
    },
  ]
}
