import GonogoCore
import GonogoPlanning
import Testing

/// What the sandbox shows otherwise than it is must never tick a box or fill a blank.
@Suite struct BlindnessTests {
  private let view = SandboxView(
    isApart: true, home: "/home/me", shown: ["/home/me/app", "/home/me/.kube"],
    withheld: ["aws"], work: "/home/me/app", shadowed: ["node"])

  private func blindness(_ commands: String, _ view: SandboxView? = nil) -> [String?] {
    plan("# A\n\n```bash\n\(commands)\n```\n").seen(through: view ?? self.view)
      .commands.map(\.blindness)
  }

  @Test(arguments: [
    "ps aux", "pgrep -x nginx", "! pgrep nginx", "lsof -i :8080", "env | grep -c TOKEN",
    "ls -A ~", "ls /tmp", "[ ! -e /tmp/app.lock ]", "cat \"$HOME/.ssh/config\"", "hostname",
    "du -sh /home", "test -S /var/run/docker.sock", "find / -name '*.pem'", "du -sh /var",
    "pg_dump app > ~/backup.sql", "pg_dump app > /tmp/backup.sql", "tar czf /tmp/a.tgz data",
    "rm -rf /tmp/cache", "ls /home/me/appendix", "gpg --list-keys", "ls /dev/sda",
    "cat /tmp/made-by-nobody | wc -l", "[[ -e /tmp/app.lock ]]", "ls ../other", "ls -A ..",
    "node --version", "command -v node", "npm config set registry x",
    "kubectl config use-context p",
    "ls /var/lock/a", "ls /proc/1", "cat /proc/sys/kernel/hostname", "tar czf ~/b.tgz data",
    "pg_dump app > /tmp/app-$(date +%F).sql", "echo $HOSTNAME",
  ])
  func distrustsWhatTheSandboxHides(command: String) {
    #expect(blindness(command)[0] != nil)
    let whole = SandboxView(isApart: false, home: "/home/me")
    #expect((blindness(command, whole)[0] == nil) == !command.hasPrefix("env"))
  }

  @Test(arguments: [
    "ls", "cat /etc/hosts", "df -h /", "git status", "cat ~/app/a", "cat /home/me/app/a",
    "kubectl config current-context", "cat ~/.kube/config", "ls /var/log", "echo ~/x",
    "cd ~/app", "curl -s x > /dev/null", "export A=~/x", "kubectl exec p -- ls /tmp",
    "cat /proc/meminfo", "timeout 5 bash -c '</dev/tcp/db/5432'", "ls sub/../x", "which psql",
    "ssh host ps aux", "find / -maxdepth 0 | true; ls /usr", "uname -r",
  ])
  func trustsWhatIsTheMachines(command: String) {
    let found = blindness(command)[0]
    #expect(found == nil || command.hasPrefix("find"))
  }

