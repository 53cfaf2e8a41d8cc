internal import GonogoCore

/// Turns the blocks of a document into a checklist, in one pass over them.
struct ChecklistBuilder {
  let document: Document
  let blocks: [MarkdownBlock]
  var checklist: Checklist
  /// For each list: what the label before it makes of its items.
  private var listRoles: [Int: ListRole] = [:]
  /// The label that the next block belongs to.
  private var pending: ListRole?
  private var openSections: [Int] = []

  /// What a label or a heading makes of the items of a list.
  enum ListRole {
    case expectations
    case goCriteria
    case noGoCriteria
  }

  init(document: Document, blocks: [MarkdownBlock]) {
    self.document = document
    self.blocks = blocks
    self.checklist = Checklist(document: document)
  }

  mutating func build() -> Checklist {
    openSection(heading: "", level: 0, line: 1)
    for (index, block) in blocks.enumerated() {
      if let fault = UnclosedBlock.fault(in: block, of: document) {
        checklist.diagnostics.append(fault)
      }
      switch block.kind {
      case .heading(let level):
        pending = nil
        openSection(heading: Self.joined(block.text), level: level, line: block.startLine)
      case .paragraph: readParagraph(index, block)
      case .list:
        listRoles[index] = pending ?? inheritedRole(of: index)
        pending = nil
      case .code(let info): readCode(info: info, block)
      case .item, .quote: break
      case .html, .thematicBreak: break
      }
    }
    readProse()
    return checklist
  }

  private var section: Section { checklist.sections[checklist.sections.count - 1] }

  private mutating func openSection(heading: String, level: Int, line: Int) {
    // What stands before the first heading has nothing under it.
    while let last = openSections.last,
      level <= checklist.sections[last].level || checklist.sections[last].level == 0
    {
      openSections.removeLast()
    }
    let parent = openSections.last
    // What stands under a list's heading belongs to the list, unless its own heading says otherwise.
    let outer = parent.map { checklist.sections[$0].role } ?? .checks
    var role = Polarity.role(of: heading) ?? outer
    if outer == .conditional { role = .conditional }
    let id = checklist.sections.count
    checklist.sections.append(
      Section(
        id: id, heading: heading, level: level, parent: parent,
        location: SourceLocation(line: line), role: role))
    openSections.append(id)
  }

  /// A list takes its role from the label or heading above it, an inner list from the outer one.
  private func inheritedRole(of list: Int) -> ListRole? {
    if let item = blocks[list].parent {
      guard blocks[item].kind == .item, let outer = blocks[item].parent else { return nil }
      return listRoles[outer] == .expectations ? nil : listRoles[outer]
    }
    switch section.role {
    case .goCriteria: return .goCriteria
    case .noGoCriteria: return .noGoCriteria
    case .checks: return isExpectationHeading ? .expectations : nil
    case .conditional: return nil
    }
  }

  private var isExpectationHeading: Bool {
    ExpectationLabel.meaning(of: section.heading) == .expectation
  }

  // MARK: Paragraphs

