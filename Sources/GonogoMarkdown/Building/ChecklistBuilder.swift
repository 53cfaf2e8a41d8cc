internal import GonogoCore

/// Turns the blocks of a document into a checklist, in one pass over them.
struct ChecklistBuilder {
  let document: Document
  let blocks: [MarkdownBlock]
  /// For each block: the pieces of it, where it is text.
  let passages: [[Passage]]
  /// Boxes that exclude each other.
  let choices: BoxChoices
  let spill: HereDocumentSpill
  var checklist: Checklist
  /// For each list: what the label before it makes of its items.
  var listRoles: [Int: ListRole] = [:]
  /// Lists whose role comes from a label of their own, not from what is around them.
  var labelledLists: Set<Int> = []
  /// Lists that got their role from a label in the middle of them.
  var relabelledLists: Set<Int> = []
  /// For each list: the block right before it in its container.
  var leadBlocks: [Int: Int] = [:]
  /// The words above lists and sections that leave doubt, as far as they have been asked for.
  var listDoubts: [Int: String?] = [:]
  var sectionDoubts: [Int: String?] = [:]
  /// For each container (-1 for the document): the last block in it so far, HTML left out.
  var lastBlock: [Int: Int] = [:]
  /// The remarks on attributes that are made once a document, as far as they have been made.
  var remarked: Set<String> = []
  /// The label that the next block belongs to.
  var pending: ListRole?
  /// The label or sentence that the next block may be the sample of.
  var announced: Announcement?
  /// Lists under a bold title, of which only the entries with a limit count.
  var titledLists: Set<Int> = []
  var isTitlePending = false
  /// Lists that explain the states of boxes.
  var legendLists: Set<Int> = []
  /// The claims that are reasons to roll back.
  var rollbacks: [Int] = []
  /// Sections whose text asks for all that stands under the headings below it, and those headings'
  /// sections that have been read.
  var listing: Set<Int> = []
  var listed: Set<Int> = []
  /// The lines of tables that hold claims.
  var rowLines: Set<Int> = []
  /// The lines with score bands, with their section.
  var bandLines: [(text: String, line: Int, section: Int)] = []
  /// True when the bands gathered so far are of something else than boxes: "Coverage", "Availability".
  var bandsAreForeign = false
  /// What the heading of each section says of the weight of what stands under it.
  var sectionWeights: [Claim.Weight?] = []
  /// What the label before each list says of the weight of its items.
  var listWeights: [Int: Claim.Weight] = [:]
  var pendingWeight: Claim.Weight?
  /// The last block that shows what must come out.
  var lastSampleBlock: Int?
  /// The last block that became a step.
  var lastStepBlock: Int?
  /// The block that is being read.
  private(set) var reading = 0
  /// The words of the section that was asked for last, with how many steps had been read then.
  var evidence: (section: Int, steps: Int, words: Set<String>) = (-1, 0, [])
  /// What people are to do behind the last step.
  var handSteps = HandSteps(behind: -1)
  private var openSections: [Int] = []
  /// What headings say against running what stands below them, as far as it has been asked for.
  var headingDoubts: [Int: HeadingDoubt] = [:]
  /// The first block behind items that were asked about, by the place of the item.
  var itemEnds: [Int: Int] = [:]
  /// The sections in which a sentence says not to go on once something fails.
  var statedStops: Set<Int> = []
  /// The sentence that lets nobody go on before somebody has approved.
  var approvalGate: (line: Int, text: String)?
  /// Sentences about approvals and gates, to be asked where nothing else reads them.
  var looseGates: [LooseText] = []
  /// Sections whose last words say that those under them are for a case that need not arise.
  private var sectionsForSome: Set<Int> = []
  /// Sections whose subsections hold reasons not to go on.
  private var sectionsOfReasons: Set<Int> = []
  /// True below the heading of the decision, up to the next heading or rule.
  private(set) var isWhereItDecides = false
  private var openHTML: OpenHTML
  /// The titles around what is read now that are no headings.
  private(set) var titles = CaseTitles()
  /// True when some heading or lead-in opens a NO-GO list.
  private lazy var hasNoGoList = blocks.contains { block in
    if case .code = block.kind { return false }
    return block.text.utf8.count < 200
      && Polarity.role(of: Self.joined(block.text)) == .noGoCriteria
  }

