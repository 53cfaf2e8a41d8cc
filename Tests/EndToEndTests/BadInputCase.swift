import Testing

/// Something wrong, and what gonogo must say to it.
struct BadInputCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// Files to make besides `good.md`, by their names.
  var files: [String: [UInt8]] = [:]
  /// The words after `gonogo`.
  let arguments: [String]
  let status: Int32
  /// What the message must hold: its place first where it is about a place.
  let says: [String]

  private static let run = ["run", "--non-interactive", "--approve", "all", "--operator", "ada"]

  /// A checklist that leaves a mark when one of its commands runs.
  static let good = """
    # Good

    ```bash
    # Say it
    echo "took: 5 ms"; touch RAN
    ```

    - [ ] Box one
    - Took: ____ ms

    """

  /// A run of `text`.
  private static func document(
    _ description: String, _ text: String, status: Int32 = 65, says: [String]
  ) -> BadInputCase {
    BadInputCase(
      testDescription: description, files: ["bad.md": Array(text.utf8)],
      arguments: run + ["bad.md"], status: status, says: says)
  }

  /// A run of the good checklist with a bad file of another kind.
  private static func settings(
    _ description: String, _ option: String, _ text: String, says: [String]
  ) -> BadInputCase {
    BadInputCase(
      testDescription: description, files: ["bad.yaml": Array(text.utf8)],
      arguments: run + ["good.md", option, "bad.yaml"], status: 65, says: says)
  }

  /// A run of the good checklist with a bad command line.
  private static func words(
    _ arguments: [String], status: Int32 = 64, says: [String]
  ) -> BadInputCase {
    BadInputCase(
      testDescription: arguments.joined(separator: " "), arguments: run + ["good.md"] + arguments,
      status: status, says: says)
  }

  static let all = documents + sidecars + answers + lines

  private static let documents = [
    BadInputCase(
      testDescription: "missing file", arguments: run + ["missing.md"], status: 65,
      says: ["missing.md", "No such file", "cure: "]),
    BadInputCase(
      testDescription: "folder", arguments: run + ["/usr"], status: 65, says: ["folder", "cure: "]),
    BadInputCase(
      testDescription: "binary", files: ["bad.md": Array(good.utf8) + [0x7F, 0, 1, 2]],
      arguments: run + ["bad.md"], status: 65, says: ["bad.md:10:2: error: ", "NUL", "cure: "]),
    BadInputCase(
      testDescription: "invalid UTF-8", files: ["bad.md": Array(good.utf8) + [0x61, 0xFF, 0x0A]],
      arguments: run + ["bad.md"], status: 65, says: ["bad.md:10:2: error: ", "UTF-8", "cure: "]),
    document(
      "nothing to do", "# Prose\n\nOnly text.\n", says: ["bad.md: error: ", "no command", "cure: "]),
    document(
      "unclosed fence", "# T\n\n- [ ] a\n\n```bash\ntouch RAN\n",
      says: ["bad.md:5:1: error: ", "never closed", "cure: "]),
    document(
      "unknown directive", good + "- [ ] Two <!-- gonogo: frobnicate x -->\n",
      says: ["bad.md:10:24: error: ", "`frobnicate`", "cure: "]),
    document(
      "bad unit", good + "- [ ] Two <!-- gonogo: pass when took < 5 parsecs -->\n",
      says: ["bad.md:10:43: error: ", "`parsecs`", "cure: "]),
    document(
      "unlike units", good + "- [ ] Two <!-- gonogo: pass when 5 ms < 3 MB -->\n",
      says: ["bad.md:10:", "error: ", "cure: "]),
    document(
      "unknown section in an expression",
      good + "- [ ] Two <!-- gonogo: pass when passed(\"No such thing\") -->\n",
      says: ["bad.md:10:", "No such thing", "cure: "]),
    document(
      "broken expression", good + "- [ ] Two <!-- gonogo: pass when took < -->\n",
      says: ["bad.md:10:", "error: ", "cure: "]),
    document(
      "missing variable", "# T\n\n```bash\ntouch RAN; echo \"$NOT_SET_ANYWHERE\"\n```\n\n- [ ] a\n",
      status: 69, says: ["bad.md:4:", "NOT_SET_ANYWHERE", "cure: "]),
    document(
      "first line of a signature", good + "-----BEGIN SSH SIGNATURE-----\r\n",
      says: ["bad.md:10:1: error: ", "cannot be signed", "cure: "]),
    document(
      "what begins like the last line of a signature", "-----END SSH SIGNED\n" + good,
      says: ["bad.md:1:1: error: ", "cannot be signed", "cure: "]),
    document(
      "completed already", good + "\n---\n\n## Run record\n\n```json gonogo-record\n{}\n```\n",
      says: ["bad.md", "completed", "cure: "]),
  ]

  private static let sidecars = [
    settings(
      "unknown key", "--bindings", "version: 1\nfoo: 1\n",
      says: ["bad.yaml:2:1: error: ", "`foo`", "cure: "]),
    settings(
      "unknown section", "--bindings", "version: 1\nsections:\n  \"Nope\":\n    \"Box one\": ask\n",
      says: ["bad.yaml:3:3: error: ", "“Nope”", "cure: "]),
    settings(
      "unknown text", "--bindings", "version: 1\nsections:\n  Good:\n    \"Box ninety\": ask\n",
      says: ["bad.yaml:4:5: error: ", "“Box ninety”", "cure: "]),
    settings(
      "unit in a sidecar", "--bindings",
      "version: 1\nsections:\n  Good:\n    Box one: pass when took < 5 parsecs\n",
      says: ["bad.yaml:4:33: error: ", "`parsecs`", "cure: "]),
    settings(
      "a directive for the wrong thing", "--bindings",
      "version: 1\nsections:\n  Good:\n    Box one: record took\n",
      says: ["bad.yaml:4:", "error: ", "cure: "]),
    settings(
      "a key twice", "--bindings",
      "version: 1\nsections:\n  Good:\n    Box one: ask\n    Box one: skip\n",
      says: ["bad.yaml:", "twice", "cure: "]),
    settings(
      "YAML error", "--bindings", "version: 1\nsections:\n  Good: [\n",
      says: ["bad.yaml:4:1: error: ", "YAML", "cure: "]),
    settings(
      "unknown version", "--bindings", "version: 7\n", says: ["bad.yaml:1:1: error: ", "cure: "]),
    settings(
      "a list for a mapping", "--bindings", "- a\n- b\n", says: ["bad.yaml:1:1: error: ", "cure: "]),
    settings(
      "bad variable", "--bindings", "version: 1\nenv: [NOT-A-NAME]\n",
      says: ["bad.yaml:2:", "`NOT-A-NAME`", "cure: "]),
    words(["--bindings", "missing.yaml"], status: 65, says: ["missing.yaml", "cure: "]),
  ]

  private static let answers = [
    settings(
      "answer to nothing", "--answers", "version: 1\nsections:\n  Good:\n    Nothing: yes\n",
      says: ["bad.yaml:4:5: error: ", "“Nothing”", "cure: "]),
    settings(
      "answer to nowhere", "--answers", "version: 1\nsections:\n  Bad:\n    Box one: yes\n",
      says: ["bad.yaml:", "“Bad”", "cure: "]),
    settings(
      "no answer", "--answers", "version: 1\nsections:\n  Good:\n    Box one: maybe\n",
      says: ["bad.yaml:4:5: error: ", "“maybe”", "cure: "]),
    settings(
      "not applicable without a reason", "--answers",
      "version: 1\nsections:\n  Good:\n    Box one: n/a\n",
      says: ["bad.yaml:4:5: error: ", "cure: "]),
    settings(
      "unknown key in answers", "--answers", "version: 1\noperater: Ada\n",
      says: ["bad.yaml:2:1: error: ", "`operater`", "cure: "]),
    settings(
      "YAML error in answers", "--answers", "version: 1\n  bad: [\n",
      says: ["bad.yaml:", "YAML", "cure: "]),
    words(["--answers", "missing.yaml"], status: 65, says: ["missing.yaml", "cure: "]),
  ]

  private static let lines = [
    words(["--frobnicate"], says: ["--frobnicate", "--help"]),
    words(["--sandbox", "perhaps"], says: ["perhaps", "none"]),
    words(["--bind", "nocolon"], says: ["nocolon", "cure: "]),
    words(["--bind", "/no/such/folder:/there"], says: ["/no/such/folder", "cure: "]),
    words(["--bind", "/usr:relative"], says: ["relative", "cure: "]),
    words(["--timeout", "5parsecs"], says: ["5parsecs", "cure: "]),
    words(["--output-limit", "1KiB"], says: ["--output-limit 1KiB", "cure: "]),
    words(["--output-limit", "much"], says: ["--output-limit much", "cure: "]),
    words(["--timeout", "0"], says: ["--timeout 0", "cure: "]),
    words(["--timeout", "1e30min"], says: ["1e30min", "cure: "]),
    words(["--approve", "No such heading"], says: ["No such heading", "cure: "]),
    words(["--env", "NOT-A-NAME=1"], says: ["NOT-A-NAME", "cure: "]),
    words(["--env", "NOT_SET_ANYWHERE"], status: 69, says: ["NOT_SET_ANYWHERE", "cure: "]),
    words(["--output", "good.md/below"], status: 74, says: ["good.md/below", "cure: "]),
    words(["--sign", "no-such-key"], status: 74, says: ["no-such-key", "cure: "]),
    words(["--output", "/proc/gonogo"], status: 74, says: ["/proc/gonogo", "cure: "]),
    BadInputCase(testDescription: "no file", arguments: ["run"], status: 64, says: ["<file>"]),
    BadInputCase(
      testDescription: "no such command", arguments: ["rum", "good.md"], status: 64, says: ["rum"]),
    BadInputCase(
      testDescription: "plan of a bad unit",
      files: [
        "bad.md": Array((good + "- [ ] Two <!-- gonogo: pass when took < 5 parsecs -->\n").utf8)
      ],
      arguments: ["plan", "bad.md"], status: 65, says: ["bad.md:10:43: error: ", "cure: "]),
    BadInputCase(
      testDescription: "verify without a signature", arguments: ["verify", "good.md"], status: 1,
      says: ["no signature", "cure: "]),
    BadInputCase(
      testDescription: "sign what is no record",
      arguments: ["sign", "good.md", "--key", "k", "--principal", "ada"], status: 64,
      says: ["good.md", "cure: "]),
  ]
}
