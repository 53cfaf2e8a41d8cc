internal import GonogoCore
internal import GonogoPlanning
internal import GonogoSettings

/// The bindings of a checklist as they will stand in its sidecar, tried out before they are written.
struct BindingDraft {
  private var proposals: [BindingProposal]
  private let name: String

  /// The bindings of `loaded` that nobody has written yet.
  init(_ loaded: LoadedChecklist) {
    name = loaded.document.path
    proposals = BindingProposal.all(for: loaded.plan).map { proposal in
      SidecarDraft.canName(proposal.heading) && SidecarDraft.canName(proposal.text)
        ? proposal : Self.refused(proposal, because: "its words are too many for a key of YAML")
    }
    proposals = tried(on: loaded.plan.checklist)
  }

  /// True when there is nothing to write.
  var isEmpty: Bool { proposals.isEmpty }

  /// `3 bindings (and 12 for people, as comments)`.
  var counts: String {
    let active = proposals.count {
      if case .directive = $0.entry { true } else { false }
    }
    let rest = proposals.count - active
    return "\(active) binding\(active == 1 ? "" : "s")"
      + (rest == 0 ? "" : " and \(rest) left to people, as comments")
  }

  /// The sidecar: a new one, or `old` with these entries; nil when they cannot be added to it.
  func text(addedTo old: String?, _ file: String) -> String? {
    let draft = SidecarDraft(entries)
    let isNew = old.map { $0.allSatisfy(\.isWhitespace) } ?? true
    guard !isNew, let old else {
      return draft.text(
        title: "Bindings of \(name), worked out by gonogo \(Version.current): review them")
    }
    return draft.merged(into: old, SidecarReader.read(old, file: file).value)
  }

  private var entries: [SidecarDraft.Entry] {
    proposals.map { proposal in
      var directive = "ask"
      var remark = "line \(proposal.line), "
      switch proposal.entry {
      case .directive(let text):
        directive = text
        remark += "inferred: \(proposal.why)"
      case .ask: remark += "asked: \(proposal.why)"
      case .impossible: remark += "cannot be named here, annotate the line itself: \(proposal.why)"
      }
      var isActive = false
      if case .directive = proposal.entry { isActive = true }
      return SidecarDraft.Entry(
        section: proposal.heading, text: proposal.text, directive: directive, remark: remark,
        isActive: isActive)
    }
  }

  /// The proposals, those that would not be read back as they are meant turned into comments.
  private func tried(on checklist: Checklist) -> [BindingProposal] {
    let file = "proposal"
    let reading = SidecarReader.read(SidecarDraft(entries).text(title: name), file: file)
    // A fault of the file as a whole would spoil every entry; then none is written.
    guard reading.diagnostics.isEmpty else {
      return proposals.map { Self.refused($0, because: "it cannot be written as YAML") }
    }
    var planner = Planner(checklist: checklist, sidecar: reading.value)
    let faults = planner.plan().diagnostics.filter { $0.file == file && $0.severity == .error }
    let byLine = Dictionary(
      faults.map { ($0.location?.line ?? 0, $0) }, uniquingKeysWith: { first, _ in first })
    var reasons: [[String]: String] = [:]
    for entry in reading.value.entries {
      let fault =
        byLine[entry.directiveLocation.line] ?? byLine[entry.textLocation.line]
        ?? byLine[entry.sectionLocation.line]
      if let fault { reasons[[entry.section, entry.text]] = fault.message }
    }
    let read = Set(reading.value.entries.map { [$0.section, $0.text, $0.directive] })
    return proposals.map { proposal in
      guard case .directive(let text) = proposal.entry else { return proposal }
      if let reason = reasons[[proposal.heading, proposal.text]] {
        return Self.refused(proposal, because: reason)
      }
      let isRead = read.contains([proposal.heading, proposal.text, text])
      return isRead ? proposal : Self.refused(proposal, because: "it cannot be written as YAML")
    }
  }

  private static func refused(_ proposal: BindingProposal, because reason: String)
    -> BindingProposal
  {
    guard case .directive = proposal.entry else { return proposal }
    return BindingProposal(
      heading: proposal.heading, text: proposal.text, line: proposal.line, entry: .impossible,
      why: reason)
  }
}
