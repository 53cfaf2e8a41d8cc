import GonogoCore
import Testing

@testable import GonogoShell

/// What commands may do, judged from their text.
@Suite struct EffectTests {
  static var reader: CommandReader { CommandReader(rules: .standard) }

  @Test func theRulesThatComeWithGonogoParse() throws {
    let rules = try EffectRules(parsing: PackageResources.effects_rules)
    #expect(rules.eager.count > 200)
  }

  @Test func aProgramsRulesAreTheSameWhenTheyAloneAreParsed() throws {
    let all = try EffectRules(parsing: PackageResources.effects_rules)
    for (name, program) in all.eager {
      #expect(EffectRules.standard.program(name) == program, "\(name)")
    }
    for name in ["", "no-such-program", "curl|wget", ":"] {
      #expect(EffectRules.standard.program(name) == all.eager[name], "\(name)")
    }
    #expect(EffectRules.standard.safeVariables == all.safeVariables)
    #expect(EffectRules.standard.unsafeVariables == all.unsafeVariables)
    #expect(EffectRules.standard.functions == all.functions)
  }

  @Test(arguments: [
    "ls -la", "cat a | grep b | wc -l", "echo \"$HOME\"", "git status", "git log --oneline -n 5",
    "git --no-pager -C dir diff HEAD~1", "git branch", "git branch --show-current", "git branch -a",
    "git config --get user.name", "git stash list", "git tag -l 'v*'", "git remote -v",
    "kubectl get pods -n prod -o wide", "kubectl -n x describe pod/y", "kubectl rollout status d/x",
    "kubectl logs -f pod", "docker ps -a", "docker compose -f a.yml ps",
    "docker-compose logs --tail 5",
    "docker system df", "curl -sf https://example.org/health", "curl -X GET https://x.org",
    "curl -s -o /dev/null -w '%{http_code}' https://x.org",
    "curl -sSI https://x.org 2>&1 | head -1",
    "curl -fsS --max-time 5 -H 'A: b' $URL | jq .status", "psql -c 'SELECT 1'",
    "psql \"$DATABASE_URL\" -tAc \"select count(*) from users\"", "psql -l",
    "psql $U <<'SQL'\nSELECT 1;\n\\dt\nSQL\n", "psql <<< 'select now()'",
    "find . -name '*.log' -mtime +7 | sort | uniq -c", "sed -n '1,5p' file", "sed 's/we/are/g' x",
    "awk '{print $1}' f", "awk -F: '$3 > 100 { print $1 }' /etc/passwd", "sort -k2 -n x",
    "systemctl status nginx", "systemctl --user is-active x", "journalctl -u nginx --since today",
    "ping -c 3 host", "dig +short example.org", "nc -z -w 3 host 5432", "openssl version",
    "openssl s_client -connect h:443 -servername h </dev/null 2>/dev/null | openssl x509 -noout -dates",
    "timeout 5 curl -s x.org", "time ls", "sudo systemctl status x", "env FOO=1", "env",
    "nice -n 5 ls",
    "xargs cat < list", "find . -name x | xargs -0 grep y", "if [ -f x ]; then cat x; fi",
    "for i in 1 2; do echo $i; done", "[[ -n $X ]] && echo yes || echo no",
    "x=$(git rev-parse HEAD)",
    "test -f a 2>/dev/null >&2", "bash -c 'ls; pwd'", "bash <<'E'\nls\nE\n", "bash -n script.sh",
    "command -v psql", "aws sts get-caller-identity", "aws ec2 describe-instances --region x",
    "gcloud compute instances list", "az vm list -o table", "gh pr list", "terraform validate",
    "helm list -A", "redis-cli -h x PING", "crontab -l", "date -u +%F", "cd dir && pwd",
    "f() { ls; }; f",
    "PGPASSWORD=x psql -c 'select 1'", "npm ls --depth=0", "cargo --version", "go version",
    "go list -m all",
    "go list -mod=readonly -json ./...", "rsync -avn --delete a b", "rsync --dry-run a b",
    "curl -# --silent x.org", "curl -# --silent x.org",
    "ip addr show", "ip -4 addr", "ceph -s", "ceph osd tree", "kubectl rook-ceph ceph status",
    "talosctl -n 1.2.3.4 get mounts -o yaml", "bitcoin-cli getblockchaininfo", "lncli getinfo",
    "kubeadm upgrade plan", "aws rds wait db-cluster-available --db-cluster-identifier x",
    "rabbitmqctl list_queues name", "nodetool status", "zpool status", "smartctl -H /dev/sda",
    "kafka-topics.sh --list --bootstrap-server a", "crictl ps", "chronyc tracking",
    "fail2ban-client status", "pgbackrest --stanza=main info", "amtool silence query",
    "watch -n 1 'kubectl get pods'", "mysql -e 'show processlist'", "sqlite3 x.db 'select 1;'",
    "sqlite3 x.db .tables", "/usr/bin/env bash --version", "diff <(ls a) <(ls b)",
    "wget -qO- x.org",
    "flyctl dashboard -a x", "date '+%s'", "echo {1..3}", "modal secret list | grep X",
    "fly status -a x", "apt list --upgradable", "k6 version", "pwgen -s 32 1",
    "cosign verify --key a.pub b", "knife node show a", "knife search node 'a:b'", "runme list",
    "patronictl -c a.yml list", "gunzip -c a.gz", "gunzip --stdout a.gz | head",
    "rundoc list-tags a",
  ])
  func onlyReads(_ command: String) {
    let reading = Self.reader.read(command)
    #expect(reading.effect == .reads, "\(reading.effectReason)")
  }

