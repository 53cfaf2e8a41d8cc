internal import GonogoCore
internal import GonogoPlanning

/// What is granted as a run's beginning shows it.
struct GrantLines {
  let terminal: Terminal
  let access: GrantedAccess

  func show() {
    for record in access.records {
      let all = record.shows + record.variables
      let what = all.isEmpty ? "nothing of it is on this machine" : all.joined(separator: ", ")
      terminal.line("granted \(VisibleText.line("\(record.name) (\(record.how)): \(what)"))")
    }
    if let line = access.unusedLine { terminal.line(VisibleText.line(line)) }
    for review in access.granted {
      guard let warning = review.grant.warning else { continue }
      terminal.line(terminal.styled("  \(review.grant.name): \(warning)", .yellow))
    }
  }
}
