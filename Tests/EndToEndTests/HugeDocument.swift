import Testing

/// A document made to be hard to read: deep, long, or never closed.
struct HugeDocument: CustomTestStringConvertible, Sendable {
  let testDescription: String
  /// Makes the text; only the test that needs it pays for it.
  let text: @Sendable () -> String
  /// Exit codes that are right: a plan, or a refusal.
  let statuses: Set<Int32>

  private init(
    _ name: String, _ statuses: Set<Int32> = [0], _ text: @escaping @Sendable () -> String
  ) {
    self.testDescription = name
    self.statuses = statuses
    self.text = text
  }

  private static let box = "# Checks\n\n- [ ] one box to tick\n\n"

  private static func many(_ count: Int, _ line: (Int) -> String) -> String {
    (0..<count).map(line).joined()
  }

  static let all: [HugeDocument] = [
    HugeDocument("a million opening brackets") {
      box + String(repeating: "[", count: 1_000_000) + "\n"
    },
    HugeDocument("a million angle brackets") {
      box + String(repeating: "<", count: 1_000_000) + "\n"
    },
    HugeDocument("a million underscores with blanks") {
      box + "Label: " + String(repeating: "____ ", count: 200_000) + "\n"
    },
    HugeDocument("a million backticks") {
      box + "x " + String(repeating: "` `` ", count: 200_000) + "\n"
    },
    HugeDocument("a thousand nested lists") {
      box + many(1_000) { String(repeating: "  ", count: $0) + "- [ ] level \($0)\n" }
    },
    HugeDocument("a thousand quotes in one another") {
      box + many(1_000) { String(repeating: ">", count: $0 + 1) + " text \($0)\n" }
    },
    HugeDocument("ten thousand boxes") { many(10_000) { "- [ ] box number \($0) is well\n" } },
    HugeDocument("ten thousand boxes of one radio group") {
      box + many(10_000) { _ in "[ ] PASS [ ] FAIL " } + "\n"
    },
    HugeDocument("ten thousand criteria") {
      "# Decision\n\n**GO if all:**\n\n"
        + many(10_000) { "- [ ] service \($0) answers in < 5 ms\n" }
    },
    HugeDocument("twenty thousand dates") { box + many(20_000) { _ in "Date: ____\n" } },
    HugeDocument("a table of ten thousand rows") {
      box + "| Check | Target | Actual | Status |\n|---|---|---|---|\n"
        + many(10_000) { "| row \($0) | < \($0) ms | | [ ] |\n" }
    },
    HugeDocument("a table row of a hundred thousand cells") {
      box + "| a | b |\n|---|---|\n" + String(repeating: "| [ ] ", count: 100_000) + "|\n"
    },
    HugeDocument("five thousand headings") {
      many(5_000) { "# Part \($0)\n\n- [ ] done \($0)\n\n" }
    },
    HugeDocument("ten thousand commands in one block") {
      "# Run\n\n```bash\n" + many(10_000) { "# Check \($0)\ntest \($0) -ge 0\n" } + "```\n"
    },
    HugeDocument("a thousand blocks") {
      many(1_000) { "## Step \($0)\n\n```bash\ndf -h\n```\n\n" }
    },
    HugeDocument("a sentence of a million words") {
      box + "**Expected:** " + String(repeating: "fast ", count: 200_000) + "\n"
    },
    HugeDocument("a limit of a million digits") {
      box + "**Expected:** latency < " + String(repeating: "9", count: 1_000_000) + " ms\n"
    },
    HugeDocument("unclosed everything", [65]) {
      box + "<details>\n\n**bold `code [link](x <!-- comment\n\n- [ ] a\n\n```bash\necho \"$(\n"
    },
    HugeDocument("an unclosed fence", [65]) { box + "```bash\n" + many(50_000) { "echo \($0)\n" } },
    HugeDocument("an unclosed comment", [65]) {
      box + "<!--\n" + many(50_000) { "- [ ] \($0)\n" }
    },
    HugeDocument("comments that are no directives", [0, 65]) {
      box + many(20_000) { "<!-- gonogo \($0 % 3 == 0 ? "record" : "passwhen") -->\n" }
    },
    HugeDocument("ten thousand wrong directives", [65]) {
      many(10_000) { "- [ ] box \($0) <!-- gonogo: pass when nothing\($0) < -->\n" }
    },
  ]
}
