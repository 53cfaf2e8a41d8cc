package import GonogoCore
package import GonogoPlanning

/// The run record as JSON: everything the human part is rendered from, and what machines want.
package enum RecordSummary {
  /// The version of this schema; raised when a member changes its meaning or goes away.
  package static let version = 1

  /// The summary of a run. `digest` gives the SHA-256 of a text; `check` holds the shell lines that
  /// verify the signature without gonogo, or is empty.
  package static func json(
    _ plan: Plan, _ record: RunRecord, check: String, digest: (String) -> String
  ) -> JSONValue {
    [
      "v": .integer(version), "run": .string(record.identifier), "gonogo": .string(record.version),
      "source": [
        "path": .string(visible(record.documentPath)), "sha256": .string(record.documentDigest),
        "sidecar_sha256": text(record.sidecarDigest),
      ],
      "started": .string(Timestamp(record.started).iso8601),
      "ended": .string(Timestamp(record.ended).iso8601),
      "operator": .string(record.operatorName), "uid": .integer(record.userID),
      "host": .string(record.host), "sandbox": .string(record.sandbox.rawValue),
      "enforced": strings(record.enforced), "variables": strings(record.variables),
      "inputs": .object(record.inputs.map { JSONMember($0.name, text($0.value)) }),
      "bindings": strings(record.bindings.map(visible)), "grants": .array(record.grants.map(grant)),
      "configuration": record.configuration.map {
        ["path": .string(visible($0.path)), "sha256": .string($0.digest)]
      } ?? .null,
      "approvals": .array(record.approvals.map { approval($0, plan) }),
      "resumed": .array(record.resumptions.map(resumption)),
      "background": .array(record.backgrounds.map { background($0, plan) }),
      "decision": .string(record.decision.answer.rawValue), "rule": .string(record.decision.rule),
      "reasons": .array(record.decision.reasons.map { reason($0, plan) }),
      "waivers": .array(record.decision.waivers.map(waiver)),
      "sections": .array(record.sections.map { section($0, plan) }),
      "steps": .array(record.commands.map { command($0, plan, digest) }),
      "claims": .array(record.claims.map { claim($0, plan) }),
      "blanks": .array(record.blanks.map { blank($0, plan) }),
      "marks": .array(
        CompletionEdits(plan: plan, record: record).marks().map {
          $0.json(in: plan.checklist.document)
        }),
      "redacted": .object(record.redactions.map { JSONMember($0.name, .integer($0.count)) }),
      "unhidden": strings(record.unhidden), "raw_copy": text(record.rawCopy.map(visible)),
      "notes": text(record.notes), "check": .string(check),
      "journal": [
        "records": .integer(record.journal.records), "head": .string(record.journal.head),
      ],
    ]
  }

  private static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  private static func strings(_ list: [String]) -> JSONValue { .array(list.map { .string($0) }) }

  private static func milliseconds(_ nanoseconds: UInt64) -> JSONValue {
    .integer(Int(nanoseconds / 1_000_000))
  }

  private static func reason(_ reason: Reason, _ plan: Plan) -> JSONValue {
    [
      "verdict": .string(reason.verdict.rawValue), "line": .integer(reason.line),
      "section": .string(plan.checklist.title(of: reason.section)),
      "text": .string(visible(reason.text)),
    ]
  }

  private static func approval(_ approval: RunApproval, _ plan: Plan) -> JSONValue {
    let command = plan.commands[approval.command]
    return [
      "line": .integer(command.line),
      "name": .string(SafeText.revealed(command.name, isCommand: true)),
      "by": .string(visible(approval.by)), "how": .string(visible(approval.how)),
      "cmd_sha256": .string(approval.digest),
    ]
  }

  private static func grant(_ grant: RunGrant) -> JSONValue {
    [
      "name": .string(visible(grant.name)), "how": .string(visible(grant.how)),
      "shows": strings(grant.shows.map(visible)), "variables": strings(grant.variables),
    ]
  }

  private static func resumption(_ resumption: Resumption) -> JSONValue {
    [
      "at": .string(Timestamp(resumption.time).iso8601), "by": .string(visible(resumption.by)),
    ]
  }

  private static func background(_ run: BackgroundRun, _ plan: Plan) -> JSONValue {
    let planned = plan.steps[run.step]
    let name = planned.step.attributes.name ?? plan.commands[planned.commands].first?.name ?? ""
    return [
      "step": .integer(run.step + 1), "line": .integer(planned.step.firstLine),
      "name": .string(visible(name)), "since": .string(Timestamp(run.since).iso8601),
      "until": text(run.until.map { Timestamp($0).iso8601 }), "ended": .string(run.ending.rawValue),
    ]
  }

  private static func waiver(_ waiver: Waiver) -> JSONValue {
    [
      "line": .integer(waiver.line), "text": .string(visible(waiver.text)),
      "reason": .string(visible(waiver.reason)), "by": .string(visible(waiver.by)),
      "at": .string(Timestamp(waiver.time).iso8601), "prepared": .bool(waiver.isPrepared),
    ]
  }

  private static func section(_ result: SectionResult, _ plan: Plan) -> JSONValue {
    let own = result.reasons.filter { $0.section == result.section }
    return [
      "heading": .string(plan.checklist.heading(of: result.section)),
      "line": .integer(plan.checklist.sections[result.section].location.line),
      "verdict": .string(result.verdict.rawValue), "ms": milliseconds(result.nanoseconds),
      "reasons": .array(own.map { self.reason($0, plan) }),
    ]
  }

  private static func command(
    _ result: CommandResult, _ plan: Plan, _ digest: (String) -> String
  ) -> JSONValue {
    let command = plan.commands[result.command]
    let captures = result.captures.prefix(200).map { capture -> JSONMember in
      JSONMember(capture.reference, .string(visible(String(capture.text.prefix(200)))))
    }
    var seen: Set<String> = []
    return [
      "id": .string(
        "\(command.step + 1).\(command.id - plan.steps[command.step].commands.lowerBound + 1)"),
      "line": .integer(command.line), "label": text(command.label),
      "cmd_sha256": .string(digest(command.shown)), "effect": .string(command.effect.rawValue),
      "outcome": .string(result.outcome.rawValue), "verdict": .string(result.verdict.rawValue),
      "exit": result.status.map { .integer($0) } ?? .null,
      "pipeline": .array(result.pipeline.map { .integer($0) }),
      "ms": milliseconds(result.nanoseconds), "note": text(result.note),
      "stdout": output(result.stdout), "stderr": output(result.stderr),
      "captures": .object(captures.filter { seen.insert($0.name).inserted }),
    ]
  }

  private static func output(_ output: OutputRecord) -> JSONValue {
    [
      "bytes": .integer(output.bytes), "sha256": .string(output.digest), "file": text(output.file),
      "truncated": .bool(output.isTruncated), "file_sha256": text(output.fileDigest),
    ]
  }

  private static func claim(_ result: ClaimResult, _ plan: Plan) -> JSONValue {
    let claim = plan.checklist.claims[result.claim]
    return [
      "kind": .string(claim.kind.rawValue), "line": .integer(claim.location.line),
      "text": .string(visible(claim.text)), "verdict": .string(result.verdict.rawValue),
      "source": source(result.source), "because": .string(visible(result.because)),
      "warning": .bool(result.isWarning),
    ]
  }

  private static func blank(_ result: BlankResult, _ plan: Plan) -> JSONValue {
    let blank = plan.checklist.blanks[result.blank]
    return [
      "line": .integer(blank.location.line), "label": .string(visible(blank.label)),
      "text": text(result.text.map(plain)), "source": source(result.source),
      "because": .string(visible(result.because)),
    ]
  }

  private static func source(_ source: Source) -> JSONValue {
    switch source {
    case .explicit(let place): ["kind": "explicit", "at": .string(place)]
    case .inferred(let why): ["kind": "inferred", "why": .string(visible(why))]
    case .attestation(let word):
      [
        "kind": "attested", "by": .string(visible(word.by)),
        "at": .string(Timestamp(word.time).iso8601), "answer": .string(word.answer.rawValue),
        "note": text(word.note.map(visible)), "prepared": text(word.preparedIn.map(visible)),
      ]
    case .none: ["kind": "open"]
    }
  }

  /// `text` on one line, with characters that cannot be seen as `\u{…}`.
  private static func visible(_ text: String) -> String { plain(SafeText.revealed(text)) }

  /// What is shown in the document: `text` without characters that cannot be seen.
  static func plain(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        result += " "
      } else if !SafeText.isHidden(scalar) {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
