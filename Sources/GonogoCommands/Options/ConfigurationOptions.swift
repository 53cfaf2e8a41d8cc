internal import ArgumentParser

/// Which configuration file counts.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Standing grants and allowed signers of yours; else gonogo/config.yaml in "
        + "$XDG_CONFIG_HOME, or in ~/.config.", valueName: "file"))
  var config: String?

  @Flag(help: "Read no configuration file.") var noConfig = false

  func validate() throws {
    if config != nil, noConfig {
      throw ValidationError("--config and --no-config exclude each other")
    }
  }
}