  private(set) lazy var hasOpenHeading = Self.hasOpenHeading(in: blocks)
  /// The variables that some code block names and does not set.
  private(set) lazy var mentionedVariables = SettingsListing.mentions(in: blocks)
  /// The variables that some code block uses.
  private(set) lazy var usedVariables = SettingsListing.uses(in: blocks)

  /// What a label or a heading makes of the items of a list.
  enum ListRole {
    case expectations
    case goCriteria
    case noGoCriteria
    /// What must not be.
    case triggers
    /// What must not be: reasons to roll back.
    case rollbacks
    /// What must not be, where it states a limit.
    case alerts
    /// What must hold, where it states a limit.
    case limits
    /// What to do when the section fails.
    case onFailure
  }

  init(document: Document, blocks: [MarkdownBlock]) {
    self.document = document
    self.blocks = blocks
    self.passages = blocks.map { block in
      switch block.kind {
      case .paragraph, .heading, .html: Passage.all(of: block, in: document)
      default: []
      }
    }
    self.choices = BoxChoices(document: document, blocks: blocks)
    self.spill = HereDocumentSpill(blocks)
    self.checklist = Checklist(document: document)
    self.openHTML = OpenHTML(path: document.path)
  }

  mutating func build() -> Checklist {
    openSection(heading: "", level: 0, line: 1)
    for (index, block) in blocks.enumerated() {
      reading = index
      if let fault = UnclosedBlock.fault(in: block, of: document) {
        checklist.diagnostics.append(fault)
      } else {
        openHTML.read(block.kind == .html ? block.text : block.html, line: block.startLine)
      }
      switch block.kind {
      case .heading(let level):
        titles.readBreak()
        pending = nil
        pendingWeight = nil
        finishBands()
        if isLeadInOfSections(before: index) { sectionsForSome.insert(section.id) }
        if isLeadInOfReasons(before: index) { sectionsOfReasons.insert(section.id) }
        openSection(
          heading: Self.joined(block.text), level: level, line: block.startLine, at: index)
        readHeadingBox(block, level: level)
        announceByHeading(block)
      case .paragraph:
        titles.readParagraph(block)
        readParagraph(index, block)
        readStops(index, block)
      case .list: openList(index)
      case .code(let info):
        checklist.codeBlocks.append(
          CodeBlock(
            line: block.startLine, info: UnclosedBlock.isFenced(block, document) ? info : nil,
            section: section.id))
        let isSample = readSample(index, info: info)
        let steps = checklist.steps.count
        readCode(index, info: info, block, isSample: isSample)
        if !isSample, !readFenceReasons(block, info: info) { readFenceList(block, info: info) }
        if checklist.steps.count > steps {
          lastStepBlock = index
          if !isSample { readRemarks() }
        } else {
          readQueryRemarks(block, info: info)
          if !isSample {
            readForeignRemarks(block, info: info)
            readSigns(block, info: info)
            readRules(block, info: info)
            readTargets(block, info: info)
          }
        }
      case .item: noteBox(of: block)
      case .quote: break
      case .thematicBreak:
        isWhereItDecides = false
        titles.readBreak()
      case .html:
        titles.readHTML(block.text)
        readBoxes(inHTML: block)
      }
      if block.kind != .html { lastBlock[block.parent ?? -1] = index }
    }
    finishBands()
    finishStops()
    finishGates()
    finishDecision()
    finishRollbacks()
    checklist.diagnostics += openHTML.finished()
    sortClaims()
    readProse()
    readContexts()
    markHandSteps()
    return checklist
  }

  /// What the headings above say of the weight of what is read now.
  var sectionWeight: Claim.Weight? { sectionWeights[section.id] }

  var section: Section { checklist.sections[checklist.sections.count - 1] }

