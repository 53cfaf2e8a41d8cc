internal import GonogoCore

/// The run record for people, rendered from its summary and nothing else, so that anyone can
/// render it again and compare.
struct RecordPage {
  private let summary: JSONValue

  init(_ summary: JSONValue) {
    self.summary = summary
  }

  /// The Markdown, last byte LF.
  func text() -> String {
    var lines = ["---", "", "## Run record", ""]
    lines +=
      head() + [""] + waivers() + reasons() + sections() + attested() + inferred() + blanks()
      + open()
    lines += approvals() + check()
    return lines.joined(separator: "\n") + "\n"
  }

  private func head() -> [String] {
    let name = string(summary["operator"])
    let enforced = strings(summary["enforced"]).map { shown($0) }
    var lines = [
      "**Decision: \(string(summary["decision"]))** (\(inline(summary["rule"])))",
      "",
      "| | |", "|---|---|",
      "| Run | `\(string(summary["run"]))`, gonogo \(inline(summary["gonogo"])) |",
      "| Operator | \(shown(name)), uid \(integer(summary["uid"])) on "
        + "\(inline(summary["host"])) |",
      "| Time | \(string(summary["started"])) to \(string(summary["ended"])) |",
      "| Source | \(inline(summary["source"]?["path"])), sha256 "
        + "`\(string(summary["source"]?["sha256"]))` |",
      "| Sandbox | \(inline(summary["sandbox"])): "
        + "\(enforced.isEmpty ? "nothing enforced" : enforced.joined(separator: ", ")) |",
    ]
    lines += resumptions() + background()
    let variables = strings(summary["variables"])
    if !variables.isEmpty {
      lines.append(
        "| Variables given | \(shown(variables.joined(separator: ", "), limit: 2000)) |")
    }
    lines += inputs() + secrets()
    let bindings = strings(summary["bindings"])
    if !bindings.isEmpty {
      lines.append(
        "| Folders shown | \(shown(bindings.joined(separator: ", "), limit: 2000)) |")
    }
    lines += grants() + configuration()
    lines.append(
      "| Journal | \(integer(summary["journal"]?["records"])) records, head "
        + "`\(string(summary["journal"]?["head"]))` |")
    return lines
  }

  /// What the operator granted beside what every command sees.
  private func grants() -> [String] {
    let words = array(summary["grants"]).map { grant in
      let all = strings(grant["shows"]) + strings(grant["variables"])
      let given = all.isEmpty ? "nothing was there" : all.joined(separator: ", ")
      return "\(inline(grant["name"])) (\(inline(grant["how"]))): "
        + shown(given, limit: 2000)
    }
    return words.isEmpty ? [] : ["| Granted | \(words.joined(separator: "; ")) |"]
  }

  private func configuration() -> [String] {
    guard let file = summary["configuration"], file != .null else { return [] }
    return [
      "| Configuration | \(inline(file["path"])), sha256 `\(string(file["sha256"]))` |"
    ]
  }

  /// What was put in for placeholders.
  private func inputs() -> [String] {
    guard case .object(let members)? = summary["inputs"], !members.isEmpty else { return [] }
    let words = members.map { member in
      let value = member.value.stringValue.map { "= \(shown($0))" } ?? "(not shown)"
      return "\(shown(member.name)) \(value)"
    }
    return ["| Values put in | \(words.joined(separator: "; ")) |"]
  }

  /// What was hidden in what commands printed, what could not be, and whether it is kept elsewhere.
  private func secrets() -> [String] {
    var lines: [String] = []
    if case .object(let members)? = summary["redacted"], !members.isEmpty {
      let words = members.sorted { $0.name < $1.name }.map {
        "\(shown($0.name)) \(integer($0.value)) times"
      }
      lines.append("| Secrets replaced | \(words.joined(separator: ", ")) |")
    }
    let short = strings(summary["unhidden"])
    if !short.isEmpty {
      lines.append("| Too short to hide | \(shown(short.joined(separator: ", "))) |")
    }
    if let path = summary["raw_copy"]?.stringValue {
      lines.append("| Raw output kept in | \(shown(path)) |")
    }
    return lines
  }

  private func reasons() -> [String] {
    let reasons = array(summary["reasons"])
    if reasons.isEmpty { return [] }
    return ["### Reasons", ""]
      + reasons.map { reason in
        "- \(mark(reason["verdict"])) line \(integer(reason["line"])), "
          + "\(inline(reason["section"])): \(inline(reason["text"]))"
      } + [""]
  }

  private func sections() -> [String] {
    let sections = array(summary["sections"])
    if sections.isEmpty { return [] }
    return ["### Sections", "", "| Section | Verdict | Time | Why |", "|---|---|---|---|"]
      + sections.map { section in
        let reasons = array(section["reasons"])
        let words = reasons.prefix(3).map { inline($0["text"]) }
        let more = reasons.count > 3 ? "; and \(reasons.count - 3) more" : ""
        return "| \(inline(section["heading"])) | \(mark(section["verdict"])) "
          + "\(string(section["verdict"])) | \(duration(section["ms"])) | "
          + "\(words.joined(separator: "; "))\(more) |"
      } + [""]
  }

  private func attested() -> [String] {
    let words = claims("attested").map { claim in
      let source = claim["source"]
      let note = source?["note"]?.stringValue.map { ", “\(shown($0))”" } ?? ""
      let file = source?["prepared"]?.stringValue.map { ", prepared in \(shown($0))" }
      return "- “\(inline(claim["text"]))”: **\(inline(source?["answer"]))**, "
        + "\(inline(source?["by"])) at \(string(source?["at"]))\(note)\(file ?? "")"
    }
    return titled("What people said", words)
  }

