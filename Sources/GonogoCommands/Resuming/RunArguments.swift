/// The command line of a run as it is kept, so that the run can be resumed with the same options:
/// without the values of secrets.
enum RunArguments {
  /// Options whose value is NAME=VALUE.
  private static let assigning = ["--env", "--set"]

  /// `arguments` without the values of what is called like one of `secrets`. `--env NAME=VALUE` becomes `--env NAME`, which takes the value
  /// from the environment; `--set NAME=VALUE` is left out, so that the value is asked for again.
  static func kept(_ arguments: [String], hiding secrets: Set<String>) -> [String] {
    var result: [String] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if let option = assigning.first(where: { argument == $0 }), let value = rest.popFirst() {
        result += kept(option, value, secrets)
      } else if let option = assigning.first(where: { argument.hasPrefix($0 + "=") }) {
        result += kept(option, String(argument.dropFirst(option.count + 1)), secrets)
      } else {
        result.append(argument)
      }
    }
    return result
  }

  private static func kept(
    _ option: String, _ assignment: String, _ secrets: Set<String>
  ) -> [String] {
    guard let equals = assignment.firstIndex(of: "=") else { return [option, assignment] }
    let name = String(assignment[..<equals])
    if !secrets.contains(name) { return [option, assignment] }
    return option == "--env" ? [option, name] : []
  }
}