  private mutating func openSection(heading: String, level: Int, line: Int, at index: Int? = nil) {
    // What stands before the first heading has nothing under it.
    while let last = openSections.last,
      level <= checklist.sections[last].level || checklist.sections[last].level == 0
    {
      openSections.removeLast()
    }
    let parent = openSections.last
    // What stands under a list's heading belongs to the list, unless its own heading says otherwise.
    let outer = parent.map { roleOfSubsection(heading, of: $0) } ?? .checks
    var role = polarity(of: heading, line: line) ?? outer
    // A title is about a whole document or a large part of it; the headings below it name the cases.
    // Who runs a "Disaster recovery runbook" is in that case.
    if role == .conditional, outer == .checks, level == 1,
      ConditionalText.isGeneral(heading)
        || checklist.sections.count == 1 && ConditionalText.namesDocument(heading)
    {
      role = .checks
    }
    // What is known and still open is ticked off before the work.
    if role == .conditional, outer == .checks, level > 1, holdsNoBlocks(below: index),
      ConditionalText.isKnownIssues(heading)
    {
      role = .checks
    }
    // In a drill the case is made; only what is done should the drill go wrong is for a case.
    if role == .conditional, outer == .checks, level > 1, isRehearsed(below: parent),
      !ProseWords.standard.isPhrase(heading, .case),
      !ProseWords.standard.opens(heading.prefix(24), with: .if)
    {
      role = .checks
    }
    if role == .goCriteria, outer == .goCriteria, Polarity.opensFailure(heading) {
      role = .noGoCriteria
    }
    if role == .conditional, outer == .checks, let parent,
      TriggerText.kind(of: checklist.sections[parent].heading) == .reasons,
      !ProseWords.words(in: heading).contains(where: { $0.hasPrefix("escalat") }),
      holdsNoBlocks(below: index)
    {
      role = .checks
    }
    if role == .checks, decides(heading, level: level) || isGate(heading, level: level, at: index) {
      role = .goCriteria
      addSuccessCriteria(line: line)
    }
    if role == .checks { role = gateRole(of: heading, level: level, line: line) }
    if role == .checks, let parent,
      ConditionalText.namesCause(heading, below: checklist.sections[parent].heading)
        || isScenario(heading)
    {
      role = .conditional
    }
    if parent.map(sectionsOfReasons.contains) == true { role = .noGoCriteria }
    if outer == .conditional || parent.map(sectionsForSome.contains) == true {
      role = isReasonsAlone(heading, at: index) ? .checks : .conditional
    }
    let id = checklist.sections.count
    checklist.sections.append(
      Section(
        id: id, heading: heading, level: level, parent: parent,
        location: SourceLocation(line: line), role: role,
        isExample: level > 1
          && (ProseWords.standard.opens(heading.prefix(40), with: .example)
            || parent.map { checklist.sections[$0].isExample } == true)
      ))
    sectionWeights.append(
      level <= 1
        ? nil : WeightText.weight(ofHeading: heading) ?? parent.flatMap { sectionWeights[$0] })
    openSections.append(id)
    // A title is about the whole document.
    isWhereItDecides =
      level > 1 && heading.utf8.count <= 80 && GateHeading.namesDecision(heading)
      && ProseWords.words(in: heading).count <= 5
    if role != .conditional, let rule = DecisionSentence.rule(in: heading) {
      addRule(rule, line: line)
    }
  }

  /// "Scenario 2: the mesh is gone" in a document about what to do when something is gone: one of the
  /// cases. Elsewhere it is one of the things that are tried out.
  private func isScenario(_ heading: String) -> Bool {
    guard checklist.sections.count > 1, checklist.sections[1].level == 1,
      ["scenario", "escenario", "szenario", "scénario", "cenário"].contains(
        ProseWords.words(in: heading.prefix(24)).first)
    else { return false }
    return ConditionalText.isHeading(checklist.sections[1].heading)
  }

  /// A title such as "No-go review of the launch" is about the whole document, not about a list.
  private func roleOfSubsection(_ heading: String, of id: Int) -> Section.Role {
    let section = checklist.sections[id]
    if ConditionalText.isInstruction(heading, within: section.heading) { return .checks }
    let isTitle = id == 1 && section.level == 1 && section.role != .conditional
    return isTitle && !Polarity.announcesList(section.heading) ? .checks : section.role
  }

