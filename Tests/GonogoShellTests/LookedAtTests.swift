import GonogoShell
import Testing

@Suite struct LookedAtTests {
  private func lookedAt(_ command: String) -> LookedAt {
    CommandReader(rules: .standard).read(command).lookedAt
  }

  @Test(arguments: [
    ("cat /tmp/a ~/b", ["/tmp/a", "~/b"]), ("ls \"$HOME/.ssh\"", ["~/.ssh"]),
    ("ls ${HOME}", ["~"]), ("ls ${HOME:-/root}/x $HOMES/y", ["/root"]),
    ("curl -d @/tmp/body --output=/tmp/out x", ["/tmp/body", "/tmp/out"]),
    ("dd if=/tmp/a of=b", ["/tmp/a"]), ("echo a > ~/log 2>&1", ["~/log"]),
    ("cat < /tmp/../etc/./hosts", ["/etc/hosts"]), ("ls /tmp/a*/b /tmp/$X", ["/tmp"]),
    ("sudo -u me cat ~/x", ["~/x"]), ("(cd /srv && ls)", ["/srv"]),
    ("[ ! -e /tmp/lock ]", ["/tmp/lock"]), ("bash -c 'cat /tmp/x'", ["/tmp/x"]),
    ("make PREFIX=/opt/x", ["/opt/x"]), ("curl http://host/tmp/x a:/tmp/y", []),
    ("ssh host cat /tmp/x", []), ("docker exec web ls /tmp", []),
    ("kubectl exec pod -- cat /tmp/x > /tmp/y", ["/tmp/y"]), ("./run.sh /tmp/x", ["/tmp/x"]),
    ("frobnicate /run/x", ["/run/x"]), ("LOCK=/tmp/a.lock", ["/tmp/a.lock"]),
    ("[[ -e /tmp/a ]] && echo x", ["/tmp/a"]), ("f() { cat ~/x; }; f", ["~/x"]),
    ("for l in /tmp/a /run/b; do ls $l; done", ["/tmp/a", "/run/b"]),
    ("cat \"${DIR:-/tmp}/x\"", ["/tmp"]), ("ls $TMPDIR/x", ["/tmp/x"]), ("ls ${HOME%/}/y", ["~/y"]),
    ("[[ $a =~ ^x ]]", []), ("ls ~root/x", []), ("cat /tmpfs/x", ["/tmpfs/x"]),
    ("D=$(mktemp -d)", ["/tmp/mktemp"]),
  ])
  func namesThePathsOfACommand(command: String, expected: [String]) {
    #expect(lookedAt(command).paths == expected)
  }

  @Test(arguments: [
    ("ps aux | grep -c nginx", [Sight.processes]), ("! pgrep -x postgres", [.processes]),
    ("lsof -i :8080", [.processes]), ("kill -0 12", [.processes]), ("kill 12", []),
    ("env | sort", [.environment]), ("env A=1 ls", []), ("export -p", [.environment]),
    ("export A=1", []), ("set", [.environment]), ("set -e", []), ("declare -x A=1", []),
    ("printenv HOME", [.environment]), ("who", [.sessions]), ("mount", [.mounts]),
    ("mount /dev/sda1 /mnt", []), ("hostname", [.hostname]), ("hostname -I", []),
    ("uname -r", []), ("uname -a", [.hostname]), ("gpg --list-keys", [.home]),
    ("git config --global user.name", [.home]), ("git config --local user.name", []),
    ("kubectl config current-context", [.home]), ("kubectl get pods", []),
    ("ssh host ps aux", []), ("docker exec web ps", []), ("x=$(ps)", [.processes]),
    ("echo $HOSTNAME", [.hostname]), ("HOSTNAME=a; echo $HOSTNAME", []), ("ss -ltn", []),
    ("ss -ltnp", [.processes]), ("tmux has-session -t a", [.processes]), ("ulimit -n", [.limits]),
    ("npm config get registry", [.home]), ("helm repo add a b", [.home]),
  ])
  func namesThePartsOfTheMachineThatItShows(command: String, expected: [Sight]) {
    #expect(lookedAt(command).sights == Set(expected))
  }

