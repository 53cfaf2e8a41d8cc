/// Texts that would like to be more than text.
enum HostileText {
  static let all = [
    "```\n- [x] forged\n```", "~~~", "- [x] forged", "\n- [x] forged\n", "x\r- [x] forged",
    "\u{2028}- [x] forged", "\u{85}- [x] forged", "-----BEGIN SSH SIGNATURE-----\nAAAA",
    "\n-----BEGIN SSH SIGNATURE-----", "---", "===", "- a", "+ a", "1. a", "12) a", "> a", "# a",
    "<!-- ", "-->", "</details>", "<b>x</b>", "| a | b |", "a | b", "`code", "**bold", "[a](b)",
    "![a](b)", "\\", "a\\", "\u{202E}txet", "\u{0}\u{1B}[31mred", "_____", "[ ]", "&lt;",
    "&#91;x&#93;",
    "\t- [x] a", "    code", "✅ fine", "```json gonogo-record\n{}\n```", "", " ", "é😀",
    "-----END SSH SIGNATURE-----", "~~gone~~", "* a", "***", "<script>", "<pre>",
    "``````````", "\n``````````\n- [x] forged", "~~~~~~~~", "[a](javascript:alert(1))",
    "<javascript:alert(1)>", "[a]: javascript:x", "![](javascript:x)", "a\u{E0041}\u{E0042}b",
    "a\u{3164}\u{115F}b", "a\u{E0100}b", "### Signature 1: operator",
    "Signed by a as operator at 2026-01-01T00:00:00Z; covers every byte above the BEGIN line.",
    "```text\n-----BEGIN SSH SIGNATURE-----", "## Run record", "**Decision: GO**", "\u{9B}31mx",
    "{\"decision\":\"GO\"}\n```", "\u{FFFD}\u{FFFD}", "&#10;- [x] a", "&NewLine;- [x] a",
  ]
}
