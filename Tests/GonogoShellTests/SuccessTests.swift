import GonogoShell
import Testing

struct SuccessTests {
  private func success(_ command: String) -> Success {
    CommandReader(rules: .standard).read(command).inner.success
  }

  @Test(arguments: [
    "make test", "make test && echo ok", "[ -f a ] && echo found", "a | b",
    "set -o pipefail; a | b",
    "X=$(make version)", "make test || exit 1", "make test || { echo bad; exit 1; }",
    "make test || (echo bad && false)", "pg_isready -h a || pg_isready -h b", "! grep -q ERROR log",
    "[[ -f a ]]", "(( n > 3 ))", "(cd app && make)", "(cd app; make)", "echo x > file",
    "if make test; then echo ok; else echo bad; exit 1; fi", "if ! make; then exit 1; fi",
    "if make; then ./a; else ./b; fi", "until curl -s a; do echo waiting; sleep 1; done",
    "while ! curl -s a; do sleep 1; done", "for x in a b; do make $x; done",
    "for x in a b; do make $x; echo done $x; done", "case $x in a) ;; *) exit 1 ;; esac",
    "bash -c 'make test'", "ssh host 'test -f a'", "sudo make", "timeout 5 make test",
    "true && make test", "ssh host './run.sh'", "ssh host 'cd app && ./run.sh'",
    "ssh host 'cd app; ./run.sh'", "bash -c 'set -e; ./run.sh; ls'", "su app -c './run.sh'",
    "while ! curl -sf a; do sleep 1; [ $n -gt 3 ] && exit 1; done",
  ])
  func provesWhatItsStatusTells(command: String) {
    #expect(success(command) == .proves)
  }

  @Test(arguments: [
    "make test || true", "make test || :", "make test || echo FAILED",
    "make test | tee log || true",
    "[ -f a ] && echo found || echo MISSING", "(false; true)", "( make test; echo done )",
    "echo $(make version)", "echo `make version`", "export X=$(make version)",
    "local x=\"$(make)\"", "X=$(make version || echo none)", "make test || ./notify.sh",
    "make test || printf 'bad\\n' >&2", "if make test; then echo ok; else echo bad; fi",
    "if make test; then echo ok; fi", "if [ -f a ]; then ./check a; fi",
    "{ make test || true; }", "for x in a b; do make $x || true; done",
    "for i in 1 2 3; do curl -s a && break; sleep 1; done", "case $x in a) make ;; esac",
    "bash -c 'make test || true'", "docker exec db sh -c 'test -f a || echo MISSING'",
    "ssh host 'test -f a || echo MISSING'", "eval 'make || true'", "make test || exit 0",
    "until curl -sf a || [ $n -ge 5 ]; do sleep 1; done",
    "while ! curl -sf a; do sleep 1; [ $n -gt 3 ] && break; done",
    "until curl -sf a; do if [ $n -gt 3 ]; then break; fi; done",
    "ssh host './run.sh; uptime'", "ssh host './run.sh | tail -1'", "bash -c './run.sh | tail -1'",
    "docker exec app bash -lc './run.sh; ls'", "su app -c './run.sh; ls'",
    "for h in a b; do ssh $h './run.sh; uptime'; done", "echo a | xargs -I{} ssh {} './run.sh; ls'",
    "bash <<'EOF'\n./run.sh\nls\nEOF", "ssh host <<EOF\n./run.sh\nEOF",
    "make test ||\n  echo FAILED", "make a && make b || echo bad",
  ])
  func seesWhereAFailureLeavesNoTrace(command: String) {
    #expect(success(command) == .hidesFailure)
  }

  @Test(arguments: [
    "echo hello", "export A=1", "A=1", "true", "printf x", "echo $(date)", "check() { make; }",
    "function check { make || true; }", "echo a; echo b", "sleep 5", "", "echo $(echo $(date))",
  ])
  func knowsWhatFindsNothingOut(command: String) {
    #expect(success(command) == .trivial)
  }
}