  @Test func followsWhatACommandPutsIntoTemporaryFoldersForALaterOne() {
    #expect(
      blindness("curl -s x -o /tmp/out.json\njq .a /tmp/out.json\nrm /tmp/out.json")
        == [nil, nil, nil])
    #expect(blindness("mkdir -p /tmp/w\ncd /tmp/w\ntouch a\nls") == [nil, nil, nil, nil])
    let left = blindness("cat /tmp/out.json\ncurl -s x -o /tmp/out.json")
    #expect(left[0]?.contains("their own /tmp") == true)
    #expect(left[1]?.contains("thrown away") == true)
  }

  @Test func followsAFolderThatCommandsChangeTo() {
    let found = blindness("cd ~\nls -A\ncd ~/app\nls -A\ncd\nls")
    #expect(found[1]?.contains("works in ~") == true)
    #expect(found[3] == nil)
    #expect(found[5] != nil)
  }

  @Test func followsPathsInVariables() {
    let found = blindness("LOCK=/tmp/a.lock\n[ -e \"$LOCK\" ] && echo held\nX=1\necho $X")
    #expect(found[0] == nil)
    #expect(found[1]?.contains("their own /tmp") == true)
    #expect(found[3] == nil)
    #expect(blindness("D=$(mktemp -d)\ncurl -s x -o $D/a\njq . $D/a") == [nil, nil, nil])
    #expect(blindness("B=~/b.tgz\ntar czf \"$B\" data\nls -l \"$B\"")[1] != nil)
  }

  @Test func asksAboutWhatIsMeantToStay() {
    let found = blindness("pg_dump app > /tmp/app.sql\npg_restore --list /tmp/app.sql")
    #expect(found[0] != nil)
    #expect(blindness("curl -s x -o /tmp/a\nls -l /tmp/a")[0] != nil)
    #expect(blindness("curl -s x -o /tmp/a\ncat /tmp/a")[0] == nil)
  }

  @Test func climbsOnlyFromWhereItIs() {
    let found = blindness("cd sub\nls ..")
    #expect(found[1] == nil)
    #expect(blindness("cd ..\nls")[1] != nil)
  }

  @Test func forgetsAFolderInTheNextBlock() {
    let text = "# A\n\n```bash\ncd ~\n```\n\n```bash\nls\n```\n"
    let found = plan(text).seen(through: view).commands
    #expect(found[1].blindness == nil)
  }

  @Test func doesNotCarryTheHomeFromStepToStep() {
    let text = "# A\n\n```bash\ntouch ~/x\n```\n\n```bash\ncat ~/x\n```\n"
    #expect(plan(text).seen(through: view).commands.allSatisfy { $0.blindness != nil })
  }

  @Test func asksWhatAProgramKeepsInTheHomeUnlessItIsGivenThat() {
    var view = view
    #expect(blindness("git config --global --get user.name", view)[0] == nil)
    view.withheld = ["git"]
    #expect(blindness("git config --global --get user.name", view)[0] != nil)
  }

  @Test(arguments: [
    ("[ ! -e /tmp/app.lock ]", false), ("[ ! -e app.lock ]", true), ("! pgrep worker", false),
  ])
  func ticksNoBoxOnIt(command: String, isTicked: Bool) {
    let text = """
      # A

      ## Check

      ```bash
      # Workers stopped
      \(command)
      ```

      ### GO if ALL true:
      - [ ] Workers stopped
      """
    var assessor = Assessor(plan: plan(text).seen(through: view))
    assessor.observeAllPassing()
    #expect((assessor.judge(claim: 0).verdict == .pass) == isTicked)
  }

  @Test(arguments: ["ls -A ~", "ls -A data"])
  func takesNoSilenceOfItForEvidence(command: String) {
    let text = "# A\n\n```bash\n\(command)\n```\n\nExpected: no output\n"
    var assessor = Assessor(plan: plan(text).seen(through: view))
    assessor.observeAllPassing()
    let result = assessor.judge(claim: 0)
    #expect((result.verdict == .pass) == (command == "ls -A data"), "\(result.because)")
  }

  @Test func fillsNoBlankWithIt() {
    let text = "# A\n\n```bash\nls /tmp | wc -l\n```\n\n- Lines: ____\n"
    var assessor = Assessor(plan: plan(text).seen(through: view))
    assessor.observe(0, [value("lines", 3)])
    #expect(assessor.fill(blank: 0).result.text == nil)
    #expect(assessor.fill(blank: 0).near.isEmpty)
  }

  @Test func givesItToNoDirective() {
    let text = """
      # A

      ```bash
      # Files
      ls /tmp | wc -l
      ```

      - [ ] Few files <!-- gonogo: pass when output("Files") contains "3" -->
      """
    var assessor = Assessor(plan: plan(text).seen(through: view))
    assessor.observeAllPassing()
    let result = assessor.judge(claim: 0)
    #expect(result.verdict == .unknown)
    #expect(result.because.contains("their own /tmp"))
  }
}