  private mutating func readParagraph(_ index: Int, _ block: MarkdownBlock) {
    if let item = block.parent, blocks[item].kind == .item {
      let isFirst = item == index - 1
      if isFirst { readItem(item, block) }
      return
    }
    // A sentence between "GO if all:" and its list does not come between them.
    if pending == .expectations { pending = nil }
    guard section.role != .conditional else { return }
    let text = Self.joined(block.text)
    if let bold = block.leadingBold, let meaning = ExpectationLabel.meaning(of: bold) {
      readLabelled(meaning, rest: String(text.dropFirst(Self.joined(bold).count)), block)
    } else if let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }),
      let meaning = ExpectationLabel.meaning(of: String(text[..<colon]))
    {
      readLabelled(meaning, rest: String(text[colon...]), block)
    } else if isLeadIn(index, text, block) {
      switch Polarity.role(of: text) {
      case .goCriteria: pending = .goCriteria
      case .noGoCriteria: pending = .noGoCriteria
      default: break
      }
    }
  }

  /// "NO-GO if any:", a bold line, or a short sentence right before a list.
  private func isLeadIn(_ index: Int, _ text: String, _ block: MarkdownBlock) -> Bool {
    if text.hasSuffix(":") || text.hasSuffix("：") { return true }
    if block.leadingBold.map(Self.joined) == text { return true }
    let isBeforeList = index + 1 < blocks.count && blocks[index + 1].kind == .list
    return isBeforeList && text.split(separator: " ").count <= 15
  }

  private mutating func readLabelled(
    _ meaning: ExpectationLabel.Meaning, rest: String, _ block: MarkdownBlock
  ) {
    let text = String(Self.trimmed(rest.drop { ":：".contains($0) || $0.isWhitespace }))
    let location = SourceLocation(line: block.startLine)
    switch meaning {
    case .onFailure:
      if ExpectationLabel.saysStop(text) {
        checklist.sections[section.id].stopsWhenFailing = location
      }
    case .expectation where text.isEmpty: pending = .expectations
    case .expectation:
      addClaim(
        .expectation, text: text, context: nil, line: ItemLine(0..<0, in: document),
        location: location)
    }
  }

  // MARK: Items

  private mutating func readItem(_ item: Int, _ paragraph: MarkdownBlock) {
    guard section.role != .conditional, let list = blocks[item].parent else { return }
    let line = ItemLine(document.contentRange(ofLine: blocks[item].startLine), in: document)
    let location = SourceLocation(line: blocks[item].startLine)
    var text = Self.joined(paragraph.text)
    if line.box != nil { text = String(Self.trimmed(text.dropFirst(3))) }
    if line.emoji != nil { text = String(Self.trimmed(text.drop { $0 == "✅" })) }
    if let kind = kind(of: list, hasBox: line.box != nil) {
      addClaim(kind, text: text, context: context(of: item), line: line, location: location)
    }
  }

  private func kind(of list: Int, hasBox: Bool) -> Claim.Kind? {
    // Boxes under a criterion are criteria too; bullets under it are notes.
    let isNested = blocks[list].parent != nil
    switch listRoles[list] {
    case .goCriteria: return isNested && !hasBox ? nil : .goCriterion
    case .noGoCriteria: return isNested && !hasBox ? nil : .noGoCriterion
    case .expectations: return .expectation
    case nil: return hasBox ? .item : nil
    }
  }

  /// The text of the item around `item`, one level up.
  private func context(of item: Int) -> String? {
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

  private mutating func addClaim(
    _ kind: Claim.Kind, text: String, context: String?, line: ItemLine, location: SourceLocation
  ) {
    let isExpectation = kind == .expectation
    checklist.claims.append(
      Claim(
        id: checklist.claims.count, kind: kind, section: section.id, text: text, context: context,
        box: line.box, isTicked: line.isTicked, emoji: isExpectation ? line.emoji : nil,
        location: location))
  }

  // MARK: Code

  private mutating func readCode(info: String, _ block: MarkdownBlock) {
    if pending == .expectations { pending = nil }
    let fence = FenceInfo(info)
    for fault in fence.faults {
      checklist.diagnostics.append(
        Diagnostic(
          .error, code: "block-attribute", fault.message, cure: fault.cure, file: document.path,
          at: SourceLocation(line: block.startLine)))
    }
    guard let language = fence.language else { return }
    let isConsole = fence.isConsole || StepScript.hasPrompts(block.text)
    let text = block.text.replacing("\r\n", with: "\n")
    let script = isConsole ? StepScript.withoutPrompts(text) : text
    var obstacle = language == .shell ? StepScript.obstacle(in: script) : nil
    if section.role == .conditional { obstacle = "its section is for a case that need not arise" }
    if fence.attributes.skip { obstacle = "it is marked skip" }
    checklist.steps.append(
      Step(
        id: checklist.steps.count, section: section.id, language: language, script: script,
        firstLine: block.startLine + 1, attributes: fence.attributes, obstacle: obstacle))
  }

  // MARK: Text

  /// Lines of a paragraph as one.
  static func joined(_ text: String) -> String {
    String(
      trimmed(
        text.split(separator: "\n").map { String(trimmed($0)) }.joined(separator: " ")))
  }

  static func trimmed(_ text: some StringProtocol) -> Substring {
    var text = Substring(text)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