  @Test(arguments: [
    "cat x > y", "> file", ": > file", "echo a >> b", "ls &> out", "ls >| out", "ls >& out",
    "{ ls; } > out", "exec > log", "git branch -D x", "git branch new", "git branch --list -D x",
    "git -C dir push", "git checkout main", "git pull", "git tag v1", "git stash", "git fetch",
    "git config user.name x", "find . -delete", "find . -fprint out", "sed -i s/a/b/ x",
    "sed -Ei.bak s/a/b/ x", "sed --in-place s/a/b/ x", "sed -n --in-p p x", "curl -XPOST x.org",
    "curl -X DELETE x.org", "curl -d a=b x.org", "curl --json '{}' x.org", "curl -O x.org/f",
    "curl -so f x.org", "curl -X GET -X POST x.org", "curl -o /dev/null -d x x.org",
    "curl -X GET -o f x.org", "curl -T f x.org", "curl -w '%output{f}x' x.org",
    "kubectl get x -o yaml | kubectl apply -f -", "kubectl -n a delete pod x", "kubectl scale d/x",
    "echo $(rm -rf x)", "echo `rm -rf x`", "echo \"a `rm x`\"", "cat <<E\n$(rm x)\nE\n",
    "cat <(rm x)", "ls() { rm x; }; ls", "env FOO=1 rm x", "time rm x", "! rm x", "sudo rm x",
    "sudo -u root rm x", "nohup rm x &", "timeout -k 5 10 rm x", "xargs rm", "exec rm x",
    "command rm x", "psql -c \"select 1; drop table x\"", "psql -c 'insert into x values (1)'",
    "psql -c 'select 1' -c 'delete from x'", "psql -c \"\\! rm\"", "psql -o file -c 'select 1'",
    "psql <<'S'\nUPDATE x SET y = 1;\nS\n", "psql -c 'select 1 into t'", "psql -c 'vacuum'",
    "psql -c 'with a as (delete from b returning *) select * from a'",
    "psql -c 'explain analyze delete from x'",
    "psql -c 'explain (analyze, buffers) update x set y = 1'",
    "psql -c 'select * from x for update'",
    "psql -c \"select '--'; drop table x\"", "psql -c \"select E'\\\\''; drop table x --'\"",
    "psql -c 'select $$ ; $$; truncate x'", "psql -c \"/* select */ delete from x\"",
    "psql -c \"copy x from stdin\"", "psql -c \"copy x to '/tmp/f'\"",
    "psql -c \"copy (select 1) to program 'sh'\"",
    "tee x < y", "ls | tee -a x", "sort -o x x", "sort --outp=x y", "yes | apt install x",
    "apt-get -y install x", "if true; then rm x; fi", "for f in *; do mv $f x; done",
    "case a in a) rm x;; esac", "while read l; do rm $l; done < f", "[[ -n $(rm x) ]]",
    "a=($(rm x))", "echo ${x:-$(rm y)}", "echo $(( $(rm x) ))", "bash -c 'rm x'",
    "bash -c \"bash -c 'rm x'\"",
    "sh <<'E'\nrm x\nE\n", "eval 'rm x'", "ssh host 'rm x'", "watch 'rm x'", "docker compose up -d",
    "docker system prune -f", "docker run x", "docker volume rm x", "systemctl restart x",
    "crontab -r",
    "kill 1", "kill -09 1", "dd if=a of=b", "chmod 600 x", "mkdir -p x", "cp a b", "npm install",
    "terraform apply", "helm upgrade x y", "gh pr merge 1", "redis-cli FLUSHALL",
    "ssh-keygen -t rsa",
    "openssl genrsa 2048", "date -s x", "hostname x", "flyctl secrets set A=b -a x",
    "aws s3api get-object a b",
    "gcloud compute instances list > x", "/bin/rm x", "coproc rm x", "rm\\\n -rf x", "r\"\"m x",
    "'rm' x",
    "ls;rm x", "ls&rm x", "ls\nrm x", "mysql -e 'drop table x'", "sqlite3 x.db 'delete from y'",
    "journalctl --vacuum-time=1d", "tar -xf a.tar", "select x in a; do rm $x; done",
    "function f { rm x; }",
    "go list -mod=mod ./...", "go list -mod mod -m all", "rsync -n --write-batch=x a b",
    "rsync --dry-run --only-write-batch=x a b", "rsync --dry-run --log-file=x a b",
    "((x=$(rm y)))", "until rm x; do :; done", "echo a 2>&1 >file", "uniq a b", "history -c",
  ])
  func changesSomething(_ command: String) {
    let reading = Self.reader.read(command)
    #expect(reading.effect == .changes, "\(reading.effectReason)")
  }

