internal import GonogoCore
internal import GonogoPlanning

/// What a plan says of grants: what the commands may need of the operator, and whether they are given
/// it.
struct PlanGrants {
  let access: GrantedAccess

  /// The grants for people.
  func show(on terminal: Terminal) {
    if access.records.isEmpty, access.missing.isEmpty, access.unused.isEmpty { return }
    terminal.line()
    terminal.line(terminal.styled("Grants", .bold))
    for record in access.records {
      let all = record.shows + record.variables
      let what = all.isEmpty ? "nothing of it is on this machine" : all.joined(separator: ", ")
      terminal.line(
        "  \(terminal.styled("✔", .green)) "
          + VisibleText.line("\(record.name) (\(record.how))  \(what)"))
      warn(access.granted.first { $0.grant.name == record.name }, on: terminal)
    }
    if let line = access.unusedLine { terminal.line("  " + VisibleText.line(line)) }
    for review in access.missing {
      terminal.line(
        "  \(terminal.styled("?", .yellow)) "
          + VisibleText.line("\(review.grant.name)  not granted: \(review.text)"))
      warn(review, on: terminal)
      let apart = review.grant.apart.joined(separator: ", ")
      if !apart.isEmpty {
        terminal.line(terminal.styled("    only by --share, one by one: \(apart)", .dim))
      }
    }
  }

  private func warn(_ review: GrantReview?, on terminal: Terminal) {
    guard let warning = review?.grant.warning else { return }
    terminal.line(terminal.styled("    \(warning)", .dim))
  }

  /// The grants for machines.
  var json: JSONValue {
    .array(
      access.records.map { record in
        entry(
          record.name, record.how, record.shows, record.variables,
          access.granted.first { $0.grant.name == record.name })
      }
        + access.missing.map { entry($0.grant.name, nil, $0.shown, $0.variables, $0) })
  }

  private func entry(
    _ name: String, _ how: String?, _ shows: [String], _ variables: [String],
    _ review: GrantReview?
  ) -> JSONValue {
    [
      "name": .string(name), "granted": .bool(how != nil),
      "how": how.map { .string($0) } ?? .null, "shows": .array(shows.map { .string($0) }),
      "variables": .array(variables.map { .string($0) }),
      "apart": .array((review?.grant.apart ?? []).map { .string($0) }),
      "beware": review?.grant.warning.map { .string($0) } ?? .null,
    ]
  }

  /// What a command may need, for machines.
  func json(_ command: PlannedCommand) -> JSONValue {
    .array(
      GrantCatalog.standard.needed(by: command.tools).map { grant in
        let isMissing = access.missing.contains { $0.grant.name == grant.name }
        let isGranted = access.granted.contains { $0.grant.name == grant.name }
        return [
          "name": .string(grant.name), "granted": .bool(isGranted), "missing": .bool(isMissing),
        ]
      })
  }
}
