import GonogoCore
import GonogoPlanning
import GonogoRunner

/// A step that goes on in the background of a stage: its commands end when the stage says, one after
/// another, or when they are ended.
final class BackgroundStage: BackgroundShell {
  private let stage: Stage
  private let planned: PlannedStep
  private let plan: Plan
  private var waiting: [Int] = []
  private var wasRunning = false
  /// What they are ended as.
  var isEnded: CommandResult.Outcome?

  init(stage: Stage, planned: PlannedStep, plan: Plan) {
    self.stage = stage
    self.planned = planned
    self.plan = plan
  }

  var account: BackgroundRun {
    BackgroundRun(
      step: planned.step.id, since: 1, until: 2, ending: wasRunning ? .byGonogo : .byItself)
  }

  func begin(_ commands: [Int]) { waiting = commands }

  func endings() throws(RunFailure) -> [(index: Int, ending: CommandEnding)] {
    var endings: [(index: Int, ending: CommandEnding)] = []
    while let index = waiting.first {
      let text = plan.commands[planned.commands.lowerBound + index].text
      if let late = stage.late[text], stage.hasSeen(late.after) {
        endings.append((index, late.ending))
        waiting.removeFirst()
        if late.ending.endsStep { waiting = [] }
      } else if let isEnded {
        endings.append((index, .cut(isEnded, endsStep: isEnded == .interrupted)))
        waiting = []
        wasRunning = true
      } else {
        break
      }
    }
    return endings
  }
}