  /// Reads a heading or lead-in, and says so where it can be read either way.
  mutating func polarity(of text: String, line: Int) -> Section.Role? {
    if Polarity.isDoubtful(text) {
      checklist.diagnostics.append(
        Diagnostic(
          .error, code: "unclear-list",
          "it is not clear whether this opens a list of what a GO needs or of what forbids it",
          cure: "write “GO if all:” or “NO-GO if any:”", file: document.path,
          at: SourceLocation(line: line)))
    }
    let role =
      Polarity.isBareGo(text) && hasNoGoList ? .goCriteria : Polarity.role(of: text)
    if role != .conditional { noteDemand(of: text, role, line: line) }
    return role
  }

  /// Keeps the box of a list item, also of one that counts nowhere.
  private mutating func noteBox(of item: MarkdownBlock) {
    if let list = item.parent, legendLists.contains(list) { return }
    let line = ItemLine(document.contentRange(ofLine: item.startLine), in: document)
    guard let box = line.box, checklist.boxes.last?.range != box.range else { return }
    checklist.boxes.append(box)
  }

  mutating func addClaim(
    _ kind: Claim.Kind, text: String, context: String?, codes: [InlineCode] = [],
    sample: Claim.Sample? = nil, weight: Claim.Weight? = nil, doubt: String? = nil,
    isLoose: Bool = false, line: ItemLine, location: SourceLocation
  ) {
    let isExpectation = kind == .expectation
    var doubt = doubt
    if doubt == nil, isExpectation || kind == .trigger {
      doubt = (isExpectation ? ownDoubt(text) : nil) ?? handStep(before: location.line)
    } else if doubt == nil, kind == .item {
      // What a person did in between may have changed it.
      doubt = handStep(before: location.line)
    }
    if doubt == nil, kind != .trigger, OwnDoubt.statesMore(text) { doubt = text }
    if doubt == nil { doubt = line.box.flatMap(state(of:)) }
    checklist.claims.append(
      Claim(
        id: checklist.claims.count, kind: kind, section: section.id, text: text, context: context,
        box: line.box, emoji: isExpectation ? line.emoji : nil, codes: codes.map(\.text),
        sample: sample,
        weight: WeightText.weight(of: text) ?? weight ?? sectionWeights[section.id] ?? .plain,
        doubt: doubt, isLoose: isLoose, location: location))
  }

  /// Puts the claims into document order: boxes in the middle of a paragraph are read apart from
  /// its sentences.
  mutating func sortClaims() {
    let claims = checklist.claims
    let isSorted = zip(claims, claims.dropFirst()).allSatisfy {
      $0.location.line <= $1.location.line
    }
    if isSorted { return }
    let sorted = claims.enumerated().sorted {
      ($0.element.location.line, $0.offset) < ($1.element.location.line, $1.offset)
    }
    var places = Array(repeating: 0, count: claims.count)
    for (new, old) in sorted.enumerated() { places[old.offset] = new }
    checklist.claims = sorted.enumerated().map { $0.element.element.numbered($0.offset) }
    checklist.expectedOutputs = checklist.expectedOutputs.map { $0.about(claim: places[$0.claim]) }
  }

  // MARK: Text

  /// Lines of a paragraph as one.
  static func joined(_ text: String) -> String {
    String(
      trimmed(
        text.lines.filter { !$0.isEmpty }.map { String(trimmed($0)) }.joined(separator: " ")))
  }

  static func trimmed(_ text: some StringProtocol) -> Substring {
    var text = Substring(text)
    // Most texts begin and end with a letter, for which no Character need be made.
    while let byte = text.utf8.first, !isVisible(byte), let first = text.first,
      first.isWhitespace
    {
      text.removeFirst()
    }
    while let byte = text.utf8.last, !isVisible(byte), let last = text.last, last.isWhitespace {
      text.removeLast()
    }
    return text
  }

  private static func isVisible(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F
  }
}
