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
  ]
}
