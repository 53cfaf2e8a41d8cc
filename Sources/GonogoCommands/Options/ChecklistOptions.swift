internal import ArgumentParser

/// What every command that reads one checklist takes.
struct ChecklistOptions: ParsableArguments {
  @Argument(help: "The checklist, a Markdown file.", completion: .file(extensions: ["md"]))
  var file: String

  @OptionGroup var reading: ReadingOptions

  var bindings: String? { reading.bindings }
  var strict: Bool { reading.strict }
  var settings: [String] { reading.settings }
}
