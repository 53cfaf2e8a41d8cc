import GonogoCore
import Testing

@testable import GonogoShell

/// Everything but the effect that is read out of a command.
@Suite struct ReaderTests {
  private let reader = CommandReader(rules: .standard)

  @Test(.enabled(if: Fixtures.hasShared, "optional: the shared documents are not here"))
  func judgesEveryCommandOfTheSeed() throws {
    var found: [Effect: [String]] = [:]
    for block in try Fixtures.seedBlocks() {
      let bytes = Array(block.utf8)
      for statement in StatementSplitter.split(bytes) {
        let text = String(decoding: bytes[statement.range], as: UTF8.self)
        found[reader.read(text).effect, default: []].append(text)
      }
    }
    let changes = found[.changes, default: []]
    #expect(changes.count == 8)
    let expected = [
      "CREATE TABLE", "INSERT INTO", "DROP TABLE", "flyctl secrets set", "flyctl secrets unset",
      "git checkout main", "git pull", "git checkout -b",
    ]
    for (text, part) in zip(changes, expected) { #expect(text.contains(part)) }
    #expect(found[.unknown] == ["go test ./... 2>&1 | head -20"])
    #expect(found[.reads]?.count == 18)
  }

  @Test(arguments: [
    ("psql $X -c 'select 1' | grep a", ["psql", "grep"]),
    ("time psql -c x", ["psql"]),
    ("sudo -u postgres psql", ["sudo", "psql"]),
    ("env A=1 timeout 5 curl x", ["env", "timeout", "curl"]),
    ("echo a; cd b; [ -f x ] && true", []),
    ("find . | xargs -n1 jq .", ["find", "xargs", "jq"]),
    ("f() { ls; }; f; f | sort", ["ls", "sort"]),
    ("command git log; exec top", ["git", "top"]),
    ("nohup ./run.sh a &", ["nohup", "./run.sh"]),
    ("x=$(date) y=`hostname`; if grep -q a b; then wc c; fi", ["date", "hostname", "grep", "wc"]),
    ("cat <<E\n$(uname)\nE\n", ["cat", "uname"]),
    ("for i in $(seq 3); do sleep 1; done", ["seq", "sleep"]),
    ("bash -c 'whoami'", ["bash", "whoami"]),
    ("kubectl get pods || kubectl get nodes", ["kubectl"]),
    ("! diff <(sort a) b", ["diff", "sort"]),
    ("$CMD a", []),
  ])
  func namesTheProgramsNeeded(_ command: String, _ tools: [String]) {
    #expect(Set(reader.read(command).tools) == Set(tools))
    #expect(reader.read(command).tools.count == tools.count)
  }

  @Test(arguments: [
    ("echo $A \"${B}\" '$C' \\$D", ["A", "B"]),
    ("A=1; echo $A $B", ["B"]),
    ("A=$A", ["A"]),
    ("A=1 echo $A", ["A"]),
    ("export A=1; echo $A", []),
    ("read -r A B; echo $A $B $C", ["C"]),
    ("for i in $L; do echo $i; done", ["L"]),
    ("(A=1; echo $A); echo $A", ["A"]),
    ("echo x | read A; echo $A", ["A"]),
    ("x=$(A=1; echo $A); echo $x $A", ["A"]),
    ("echo $HOME $PATH $1 $# $? $@ $$ ${10} ${#} $BASH_VERSION $RANDOM $_", []),
    ("cat <<E\n$A \\$B\nE\ncat <<'E'\n$C\nE\n", ["A"]),
    ("echo ${#A} ${B[0]} ${C%x} ${!D} ${E:1:2} ${F?no}", ["A", "B", "C", "D", "E", "F"]),
    ("echo $((N + 1)) $(( M = 2, M ))", ["N"]),
    ("printf -v A x; mapfile L; echo $A $L", []),
    ("echo `echo $A` \"$(echo \"$B\")\"", ["A", "B"]),
    ("[[ $A == ${B} && -n $C ]]", ["A", "B", "C"]),
    ("psql $DATABASE_URL -c \"SELECT '$X'\"", ["DATABASE_URL", "X"]),
    ("a=($X $Y); echo ${a[@]}", ["X", "Y"]),
    ("while read -r l; do echo $l; done < $F", ["F"]),
    (": ${A:=1}; echo $A", ["A"]),
    ("if true; then A=1; fi; echo $A", []),
  ])
  func namesTheVariablesRead(_ command: String, _ names: [String]) {
    #expect(reader.read(command).reads.map(\.name) == names)
  }

  @Test func tellsWhereAVariableIsReadAndWhetherItHasADefault() {
    let reads = reader.read("echo ${A:-x} $B ${C-} ${D:?no} ${E:+y} ${F[1]:-z} ${G:=1}").reads
    #expect(reads.map(\.hasDefault) == [true, false, true, false, true, true, true])
    #expect(reads.map(\.offset) == [5, 13, 16, 22, 31, 39, 50])
    let nested = reader.read("x `echo $A` <<E\n$B\nE\n").reads
    #expect(nested.map(\.offset) == [8, 16])
  }

  @Test(arguments: [
    ("A=1 B=2", ["A", "B"]), ("A=1 ls", []), ("export A=1 B", ["A"]), ("(A=1)", []),
    ("read A B", ["A", "B"]), ("read", ["REPLY"]), ("read -p 'x' -r A", ["A"]),
    ("read -ra L", ["L"]), ("for i in a; do B=1; done", ["i", "B"]),
    ("a[1]=2; b+=(1)", ["a", "b"]),
    ("echo a | while read A; do :; done", []), ("A=1 | cat", []), ("declare -i N=1", ["N"]),
    ("{ A=1; } && B=$(C=1)", ["A", "B"]), ("mapfile -t L < f", ["L"]), ("(( x = 1 ))", ["x"]),
  ])
  func namesTheVariablesSetForLater(_ command: String, _ names: [String]) {
    #expect(reader.read(command).assigns == names)
  }

  @Test func functionsAndAliasesDefinedBeforeAreUnknown() {
    #expect(reader.read("f() { ls; }; function g { :; }").defines == ["f", "g"])
    #expect(reader.read("alias ls='rm x' ll=ls").defines == ["ls", "ll"])
    let reading = reader.read("ls | sort", defined: ["ls"])
    #expect(reading.effect == .unknown)
    #expect(reading.tools == ["sort"])
  }

  @Test(arguments: [
    ("git commit -m x", true), ("git checkout main", true), ("git fetch", true),
    ("git status", false), ("git log", false), ("ls", false), ("sudo git pull", true),
  ])
  func tellsWhatWritesBelowDotGit(_ command: String, _ writes: Bool) {
    #expect(reader.read(command).writesGit == writes)
  }

  @Test(arguments: [
    ("psql $X", true), ("mysql -u a", true), ("mongosh", true), ("redis-cli -h x", true),
    ("rails console", true),
    ("python3", true),
    ("node", true),
    ("irb", true),
    ("bin/rails c", true),
    ("bundle exec rails c", true),
    ("sqlplus a", true),
    ("python3 <<'E'\nx\nE\n", false), ("python3 x.py", false), ("psql -c 'select 1'", false),
    ("redis-cli PING", false), ("mongosh --eval 1", false), ("node x.js", false),
    ("redis-cli < f", false), ("ssh x", false), ("docker exec -it db psql -U a", true),
  ])
  func tellsWhatOpensAPromptOfAnotherLanguage(_ command: String, _ opens: Bool) {
    #expect(reader.read(command).opensPrompt == opens)
  }

  @Test(arguments: [
    ("tail -f x", true, false, false), ("tail -n 5 x", false, false, false),
    ("kubectl logs -f x", true, false, false), ("docker compose logs -f", true, false, false),
    ("watch ls", true, false, false), ("vim x", false, true, false),
    ("psql $X", false, true, false),
    ("psql -c 'select 1'", false, false, false), ("psql <<E\nselect 1\nE\n", false, false, false),
    ("less x", false, true, false), ("ssh host", false, true, true),
    ("ssh host ls", false, false, false), ("ssh host -p 22", false, true, true),
    ("ssh ada@host -p 22 -i k", false, true, true), ("ssh host -p 22 ls", false, false, false),
    ("ssh host -- ls", false, false, false), ("ssh -t host sudo -i", false, true, true),
    ("ssh -t -i k host", false, true, true), ("docker exec -it x bash", false, true, true),
    ("docker exec x ls", false, false, false), ("kubectl exec -it p -c c -- sh", false, true, true),
    ("sudo -i", false, true, true), ("su - x", false, true, true), ("bash", false, true, true),
    ("bash -c ls", false, false, false), ("sudo ls", false, false, false),
    ("crontab -e", false, true, false),
    ("ssh h <<E\nls\nE\n", false, false, false), ("journalctl -fu x", true, false, false),
    ("flyctl ssh console -a x", false, true, true),
    ("psql <<'E'\nselect 1 \\watch\nE\n", true, false, false),
    ("ping x", true, false, false), ("ping -c 3 x", false, false, false),
    ("top", true, true, false), ("top -b -n 1", false, false, false),
    ("docker stats", true, false, false), ("docker stats --no-stream", false, false, false),
    ("docker compose up", true, false, false), ("docker compose up -d", false, false, false),
    ("npm start", true, false, false), ("npm run dev", true, false, false),
    ("npm run build", false, false, false), ("flask run", true, false, false),
    ("uvicorn a:b", true, false, false), ("python3 -m http.server 80", true, false, false),
    ("python3 manage.py runserver", true, false, false), ("python3 x.py", false, false, false),
    ("kubectl port-forward a 1:1", true, false, false), ("kubectl get po -w", true, false, false),
    ("open https://x.org", false, true, false), ("read -p 'Sure? ' a", false, true, false),
    ("read a", false, true, false), ("while read a; do :; done < f", false, false, false),
    ("flyctl auth login", false, true, false), ("az login", false, true, false),
    ("git commit -m x", false, false, false), ("git commit", false, true, false),
    ("git rebase -i HEAD~2", false, true, false), ("vmstat 1", true, false, false),
    ("vmstat 1 5", false, false, false), ("su -c ls", false, false, false),
    ("sudo su -", false, true, true), ("docker compose exec a bash", false, true, true),
    ("tool env -- kubectl exec -it p -- bash", false, true, true), ("oc rsh p", false, true, true),
    ("oc debug node/a", false, true, true), ("oc debug node/a -- ls", false, false, false),
    ("gcloud compute ssh x", false, true, true), ("vagrant ssh", false, true, true),
    ("docker run -it --rm ubuntu", false, true, true), ("podman start -ai web", false, true, true),
    ("docker run --rm alpine uname", false, false, false),
    ("docker run -d --name w nginx", false, false, false),
    ("docker compose run --rm app", false, true, true),
    ("docker compose run -T app ls", false, false, false),
    ("kubectl node-shell n", false, true, true), ("mosh h", false, true, true),
    ("az ssh vm -n x", false, true, true), ("gcloud beta compute ssh x", false, true, true),
    ("aws ecs execute-command --cluster c --interactive --command sh", false, true, true),
    ("ip netns exec x bash", false, true, true), ("ip netns list", false, false, false),
    ("poetry shell", false, true, true), ("poetry install", false, false, false),
    ("tmux new -s w", false, true, true), ("tmux new -d -s w", false, false, false),
    ("script -c ls log", false, false, false), ("nc -z h 80", false, false, false),
    ("anothertool shell x", false, false, true), ("anothertool status", false, false, false),
    ("echo ls | anothertool shell x", false, false, false),
    ("sleep infinity", true, false, false), ("sleep 3", false, false, false),
  ])
  func tellsWhatDoesNotEndOrWantsAPerson(
    _ command: String, _ endless: Bool, _ interactive: Bool, _ shell: Bool
  ) {
    let reading = reader.read(command)
    #expect(reading.isEndless == endless)
    #expect(reading.isInteractive == interactive)
    #expect(reading.opensShell == shell)
  }

  @Test(arguments: [
    ("until curl -fs localhost; do sleep 5; done", true),
    ("while [ \"$state\" != done ]; do state=$(cat state); sleep 1; done", true),
    ("echo `until ls x; do sleep 1; done`", true),
    ("while read -r line; do echo $line; sleep 1; done < list", false),
    ("for n in 1 2 3; do sleep $n; done", false), ("sleep 5; while false; do ls; done", false),
    ("if true; then sleep 1; fi", false), ("while true; do date; done", true),
    ("while :; do ls || break; done", false), ("while true; do ls; exit; done", false),
  ])
  func knowsALoopThatMayWaitForEver(command: String, isEndless: Bool) {
    #expect(CommandReader(rules: .standard).read(command).isEndless == isEndless)
  }
}
