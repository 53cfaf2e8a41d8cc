import GonogoShell
import Testing

@Suite struct LookedAtTests {
  private func lookedAt(_ command: String) -> LookedAt {
    CommandReader(rules: .standard).read(command).lookedAt
  }

  @Test(arguments: [
    ("cat /tmp/a ~/b", ["/tmp/a", "~/b"]), ("ls \"$HOME/.ssh\"", ["~/.ssh"]),
    ("ls ${HOME}", ["~"]), ("ls ${HOME:-/root}/x $HOMES/y", []),
    ("curl -d @/tmp/body --output=/tmp/out x", ["/tmp/body", "/tmp/out"]),
    ("dd if=/tmp/a of=b", ["/tmp/a"]), ("echo a > ~/log 2>&1", ["~/log"]),
    ("cat < /tmp/../etc/./hosts", ["/etc/hosts"]), ("ls /tmp/a*/b /tmp/$X", ["/tmp"]),
    ("sudo -u me cat ~/x", ["~/x"]), ("(cd /srv && ls)", ["/srv"]),
    ("[ ! -e /tmp/lock ]", ["/tmp/lock"]), ("bash -c 'cat /tmp/x'", ["/tmp/x"]),
    ("make PREFIX=/opt/x", ["/opt/x"]), ("curl http://host/tmp/x a:/tmp/y", []),
    ("ssh host cat /tmp/x", []), ("docker exec web ls /tmp", []),
    ("kubectl exec pod -- cat /tmp/x > /tmp/y", ["/tmp/y"]), ("./run.sh /tmp/x", ["/tmp/x"]),
    ("frobnicate /run/x", ["/run/x"]),
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
  ])
  func namesThePartsOfTheMachineThatItShows(command: String, expected: [Sight]) {
    #expect(lookedAt(command).sights == Set(expected))
  }

  @Test(arguments: [
    ("cd /srv", "/srv"), ("cd", "~"), ("cd ~/app && ls", "~/app"), ("cd app", nil), ("ls", nil),
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
