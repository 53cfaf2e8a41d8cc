internal import GonogoCore
internal import GonogoPlanning

/// What a plan needs from the machine, and whether it is there.
struct PlanNeeds {
  let tools: [(name: String, place: ToolFinder.Place)]
  let variables: [(need: VariableNeed, isSet: Bool)]
  /// What the operator grants, and what nobody does.
  let access: GrantedAccess

  init(
    loaded: LoadedChecklist, tools: ToolFinder, variables: VariableSelection, access: GrantedAccess
  ) {
    self.access = access
    self.tools = loaded.plan.tools.map { ($0, tools.find($0)) }
    let names = Set(variables.names)
    self.variables = loaded.plan.variables.map { ($0, names.contains($0.name)) }
  }
}
