internal import GonogoCore

extension ChecklistBuilder {
  // MARK: Lists

  /// A list takes its role from the label or heading above it, an inner list from the outer one.
  mutating func openList(_ list: Int) {
    leadBlocks[list] = lastBlock[blocks[list].parent ?? -1]
    if isTitlePending { titledLists.insert(list) }
    isTitlePending = false
    if LegendList.isLegend(list, blocks, document) { legendLists.insert(list) }
    listWeights[list] = pendingWeight ?? outerWeight(of: list)
    pendingWeight = nil
    if let pending {
      listRoles[list] = pending
      labelledLists.insert(list)
    } else if let before = listBefore(list), labelledLists.contains(before) {
      // Another bullet or a comment begins a new list for CommonMark, not for its author.
      listRoles[list] = listRoles[before]
      labelledLists.insert(list)
    } else {
      listRoles[list] = inheritedRole(of: list)
    }
    pending = nil
    announced = nil
  }

  private func outerWeight(of list: Int) -> Claim.Weight? {
    guard let item = blocks[list].parent, let outer = blocks[item].parent else { return nil }
    return listWeights[outer]
  }

  /// The list right before `list` in the same container.
  private func listBefore(_ list: Int) -> Int? {
    guard let before = lastBlock[blocks[list].parent ?? -1] else { return nil }
    return blocks[before].kind == .list ? before : nil
  }

  private func inheritedRole(of list: Int) -> ListRole? {
    var parent = blocks[list].parent
    while let index = parent, blocks[index].kind == .quote { parent = blocks[index].parent }
    if let item = parent {
      guard blocks[item].kind == .item, let outer = blocks[item].parent else { return nil }
      return listRoles[outer] == .expectations ? nil : listRoles[outer]
    }
    return sectionListRole
  }

  /// What the headings above make of lists and tables.
  var sectionListRole: ListRole? {
    switch section.role {
    case .goCriteria: .goCriteria
    case .noGoCriteria: .noGoCriteria
    case .checks: triggerRole ?? (isExpectationHeading ? .expectations : nil)
    case .conditional: namesReasons ? .triggers : nil
    }
  }

  /// What must not be keeps its meaning in subsections; a title is about the whole document.
  private var triggerRole: ListRole? {
    var current: Int? = section.id
    while let id = current, checklist.sections[id].level > 1 || id == section.id {
      let heading = checklist.sections[id].heading
      if id > 1 || checklist.sections[id].level > 1 {
        switch TriggerText.kind(of: heading) {
        case .reasons: return TriggerText.goesBack(heading) ? .rollbacks : .triggers
        case .alerts: return .alerts
        case nil:
          let meaning = ExpectationLabel.meaning(of: heading)
          if meaning == nil || meaning == .limit, TriggerText.isLimits(heading) { return .limits }
          if meaning != nil { return nil }
        }
      }
      current = checklist.sections[id].parent
    }
    return nil
  }

  private var isExpectationHeading: Bool {
    ExpectationLabel.meaning(of: section.heading)?.announcesExpectations ?? false
  }

  private func isNested(_ list: Int) -> Bool {
    var parent = blocks[list].parent
    while let index = parent, blocks[index].kind == .quote { parent = blocks[index].parent }
    return parent != nil
  }

  // MARK: Paragraphs

  mutating func readParagraph(_ index: Int, _ block: MarkdownBlock) {
    let item = block.parent.flatMap { blocks[$0].kind == .item ? $0 : nil }
    let opensItem = item != nil && item == index - 1
    let open = opensItem ? nil : announced
    announced = nil
    pendingWeight = nil
    // A sentence between "GO if all:" and its list does not come between them.
    if pending == .expectations, !opensItem { pending = nil }
    guard section.role != .conditional || namesReasons || speaksOfReasons(block, item, index) else {
      noteLooseBoxes(index)
      readReadiness(index, block)
      return
    }
    readLooseBoxes(index, opensItem: opensItem)
    if !opensItem, readTable(index, block) { return }
    var passages = passages[index][...]
    guard opensItem, let item, let first = passages.popFirst() else {
      for passage in passages { readPassage(passage, index) }
      if let open, passages.count == 1 { readValue(of: open, passages[0]) }
      return
    }
    readItem(item, first, index)
    for passage in passages {
      readPassage(passage, index)
      guard let role = pending, !isListInside(item, after: index) else { continue }
      relabel(listsAround: item, role, line: passage.line)
    }
  }

