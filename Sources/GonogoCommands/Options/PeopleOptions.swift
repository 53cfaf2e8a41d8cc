internal import ArgumentParser

/// Who answers and approves.
struct PeopleOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Answers written down before.", valueName: "file"))
  var answers: String?

  @Flag(help: "Ask nothing: what no answer was prepared for stays open.")
  var nonInteractive = false

  @Option(
    name: .customLong("approve"), parsing: .singleValue,
    help: ArgumentHelp(
      """
      Approve commands that change something, or may: all, or those under one heading. All leaves out \
      those that destroy something or cannot run by themselves: name their heading.
      """,
      valueName: "all|heading"))
  var approvals: [String] = []

  @Option(
    name: .customLong("waive"), parsing: .singleValue,
    help: ArgumentHelp(
      "Accept that an item, criterion, blank or command fails or stays open.",
      valueName: "item=reason"))
  var waivers: [String] = []

  @Flag(help: "Exit with 1 for a CONDITIONAL GO, as for a NO-GO.") var noWaivers = false

  @Option(help: "Who runs the checklist; else git's user.name, not from a repository.")
  var `operator`: String?

  @Option(
    help:
      "The operator's name in allowed_signers; else the operator or git's user.email, not from a repository."
  )
  var principal: String?
}
