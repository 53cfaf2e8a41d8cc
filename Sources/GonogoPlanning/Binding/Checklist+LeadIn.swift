internal import GonogoCore
internal import GonogoEvidence

extension Checklist {
  /// What stands above a blank, as far as it says of what it is.
  func leadIn(of blank: Blank) -> LeadIn {
    LeadIn(blank.leadIns, heading: blank.leadIns.isEmpty ? "" : sections[blank.section].heading)
  }
}