  private func isBeforeList(_ index: Int, _ passage: Passage) -> Bool {
    passage.isLast && index + 1 < blocks.count && blocks[index + 1].kind == .list
  }

  func isListInside(_ item: Int, after index: Int) -> Bool {
    index + 1 < blocks.count && blocks[index + 1].kind == .list && blocks[index + 1].parent == item
  }

  /// CommonMark takes a label right below an item for a part of it, and what follows for more of
  /// the same list.
  private mutating func relabel(listsAround item: Int, _ role: ListRole, line: Int) {
    var list = blocks[item].parent
    while let index = list {
      listRoles[index] = role
      labelledLists.insert(index)
      relabelledLists.insert(index)
      list = blocks[index].parent.flatMap { blocks[$0].kind == .item ? blocks[$0].parent : nil }
    }
    checklist.diagnostics.append(
      Diagnostic(
        .warning, code: "label-in-item",
        "CommonMark takes this label for a part of the list item above; it is read as a label",
        cure: "put an empty line above it", file: document.path, at: SourceLocation(line: line)))
  }

  mutating func readPassage(_ passage: Passage, _ index: Int) {
    let text = passage.text
    if readDecision(passage, text) { return }
    if readLabelled(passage) || readNeeds(passage) { return }
    if passage.isLeadIn { pendingWeight = WeightText.weight(ofHeading: text) }
    let beforeList = isBeforeList(index, passage)
    if beforeList, readQuestion(passage, index) || readGateLead(passage, index) { return }
    if passage.isLeadIn || (beforeList && text.split(separator: " ").count <= 15),
      let role = listRole(of: passage)
    {
      pending = role
      return
    }
    announceSeen(passage, before: index)
    if announced == nil { announceBySentence(passage, before: index) }
    announceVariant(passage, before: index)
    announceForm(passage, before: index)
    announceBareLabel(passage, before: index)
    announceBadSample(passage, before: index)
    if announced == nil { readOutcomes(passage, index) }
    addStopReasons(of: passage)
    announceProbe(passage, before: index)
  }

  mutating func listRole(of passage: Passage) -> ListRole? {
    // "Watch it for 10 minutes. PASS if:"
    if passage.sentences.count > 1, let last = passage.sentences.last?.text,
      last.utf8.count <= 40, last.hasSuffix(":") || last.hasSuffix("："),
      ExpectationLabel.meaning(of: String(Self.trimmedLabel(last))) == .expectation
    {
      return .expectations
    }
    if passage.text.utf8.count <= 160, ProseWords.standard.has(.passed, in: passage.text) {
      addSuccessCriteria(line: passage.line)
      return .goCriteria
    }
    if passage.text.utf8.count <= 60, ProseWords.standard.isPhrase(passage.text, .gate) {
      addSuccessCriteria(line: passage.line)
      return .goCriteria
    }
    if Polarity.speaksOfDecision(passage.text) {
      switch polarity(of: passage.text, line: passage.line) {
      case .goCriteria: return .goCriteria
      case .noGoCriteria: return .noGoCriteria
      default: break
      }
    }
    let isAboutGoingBack = section.role == .conditional && TriggerText.goesBack(section.heading)
    if isAboutGoingBack,
      TriggerText.pointsAtCases(passage.text) || TriggerText.labelsCases(passage.text)
    {
      return .rollbacks
    }
    switch TriggerText.kind(of: passage.text) {
    case .reasons:
      return isAboutGoingBack || TriggerText.goesBack(passage.text) ? .rollbacks : .triggers
    case .alerts: return .alerts
    case nil: return nil
    }
  }

  // MARK: Items