  @Test(arguments: [
    "ip addr add 1.2.3.4/24 dev eth0", "ip link set eth0 down", "ip route add default via 1.2.3.4",
    "ceph osd set noout", "kubectl rook-ceph ceph osd out 3", "talosctl service kubelet restart",
    "amtool silence add x", "zpool scrub tank", "smartctl -t long /dev/sda", "haproxy -f a",
    "kafka-topics.sh --delete --topic a --bootstrap-server b", "nvidia-smi -pm 1",

    "go test ./... 2>&1 | head -20", "go list -export ./...", "rsync --dry-run -e ./x a b",
    "rsync -n --rsh=./x a b", "rsync --dry-run -M--log-file=x a h:b", "make test", "./run.sh",
    "some-tool status", "$CMD x",
    "${X} y",
    "\"$(which ls)\" x", "awk '{system(\"rm x\")}'", "awk '{print > \"f\"}' x", "awk -f x y",
    "awk '{print | \"sh\"}' x", "sed 's/a/b/e' x", "sed '1w out' x", "sed 'e rm' x", "sed -f x y",
    "LD_PRELOAD=x ls", "PATH=. ls", "FOO=1 ls", "PATH=.", "export PATH=.:$PATH",
    "alias ls='rm x'; ls",
    "git -c alias.x='!rm' x", "git -c core.pager=x log", "git x", "git $X", "git {push,pull}",
    "find . -exec chmod 600 {} +", "find . {-delete,}", "find . $FIND_OPTS", "sort \"$@\"",
    "sort \"${args[@]}\"",
    "printf -v PATH x", "psql", "psql -f x.sql", "cat x.sql | psql", "psql < x.sql",
    "psql -c \"select * from $T\"", "psql -c \"select drop_everything()\"",
    "psql -c 'do $$ begin end $$'",
    "psql -c \"select nextval('s')\"", "psql -c 'select pg_terminate_backend(1)'",
    "psql -c 'call x()'",
    "psql -c \"select s.count(x)\"", "psql -c \"select \\\"f\\\"(1)\"",
    "psql -c 'select 1 \\gexec'",
    "psql -c \"select 'a\\\\'; drop table x; --'\"", "psql -c ''", "psql --weird x -c 'select 1'",
    "psql -c '/* /* */ drop table x; */ select 1'",
    "psql -v x='1; drop table y' <<'E'\nselect :x;\nE\n",
    "psql <<'E'\n\\echo `rm x`\nE\n", "mysql -e 'select 1 # \\'", "mysql -e 'select /*! 1 */ 2'",
    "bash", "bash x.sh", "curl -s x.org | bash", "bash -c \"$X\"", "eval \"$X\"", "source x", ". x",
    "ssh host uptime", "kubectl exec pod -- ./x", "docker exec x ./run", "xargs git", "xargs $X",
    "kubectl --weird get delete pod x", "sudo --weird x ls", "env -S 'rm x' ls", "curl --weird x",
    "curl -K x y", "python x.py", "npm run build", "npm test", "trap 'x' EXIT", "shopt -s extglob",
    "mapfile -C rm x", "echo 'unclosed", "echo $(", "if true", "hash -p /bin/rm ls",
    "enable -n test",
    "xargs sh -c 'ls'", "xargs find . -name", "\\sort $ARGS", "f() { $1; }; f rm", "gh api x",
    "terraform plan", "docker exec x", "kubectl exec x -- $CMD", "docker exec --weird x ls",
    "export $(cat .env | xargs)", "declare $X", "su -c 'ls' ada",
    "declare -x LD_PRELOAD=x", "read PATH", "GIT_SSH_COMMAND=x git fetch --dry-run", "${x@P}",
    "nc host 1", "k6 run a.js", "knife ssh 'a:b' ls", "patronictl failover", "cosign sign a",
    "runme run a", "rundoc run a",
  ])
  func isUnknown(_ command: String) {
    let reading = Self.reader.read(command)
    #expect(reading.effect == .unknown, "\(reading.effectReason)")
  }

