internal import Glibc

/// What is measured, in the order of the report.
enum BenchmarkGroup: String, CaseIterable {
  /// `--version` and `plan` on a real checklist.
  case start
  /// The cost of a block that does nothing.
  case blocks
  /// A block that prints a lot.
  case output
  /// The same with secrets to look for.
  case redaction
  /// Long documents.
  case size

  /// Measures and reports.
  func run(in workshop: Workshop, _ options: BenchmarkOptions) throws(BenchmarkFailure) {
    switch self {
    case .start: try start(workshop, options)
    case .blocks: try blocks(workshop, options)
    case .output: try output(workshop, options)
    case .redaction: try redaction(workshop, options)
    case .size: try size(workshop, options)
    }
  }

  private func start(
    _ workshop: Workshop, _ options: BenchmarkOptions
  ) throws(BenchmarkFailure) {
    let results = try Bench.measure(
      [
        Workload("/bin/true", ["/bin/true"]), Workload("bash -c true", ["bash", "-c", "true"]),
        Workload("gonogo --version", [workshop.gonogo, "--version"]),
        Workload("gonogo plan", [workshop.gonogo, "plan", workshop.checklist]),
      ], rounds: options.rounds * 6)
    Report.title("Start-up (\(workshop.checklist.split(separator: "/").last ?? ""))")
    for result in results { Report.times(result) }
    Report.ratio("gonogo --version / bash -c true", results[2], to: results[1])
    Report.ratio("gonogo plan / bash -c true", results[3], to: results[1])
    Report.aim(results[2], below: 12)
    Report.aim(results[3], below: 25)
  }

  private func blocks(
    _ workshop: Workshop, _ options: BenchmarkOptions
  ) throws(BenchmarkFailure) {
    let count = options.blocks
    let fence = "```"
    var text = "# Many blocks\n"
    for number in 1...count {
      text += "\n## Block \(number)\n\n\(fence)bash\ntrue\n\(fence)\n"
    }
    let document = try workshop.write(text, to: "many.md")
    _ = unsafe mkdir(workshop.folder + "/runs", 0o755)
    let standard = BubblewrapFloor.standard(
      workingDirectory: workshop.folder, document: document)
    let results = try Bench.measure(
      [
        Workload("bash -c true", ["bash", "-c", "true"], times: count),
        Workload("bwrap, least arguments, bash -c true", BubblewrapFloor.least, times: count),
        Workload(
          "bwrap, gonogo's arguments, bash -c true", standard, times: count,
          prepare: { _ = unsafe mkdir(workshop.folder + "/runs", 0o755) }),
        Workload("gonogo plan", [workshop.gonogo, "plan", document]),
        Workload("gonogo run", workshop.run(document), prepare: workshop.removeRuns),
        Workload(
          "gonogo run --sandbox none", workshop.run(document, ["--sandbox", "none"]),
          prepare: workshop.removeRuns),
      ], rounds: options.rounds)
    Report.title("\(count) blocks of `true`, each under its heading: per block")
    for result in results { Report.times(result, per: count) }
    Report.ratio("run / bwrap with least arguments", results[4], to: results[1], aim: 1.5)
    Report.ratio("run / bwrap with gonogo's arguments", results[4], to: results[2], aim: 1.5)
    Report.ratio("run --sandbox none / bash -c true", results[5], to: results[0])
  }

  private func output(
    _ workshop: Workshop, _ options: BenchmarkOptions
  ) throws(BenchmarkFailure) {
    let command = "yes 'a line of output, like many others' | head -c 100000000"
    let fence = "```"
    let document = try workshop.write(
      "# Much output\n\n\(fence)bash\n\(command)\n\(fence)\n", to: "much.md")
    let results = try Bench.measure(
      [
        Workload("bash -c '… | cat'", ["bash", "-c", command + " | cat"]),
        Workload(
          "gonogo run", workshop.run(document, ["--approve", "Much output"]),
          prepare: workshop.removeRuns),
      ], rounds: options.rounds)
    Report.title("100 MB of output from one block")
    for result in results { Report.times(result) }
    Report.ratio("run / bash", results[1], to: results[0])
  }

  private func redaction(
    _ workshop: Workshop, _ options: BenchmarkOptions
  ) throws(BenchmarkFailure) {
    let command = "yes '2026-01-02 INFO worker job=8812 took=12.5ms path=/v1/x?a=1'"
    let fence = "```"
    let document = try workshop.write(
      "# Much\n\n\(fence)bash\n\(command) | head -c 100000000\n\(fence)\n", to: "hidden.md")
    let secrets = [
      "--env", "DATABASE_URL=postgres://app:p%40ss%2Fw0rd@db.internal:5432/prod", "--env",
      "API_TOKEN=tok9fQ2mZ7xLw4VnB8cRtY1", "--env", "SIGNING_KEY=Q1w2E3r4T5y6U7i8O9p0AsDfGhJkLzXc",
    ]
    // `yes` never ends by itself, so "all" leaves it out.
    let approval = ["--approve", "Much"]
    let results = try Bench.measure(
      [
        Workload(
          "gonogo run, no secrets", workshop.run(document, approval),
          prepare: workshop.removeRuns),
        Workload(
          "gonogo run, three secrets", workshop.run(document, approval + secrets),
          prepare: workshop.removeRuns),
      ], rounds: options.rounds)
    Report.title("100 MB of output with secrets to look for")
    for result in results { Report.times(result) }
    Report.ratio("with secrets / without", results[1], to: results[0])
    // 200 MB/s for all of it: escapes, secrets, digest and evidence.
    Report.aim(results[1], below: 500)
  }

  private func size(
    _ workshop: Workshop, _ options: BenchmarkOptions
  ) throws(BenchmarkFailure) {
    let text = try workshop.checklistText()
    let copies = max(1, 1_000_000 / max(1, text.utf8.count))
    let small = try workshop.write(String(repeating: text, count: copies), to: "small.md")
    let large = try workshop.write(String(repeating: text, count: copies * 10), to: "large.md")
    // Repeated, a checklist says many things twice; 65 is its answer then.
    let plans: Set<Int32> = [0, 65]
    var workloads = [
      Workload("gonogo plan, 1 MB", [workshop.gonogo, "plan", small], statuses: plans),
      Workload("gonogo plan, 10 MB", [workshop.gonogo, "plan", large], statuses: plans),
    ]
    let places: [String] = ["/usr/bin/cmark", "/usr/local/bin/cmark"]
    if let cmark = places.first(where: { unsafe access($0, X_OK) == 0 }) {
      workloads.append(Workload("cmark -t xml, 10 MB", [cmark, "-t", "xml", large]))
    }
    let results = try Bench.measure(workloads, rounds: min(3, options.rounds))
    Report.title("Long documents: \(copies) and \(copies * 10) copies of the checklist")
    for result in results { Report.times(result) }
    Report.ratio("10 MB / 1 MB (10 when linear)", results[1], to: results[0], aim: 13)
    if results.count > 2 {
      Report.ratio("plan / cmark", results[1], to: results[2])
    } else {
      Report.note("optional: apt-get install cmark to compare with cmark")
    }
  }
}