  private mutating func readItem(_ item: Int, _ passage: Passage, _ paragraph: Int) {
    guard let list = blocks[item].parent, !legendLists.contains(list) else { return }
    let line = ItemLine(document.contentRange(ofLine: blocks[item].startLine), in: document)
    let location = SourceLocation(line: blocks[item].startLine)
    var text = passage.text
    text = line.withoutBox(text)
    if line.emoji != nil { text = String(Self.trimmed(text.drop { $0 == "✅" })) }
    // "Frontend reachable ✅" says with the sign what the words say.
    if line.box != nil, text.hasSuffix("✅") { text = String(Self.trimmed(text.dropLast())) }
    let malformed = malformedBox(in: line, of: item, text)
    if let malformed { text = String(malformed) }
    if line.box == nil, malformed == nil {
      if listRoles[list] == nil || listRoles[list] == .expectations,
        readDecision(passage, text)
      {
        return
      }
      if readLabelledItem(passage, text, item, paragraph) { return }
      if listRoles[list] == nil, standsForItself(list), readNeeds(passage) { return }
      if let role = outcomeRole(of: text, item, paragraph) {
        pending = role
        return
      }
      // "- **NO-GO if any:**" with the list inside the item.
      if isListInside(item, after: paragraph), passage.isLeadIn, let role = listRole(of: passage) {
        pending = role
        return
      }
    }
    if let box = line.box, choices.contains(box) { return }
    if let box = line.box, BoxReader.isOtherState(box, in: document.bytes) { reportState(box) }
    if line.box == nil, malformed == nil, isTitle(passage, text, of: list, paragraph) {
      pending = listRoles[list]
      isTitlePending = true
      return
    }
    if listRoles[list] == .onFailure { readFailure(text, at: location) }
    if line.box == nil, malformed == nil,
      let (kind, entry, doubt) = gradedEntry(passage.text, of: list)
    {
      // The sign names a grade; another in its place would change the scale.
      var graded = line
      graded.emoji = nil
      addClaim(
        kind, text: entry, context: context(of: item), codes: passage.codes, doubt: doubt,
        line: graded, location: location)
      return
    }
    if let (kind, doubt) = kindAndDoubt(
      of: list, text, hasBox: line.box != nil || malformed != nil)
    {
      if listRoles[list] == .rollbacks, kind == .trigger { noteRollback(text) }
      addClaim(
        kind, text: text, context: context(of: item), codes: passage.codes,
        weight: listWeights[list], doubt: doubt, line: line, location: location)
    } else if isOutcomeItem(text, codes: passage.codes) {
      addClaim(
        .expectation, text: text, context: context(of: item), codes: passage.codes, line: line,
        location: location)
    } else if line.box == nil,
      isUnderBox(item) && ResultBullet.isStated(text) && !hasBox(onLine: location.line)
        || listRoles[list] == nil && isProbeItem(text, paragraph)
    {
      addClaim(
        namesReasons(list) ? .trigger : .expectation, text: text, context: context(of: item),
        codes: passage.codes, line: line, location: location)
    } else if line.box == nil, let doubt = doubt(ofReason: text, in: list) {
      addClaim(
        .trigger, text: text, context: context(of: item), codes: passage.codes, doubt: doubt,
        line: line, location: location)
    }
    if line.box == nil, ResultBullet.statesLimit(text), !hasClaim(onLine: location.line),
      isUnderBox(item)
    {
      addLimit(text, passage, item, line)
    }
    announceSeen(passage, before: paragraph)
    if announced == nil { announceBySentence(passage, before: paragraph) }
    if line.box == nil, malformed == nil { announceProbe(passage, before: paragraph) }
  }

  /// What the sign before an entry makes of its limit, in a list that says both how it should be and
  /// when it is not so.
  private func gradedEntry(_ text: String, of list: Int) -> (Claim.Kind, String, String?)? {
    switch listRoles[list] {
    case nil, .limits, .expectations, .alerts: break
    default: return nil
    }
    guard section.role == .checks, let (grade, entry) = GradedList.entry(text) else { return nil }
    let isGraded = GradedList.isGraded(list, blocks)
    let isBad = grade == .adverse && GradedList.namedGrade(of: text) == .adverse
    guard isGraded || isBad || hasStepInSection && GradedList.isOneGrade(list, blocks) else {
      return nil
    }
    return (grade == .fine ? .expectation : .trigger, entry, isGraded ? nil : text)
  }