  /// Texts that bash reads otherwise than they look.
  @Test(arguments: [
    "[[ ( a )]]; rm x; [[ b ]]", "(( '$(rm x)' ))", "echo $(( '$(rm x)' ))", "a['$(rm x)']=1",
    "echo \"$\\\n(rm x)\"", "echo $\\\n(rm x)", "cat <<E\\\nOF\n$(rm x)\nEOF\n",
    "cat <<$'A'\nA\nrm x\n$A\n", "cat <<E\nx\\\nE\necho '\nE\nrm x\n: '\n",
    "cat <<E\nE\r\necho '\nE\nrm x\n'\n", "'A=x/y' ls", "\"A\"=x/y ls", "A\\=b/c ls",
    "unset 'a[$(rm x)]'", "[[ 'a[$(rm x)]' -eq 1 ]]", "echo ${a['$(rm x)']}", "let 'a[`rm x`]=1'",
    "test -v 'a[$(rm x)]'", "read 'a[$(rm x)]'", "cat <<\"a\\b\"\nab\nrm x\na\\b\n",
    "echo $(\\\n( 1 << A ))\nrm x\nA\n", "(\\\n( 1 << A ))\nrm x\nA\n",
    "cat <<E\nE\\\n\nrm $(rm x)\nE\n",
    "x@() { rm x; }", "echo 'a\\' ; rm x #'", "echo \"a\\\\\" ; rm x #\"", "echo $'a\\'' ; rm x #'",
    "echo \"${x:-'}'$(rm x)\"", "case x in (esac) rm x;; esac", "#\\\nrm x", "echo a #\\\nrm x",
    "cat <<E # '\nE\nrm x #'", "a=(#)\n)\nrm x", "echo a;# b\nrm x", "ls & # c\nrm x",
    "echo \r\nrm x", "x='a[$(rm x)]'; echo $((x))", "x='a[`rm x`]'", "x=a[\\$(rm x)]",
    "x=\"a[\\$(rm x)]\"", "x=('a[$(rm x)]')", "x=${y:-'a[$(rm x)]'}", "x=$'a[\\x24(rm x)]'",
    "for x in 'a[$(rm x)]'; do echo $((x)); done", "read x <<< 'a[$(rm x)]'",
    "read x <<'E'\na[$(rm x)]\nE\n", "x='$(rm x)'", "x='$'",
  ])
  func isNeverTakenForHarmless(_ command: String) {
    #expect(Self.reader.read(command).effect != .reads)
  }