  @Test(arguments: [
    ("cd /srv", "/srv"), ("cd", "~"), ("cd ~/app && ls", "~/app"), ("cd app", "app"),
    ("cd ..", ".."), ("ls", nil),
    ("pushd \"$HOME\"", "~"),
  ])
  func namesTheFolderItChangesTo(command: String, expected: String?) {
    #expect(lookedAt(command).entered == expected)
  }

  @Test(arguments: [
    ("find / -name x", true), ("grep -r x /etc", true), ("grep x /etc/hosts", false),
    ("ls -R /", true), ("ls /", false),
  ])
  func saysWhetherItGoesThroughWholeFolders(command: String, expected: Bool) {
    #expect(lookedAt(command).descends == expected)
  }
}

extension LookedAtTests {
  @Test(arguments: [
    ("ls ../x", 1), ("find ../.. -name a", 2), ("cd .. && pwd", 1), ("ls x/../y", 0), ("ls ..x", 0),
  ])
  func countsTheFoldersItClimbs(command: String, expected: Int) {
    #expect(CommandReader(rules: .standard).read(command).lookedAt.climbs == expected)
  }

  @Test(arguments: [
    ("LOCK=/tmp/a", ["LOCK": "/tmp/a"]), ("export B=\"~/x\"", ["B": "~/x"]),
    ("D=$(mktemp -d)", ["D": "/tmp/mktemp"]), ("B=\"${C:-/tmp}/x\"", ["B": "/tmp"]),
    ("cat /tmp/x", [:]),
  ])
  func keepsThePathsOfVariables(command: String, expected: [String: String]) {
    #expect(CommandReader(rules: .standard).read(command).lookedAt.assigned == expected)
  }

  @Test(arguments: [
    ("df -h /", true), ("cat log", true), ("curl -s http://a", true), ("curl -sf http://a", false),
    ("psql -c 'select 1'", true), ("grep error log", true), ("grep -q ok log", false),
    ("! grep error log", false), ("[ -f a ]", false), ("[[ -f a ]]", false), ("make test", false),
    ("kubectl rollout status deploy/a", false), ("kubectl get pods", true), ("./check.sh", false),
    ("tail -n 20 log | grep -iE 'error|fatal'", true), ("touch a", false),
    ("cat log | grep -q ok || exit 1", false),
  ])
  func saysWhatOnlyShows(command: String, expected: Bool) {
    #expect(CommandReader(rules: .standard).read(command).onlyShows == expected)
  }

  @Test(arguments: [
    ("make -n", true), ("make test", false), ("kubectl apply --dry-run=client -f a", true),
    ("./deploy.sh --dry-run", true), ("pytest --collect-only", true), ("pytest", false),
    ("npm run test --if-present", true), ("find . -name a -exec test -s {} \\;", true),
    ("ctest -N", true), ("ctest", false), ("go test -run='^$' ./...", true),
    ("go test ./...", false),
    ("go test -short ./...", true), ("mvn verify -DskipTests", true), ("mvn verify", false),
    ("mvn -Dmaven.test.skip=true package", true), ("./gradlew build -x test", true),
    ("./gradlew build", false), ("gradle build -x lint", false), ("dotnet test --list-tests", true),
    ("npx playwright test --list", true), ("npx playwright test", false),
    ("jest --listTests", true),
    ("npx jest --onlyChanged", true), ("pytest --lf", true), ("tox -l", true), ("tox", false),
    ("pre-commit run", true), ("pre-commit run --all-files", false), ("bash -n deploy.sh", true),
    ("bash deploy.sh", false), ("node --check a.js", true), ("python3 -m py_compile a.py", true),
    ("python3 -m pytest", false), ("gh workflow run ci.yml", true), ("k6 run load.js", true),
    ("hey -n 100 http://a", true), ("pgbench -c 5 app", true), ("nmap -p 443 a", true),
    ("trivy image app", true), ("trivy image --exit-code 1 app", false),
    ("trivy image --severity HIGH app", true), ("semgrep --config auto", true),
    ("semgrep --config auto --error", false), ("grype app --fail-on high", false),
    ("sonar-scanner", true), ("git push --dry-run", true), ("git push", false),
  ])
  func saysWhatOnlyTriesSomethingOut(command: String, expected: Bool) {
    #expect((CommandReader(rules: .standard).read(command).tries != nil) == expected)
  }
}