  /// True for a bold item over a list that holds the limits: the item only names them.
  private func isTitle(
    _ passage: Passage, _ text: String, of list: Int, _ paragraph: Int
  ) -> Bool {
    switch listRoles[list] {
    case .expectations, .goCriteria, .triggers, .rollbacks, .noGoCriteria: break
    default: return false
    }
    guard passage.label == passage.text, paragraph + 3 < blocks.count,
      blocks[paragraph + 1].kind == .list, blocks[paragraph + 3].kind == .paragraph
    else { return false }
    let first = blocks[paragraph + 3].text
    return Checkable.statesLimit(first) || first.first?.isNumber == true
  }

  /// The kind of an entry, and the words above it that leave doubt what it is.
  private mutating func kindAndDoubt(
    of list: Int, _ text: String, hasBox: Bool
  ) -> (Claim.Kind, String?)? {
    guard let kind = kind(of: list, text, hasBox: hasBox) else { return nil }
    let isSure = kind != .item && kind != .expectation
    return (kind, isSure ? nil : doubt(ofList: list))
  }

  /// True for a list of what must not be: what is noted below an entry of it must not be either.
  func namesReasons(_ list: Int) -> Bool {
    switch listRoles[list] {
    case .noGoCriteria, .triggers, .rollbacks: true
    default: false
    }
  }

  /// "Issues found: ____".
  private static func isField(_ text: String) -> Bool {
    guard let colon = text.firstColon else { return false }
    return text[colon...].dropFirst().drop { $0 == " " || $0 == "*" }.hasPrefix("___")
      && !Checkable.statesLimit(text)
  }

  private func kind(of list: Int, _ text: String, hasBox: Bool) -> Claim.Kind? {
    // Boxes under a criterion are criteria too; bullets under it are notes.
    let isNote = !hasBox && isNested(list) && !labelledLists.contains(list)
    if titledLists.contains(list), !hasBox, !Checkable.statesLimit(text),
      text.first?.isNumber != true
    {
      return nil
    }
    if Claim.isStandIn(text) { return hasBox ? .item : nil }
    switch listRoles[list] {
    case .goCriteria:
      // "Nice to have:" in the middle of the criteria is none of them.
      if (listWeights[list] ?? sectionWeight) == .recommended { return hasBox ? .item : nil }
      // "Time taken: ____" is noted down and no criterion.
      return isNote || !hasBox && Self.isField(text) ? nil : .goCriterion
    case .noGoCriteria: return isNote ? nil : .noGoCriterion
    case .triggers, .rollbacks:
      if hasBox, Readiness.isStated(text, below: section.heading) { return .item }
      if isNote || (TriggerText.isDeed(text) && !TriggerText.isSentence(text)) { return nil }
      return text.lowercased().hasPrefix("abort") ? .noGoCriterion : .trigger
    case .limits:
      if hasBox { return .item }
      let isLimit =
        Checkable.isLabelledLimit(text) || Checkable.isShortLimit(text)
        || labelledLists.contains(list) && Checkable.statesLimit(text)
        || ResultBullet.opensWithNone(text)
      return isLimit && !TriggerText.speaksOfAlerts(text) && !Checkable.isInstruction(text)
        ? .expectation : nil
    case .alerts: return hasBox ? .item : Checkable.statesLimit(text) ? .trigger : nil
    case .expectations:
      // A question or a lead-in asks for something; it does not say what must hold.
      if !hasBox, let last = text.last, "?？:：".contains(last), !Checkable.statesLimit(text) {
        return nil
      }
      if !hasBox, TriggerText.isBranch(text) { return .trigger }
      return hasBox && relabelledLists.contains(list) ? .item : .expectation
    case .onFailure: return hasBox ? .item : nil
    case nil:
      if hasBox { return .item }
      return TriggerText.isSentence(text) || TriggerText.isBranch(text) ? .trigger : nil
    }
  }

  /// The text of the item around `item`, one level up.
  func context(of item: Int) -> String? {
    var current = blocks[item].parent
    while let index = current {
      if blocks[index].kind == .item, index + 1 < blocks.count,
        blocks[index + 1].kind == .paragraph
      {
        return Self.joined(blocks[index + 1].text)
      }
      current = blocks[index].parent
    }
    return nil
  }
}