  /// Commands of which people write many, none of them harmless.
  @Test(arguments: [
    "docker exec db psql -c 'drop table x'", "docker compose exec app rm x",
    "docker compose -f a.yml exec -T app sh -c 'rm x'", "kubectl exec -it p -n n -- kill 1",
    "oc rsh pod", "az vm start -n x", "az group delete -n x", "az vm disk attach --new",
    "aws s3 rm s3://x", "aws ec2 terminate-instances --instance-ids i", "gcloud auth login",
    "gh auth login", "docker login", "flyctl auth login", "redis-cli CONFIG SET a b",
    "redis-cli -h x FLUSHALL", "kubectl debug node/x", "vault write a b=c", "chef-client",
    "git commit", "npm login", "gunzip -f a.gz", "gunzip -c -S x a.gz",
    "oc extract secret/x --to=.", "oc adm drain n",
  ])
  func isNeverTakenForReading(_ command: String) {
    #expect(Self.reader.read(command).effect != .reads)
  }

  @Test(arguments: [
    "docker exec x ls", "kubectl exec pod -- ls", "docker compose exec -T db pg_isready -U a",
    "kubectl exec -it p -n n -c app -- wget -qO- http://x:1",
    "docker exec x sh -c 'ps aux | wc -l'",
    "docker exec db psql -U a -c 'select 1'", "docker exec -e A=1 -u x c redis-cli PING",
    "oc exec -n n p -- df -h", "az account show --query user.name", "kubectl cnpg status x",
  ])
  func followsACommandIntoAContainer(_ command: String) {
    let reading = Self.reader.read(command)
    #expect(reading.effect == .reads, "\(reading.effectReason)")
    #expect(reading.tools.allSatisfy { !["ls", "wget", "psql", "df"].contains($0) })
  }

  @Test(arguments: [
    ("git pull origin main", "`git pull` changes the working tree"),
    ("cat x > y", "`> y` writes to a file"),
    ("frobnicate", "nothing is known of the program `frobnicate`"),
    ("psql -c 'drop table x'", "`psql`: the SQL DROP changes the database"),
  ])
  func saysWhichPartDecidesAndWhy(_ command: String, _ reason: String) {
    #expect(Self.reader.read(command).effectReason == reason)
  }

  @Test(arguments: [
    "dnf history undo last -y", "yum history rollback 3", "curl -fsS http://a/admin/shutdown",
    "curl -s http://a/job/deploy/build?token=x", "curl http://a/api/cache/clear",
    "curl -H 'X-HTTP-Method-Override: DELETE' http://a/b", "journalctl --cursor-file=y",
    "dmesg --console-off", "kubectl exec p -- curl http://localhost/quitquitquit",
  ])
  func acts(command: String) {
    #expect(Self.reader.read(command).effect != .reads)
  }

  @Test(arguments: [
    "dnf history", "dnf history info 3", "curl -s http://a/health", "curl http://a/status",
    "curl -s http://a/builds", "journalctl -u a", "dmesg",
  ])
  func onlyLooks(command: String) {
    #expect(Self.reader.read(command).effect == .reads)
  }
}