  private func inferred() -> [String] {
    let words = claims("inferred").map { claim in
      "- \(outcome(claim)) “\(inline(claim["text"]))”: \(inline(claim["because"])) "
        + "(worked out: \(inline(claim["source"]?["why"])))"
    }
    let written = claims("explicit").map { claim in
      "- \(outcome(claim)) “\(inline(claim["text"]))”: \(inline(claim["because"])) "
        + "(bound at \(inline(claim["source"]?["at"])))"
    }
    return titled("What evidence decided", written) + titled("What was inferred", words)
  }

  private func blanks() -> [String] {
    let filled = array(summary["blanks"]).filter { $0["text"]?.stringValue != nil }
    return titled(
      "Values",
      filled.map { blank in
        "- \(inline(blank["label"])): \(inline(blank["text"])) "
          + "(\(inline(blank["source"]?["kind"])), \(inline(blank["because"])))"
      })
  }

  private func open() -> [String] {
    let claims = array(summary["claims"]).filter {
      $0["verdict"]?.stringValue == "unknown" || $0["verdict"]?.stringValue == "skipped"
    }
    let blanks = array(summary["blanks"]).filter { $0["text"]?.stringValue == nil }
    return titled(
      "Left open",
      claims.map {
        "- line \(integer($0["line"])): “\(inline($0["text"]))”: \(inline($0["because"]))"
      }
        + blanks.map {
          "- line \(integer($0["line"])): \(inline($0["label"])): \(inline($0["because"]))"
        })
  }

  private func approvals() -> [String] {
    let lines = array(summary["approvals"]).map { approval in
      "- “\(inline(approval["name"]))”, line \(integer(approval["line"])), by "
        + "\(inline(approval["by"])) (\(inline(approval["how"]))), command sha256 "
        + "`\(string(approval["cmd_sha256"]).prefix(16))…`"
    }
    return titled("Approved", lines)
  }

  private func waivers() -> [String] {
    let lines = array(summary["waivers"]).map { waiver in
      "- line \(integer(waiver["line"])): “\(inline(waiver["text"]))” is accepted by "
        + "\(inline(waiver["by"])) at \(string(waiver["at"])): “\(inline(waiver["reason"]))”"
    }
    return titled("Waived", lines)
  }

  /// When the run was gone on with.
  private func resumptions() -> [String] {
    let times = array(summary["resumed"])
    if times.isEmpty { return [] }
    let words = times.map { "\(string($0["at"])) by \(inline($0["by"]))" }
    let often = times.count == 1 ? "once" : "\(times.count) times"
    return ["| Resumed | \(often): \(words.joined(separator: "; ")) |"]
  }

  /// What went on while the rest was run.
  private func background() -> [String] {
    let words = array(summary["background"]).map { run in
      "line \(integer(run["line"])), “\(inline(run["name"]))”, from \(string(run["since"])) to "
        + "\(run["until"]?.stringValue ?? "an unknown time"), ended \(inline(run["ended"]))"
    }
    return words.isEmpty ? [] : ["| In the background | \(words.joined(separator: "; ")) |"]
  }

  /// How to verify the document without gonogo.
  private func check() -> [String] {
    let lines = string(summary["check"])
    if lines.isEmpty { return [] }
    return [
      "### How to check the signature without gonogo", "", "```bash",
    ] + lines.split(separator: "\n").map(String.init) + ["```", ""]
  }

  // MARK: Pieces

  private func titled(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["### \(title)", ""] + lines + [""]
  }

  private func claims(_ kind: String) -> [JSONValue] {
    array(summary["claims"]).filter {
      $0["source"]?["kind"]?.stringValue == kind && $0["verdict"]?.stringValue != "skipped"
    }
  }

  private func mark(_ verdict: JSONValue?) -> String {
    switch verdict?.stringValue {
    case "pass": "✔"
    case "fail": "✘"
    default: "?"
    }
  }

  /// ✔ for what is as it should be; a NO-GO sentence should not hold.
  private func outcome(_ claim: JSONValue) -> String {
    let kind = claim["kind"]?.stringValue.flatMap(Claim.Kind.init(rawValue:))
    let isTrigger = kind == .noGoCriterion || kind == .trigger
    switch (claim["verdict"]?.stringValue, isTrigger) {
    case ("pass", false): return "✔"
    case ("fail", true): return "✔ does not hold:"
    case ("pass", true): return "✘ holds:"
    case ("fail", false): return "✘"
    default: return "?"
    }
  }

  private func duration(_ milliseconds: JSONValue?) -> String {
    let value = milliseconds?.integerValue ?? 0
    if value < 1000 { return "\(value) ms" }
    let tenths = value / 100
    return "\(tenths / 10).\(tenths % 10) s"
  }

  private func inline(_ value: JSONValue?) -> String { shown(string(value)) }

  private func shown(_ text: String, limit: Int = SafeText.limit) -> String {
    SafeText.inline(SafeText.revealed(text), limit: limit)
  }

  private func string(_ value: JSONValue?) -> String { value?.stringValue ?? "" }
  private func integer(_ value: JSONValue?) -> Int { value?.integerValue ?? 0 }
  private func array(_ value: JSONValue?) -> [JSONValue] { value?.arrayValue ?? [] }
  private func strings(_ value: JSONValue?) -> [String] {
    array(value).compactMap(\.stringValue)
  }
}
