/// A document, understood: what it asks to run, to fill, to check and to decide.
package struct Checklist: Sendable {
  /// The document it was read from.
  package let document: Document
  /// Its sections in document order; the first is what stands before any heading.
  package var sections: [Section]
  /// Every block of code in it, run or not, in document order.
  package var codeBlocks: [CodeBlock]
  /// Its steps in document order.
  package var steps: [Step]
  /// The checkboxes of its list items, whether they count or not (those for a case that need not
  /// arise do not), in document order.
  package var boxes: [Box]
  /// Its code blocks that are no steps, in document order.
  package var listings: [Listing]
  /// The output that it shows as expected in another tool's way, in document order.
  package var expectedOutputs: [ExpectedOutput]
  /// Its items, expectations and criteria in document order.
  package var claims: [Claim]
  /// Its blanks in document order.
  package var blanks: [Blank]
  /// Its blanks in sections for a case that need not arise, in document order: shown, never asked
  /// for, never filled. Their ids count by themselves.
  package var conditionalBlanks: [Blank] = []
  /// What it says about how it is decided, in document order.
  package var decisionTexts: [DecisionText]
  /// The directives written in its comments.
  package var annotations: [Annotation]
  /// The YAML between the `---` lines at its top, or nil.
  package var frontMatter: Range<Int>?
  /// What nobody read in it and a person has to, in document order.
  package var unread: [UnreadText] = []
  /// Oddities and faults found on the way.
  package var diagnostics: [Diagnostic]

  /// A checklist of `document` with nothing in it yet.
  package init(document: Document) {
    self.document = document
    self.sections = []
    self.codeBlocks = []
    self.steps = []
    self.boxes = []
    self.listings = []
    self.expectedOutputs = []
    self.claims = []
    self.blanks = []
    self.decisionTexts = []
    self.annotations = []
    self.diagnostics = []
  }

  /// True when section `inner` is `outer` or stands under it.
  package func isSection(_ inner: Int, within outer: Int) -> Bool {
    var current: Int? = inner
    while let id = current {
      if id == outer { return true }
      current = sections[id].parent
    }
    return false
  }

  /// True for a claim that counts: in a section for a case that need not arise only boxes do that speak of
  /// being ready for it.
  package func counts(_ claim: Claim) -> Bool {
    sections[claim.section].role != .conditional || claim.kind == .item
  }

  /// The heading of section `id` without a colon at its end, to stand inside a sentence.
  package func title(of id: Int) -> String {
    var title = heading(of: id)
    while let last = title.last, ":：".contains(last) || last.isWhitespace { title.removeLast() }
    return title
  }

  /// The heading people would name section `id` by.
  package func heading(of id: Int) -> String {
    sections[id].heading.isEmpty ? "the beginning" : sections[id].heading
  }
}
