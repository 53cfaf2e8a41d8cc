import GonogoEvidence
import Testing

/// A pipeline that cuts rows off a list shows nothing of the rows that are gone.
struct CutOutputTests {
  @Test(arguments: [
    ("df -h | head -2", "head -2"), ("df -h | tee log | head -2", "head -2"),
    ("kubectl get pods | grep web", "grep web"), ("ps aux | sed 2q", "sed 2q"),
    ("./list | grep -v staging", "grep -v staging"), ("df -h / /boot | tail -1", "tail -1"),
    ("docker stats --no-stream | awk 'NR==2'", "awk NR==2"),
  ])
  func namesTheFilter(command: String, filter: String) {
    #expect(CutOutput.filter(in: command) == filter)
  }

  @Test(arguments: [
    "df -h", "df -h / | tail -1", "ps aux | tail -n +2", "kubectl get pod web-0 | tail -1",
    "curl -s localhost | head -1", "ps aux | grep -v grep", "df -h | awk 'NR>1'",
  ])
  func findsNone(command: String) {
    #expect(CutOutput.filter(in: command) == nil)
  }
}
