import GonogoCore
import Testing

@testable import GonogoMarkdown

/// Words behind a fence's tag by which other tools keep a block from being run.
@Suite struct RefusedBlockTests {
  @Test(arguments: [
    "bash norun", "sh no-run", "bash,ignore", "bash NoExec", "console example", "sql skip",
    "bash title=x no_run",
  ])
  func keepsThemFromBeingRun(info: String) {
    #expect(FenceInfo(info).obstacle?.kind == .skip, "\(info)")
  }

  @Test(arguments: ["bash", "bash run", "bash linenums", "sh {name=a}", "bash examples/run.sh"])
  func runsTheOthers(info: String) {
    #expect(FenceInfo(info).obstacle == nil, "\(info)")
  }
}
