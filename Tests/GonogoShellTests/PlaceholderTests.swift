import Testing

@testable import GonogoShell

/// What a block leaves to its reader to put in.
@Suite struct PlaceholderTests {
  private func found(_ script: String) -> [Placeholder] {
    PlaceholderFinder.placeholders(inShell: Array(script.utf8))
  }

  @Test(arguments: [
    ("kubectl get <pod>", "pod"), ("ssh <HOST_1> ls", "HOST_1"), ("echo <your name>", "your name"),
    ("echo \"<your-name>\"", "your-name"),
    (
      "a=\"<e.g. arn:of:a:database:in:some:region:210000000000:snapshot:with-a-long-name-2022-07-05-01-09>\"",
      "e.g. arn:of:a:database:in:some:region:210000000000:snapshot:with-a-long-name-2022-07-05-01-09"
    ), ("echo '<x>'", "x"), ("a <b> c d", "b"),
    ("git show v<version>", "version"), ("cat <<E\n<x>\nE", "x"), ("echo <项目>", "项目"),
    ("echo <what you're at>", "what you're at"), ("export A=YOUR_TOKEN", "YOUR_TOKEN"),
    ("cd your-project", "your-project"), ("ping yourdomain.org", "yourdomain"),
    ("echo {{cluster}}", "cluster"), ("echo {{ cluster }}", "cluster"), ("ls {folder}", "folder"),
    ("A=REPLACE_ME", "REPLACE_ME"), ("curl -u admin:changeme x", "changeme"),
    ("A=api_key_here", "api_key_here"), ("cd /path/to/repo", "/path/to/repo"),
    ("ls /ruta/a/algo", "/ruta/a/algo"), ("ls /pfad/zur/datei", "/pfad/zur/datei"),
    ("ls /chemin/vers/x", "/chemin/vers/x"), ("A=tu_token_aqui", "tu_token_aqui"),
    ("echo \"$(ls <dir>)\"", "dir"),
    ("docker logs cdb_<service> --tail 5", "service"),
  ])
  func knowsWhatIsToBePutIn(script: String, name: String) throws {
    let placeholder = try #require(found(script).first)
    #expect(placeholder.name == name)
    #expect(placeholder.isCertain)
    #expect(found(script).count == 1)
  }

  @Test(arguments: [
    "echo ...", "A=sk-...", "echo …", "curl -d '{...}' x", "A=\"...\"", "A=xxx", "A=sk-XXXX-XXXX",
    "git checkout vX.Y", "npm i a@X.Y.Z", "ls [folder]", "psql -h [rds-hostname]",
    "curl https://api.example.com/x", "curl \"https://x.org/{id}\"", "echo <...>", "echo <1-5>",
    "psql postgres://app:new_secure_password@db/app",
    "curl https://APP_NAME.fly.dev/x", "curl http://h/users/:id", "git show COMMIT_SHA",
    "git log v1.x.x", "git diff v2.x", "ls dump_YYYYMMDD.sql", "gzip -t a/backup_TIMESTAMP.sql.gz",
    "docker logs CONTAINER_ID",
    "docker logs container_name", "kubectl get po pod-name", "ls ~/«folder»", "ls ＜フォルダ＞",
    "curl http://服务器地址/x", "ls MI_CARPETA", "aws x --id=INSTANCE_ID",
    "curl -sS API_BASE/health", "curl -s \"BASE_URL/health\"", "curl http://HOST/x",
    "ping HOSTNAME",
    "wget -q SERVER_URL/a", "psql -h DB_HOST -c 'select 1'", "psql --host=DB_HOST",
    "ssh ada@SERVER",
    "nc -zv REDIS_HOST 6379", "dig +short DOMAIN", "scp a.txt SERVER:/tmp", "wscat -c WS_BASE",
    "sudo curl HOST:8080/x", "ls | curl -s API/x", "redis-cli -h CACHE_HOST ping",
    "A=1 curl -s \\\n  API_URL/x", "openssl x && nslookup DOMAIN",
    "date=YYYY-MM-DD", "curl https://x.org/path/to/a.pdf", "A=____",
    "curl -H 'If-None-Match: \"a1b2\"' http://h/x", "curl -H \"If-Match: a1b2\" http://h/x",
    "kubectl get pods -n NAMESPACE", "kubectl describe po POD-NAME", "kubectl get pod NAME",
    "kubectl exec svc/SOURCE-CLUSTER-rw -- psql -c 'select 1'", "docker stop ID",
    "helm status RELEASE -n shop", "rados df --pool BUCKET", "kubectl -n NS get po",
    "aws rds describe-db-instances --db DATABASE",
  ])
  func isNotSureHowToPutSomethingIn(script: String) throws {
    let placeholder = try #require(found(script).first)
    #expect(!placeholder.isCertain)
  }

  @Test(arguments: [
    "cat <file >out", "cat < file > out", "cat <<EOF>x\nEOF", "[[ a < b ]]", "echo '< x >'",
    "[ -f x ] && true", "diff <(a) <(b)", "ls [a-z]*", "ls [abc]?",
    "echo ${x} $YOUR_X ${YOUR_X:-1}",
    "echo {a,b} {1..5}", "git show stash@{1} HEAD^{tree} @{u}", "find . -exec ls {} \\;",
    "awk '{print $1}' f", "awk '{print}' f", "jq '{name, age}' f",
    "docker ps --format '{{.Names}}'",
    "docker ps --format '{{json}}'", "curl -w '%{http_code}' x", "go test ./... pkg/...",
    "git log main...feature", "echo \"Waiting...\"", "mktemp /tmp/a.XXXXXX", "grep -r XXXX src",
    "cat <<E\n<p>a</p>\nE", "echo '<h1>x'", "git commit -m 'x <ada@x.org>'", "# <x> ... xxx",
    "ls # <x>", "YOUR_X=1", "grep -P '(?<name>a)' f", "pip install 'a[extra]' b[extra]",
    "git commit -m '[hotfix] x'", "echo a[0]", "f() { ls; }", "echo yourself", "sort <in | uniq",
    "psql postgres://postgres:postgres@localhost/db", "ssh secret@host", "scp a:secret@x b",
    "curl -H \"If-Match: $TAG\" http://h/x", "curl -H 'Accept: text' http://h/x",
    "kubectl get po -o NAME", "docker kill -s KEY web", "echo NAMESPACE", "ls NAME",
    "kubectl get po -l app=WEB", "export NAMESPACE", "kubectl get HTTPRoute", "ls MY-NOTES-v2",
    "printenv NODE_NAME", "export USER_ID", "docker run -e HOST_NAME x", "USER_ID=1 a",
    "grep HOST_NAME a", "psql -c 'select user_id from t'", "echo POD_NAME", "npm i a@18.x",
    "git checkout 7.x", "for FILE_NAME in a; do b; done", "ls app-name-1", "kubectl get po web-1",
    "grep FATAL_ERROR log", "curl -X POST http://h/x", "curl -sX PURGE http://h/", "dig MX a.org",
    "dig a.org CNAME", "http GET http://h/x", "curl -s http://h/x | grep ERROR", "curl $BASE/x",
    "curl -s \"${BASE_URL}/health\"", "scp README h:/x", "curl -o OUT http://h/x", "ls DOCS",
    "curl -s http://h/x; cat NOTES", "redis-cli -h cache INFO", "psql -h db -c 'SELECT 1'",
    "git push origin :old", "[ -n HOST_NAME ]", "ls USER_IDS", "cat NOTES_FILES.md",
    "git config user.email ada@example.com", "kubectl get po -o jsonpath='{.items}{end}'",
  ])
  func takesNothingElseForOne(script: String) { #expect(found(script) == [], "\(found(script))") }

  @Test func findsThePortBehindAHost() {
    #expect(found("curl http://HOST:PORT/x").map(\.name) == ["HOST", "PORT"])
  }

  @Test func tellsWhatIsAroundAPlaceholder() {
    let places = found("a <b> \"<c>\" '<d>'\ncat <<E\n<e>\nE\ncat <<'E'\n<f>\nE\n").map(\.place)
    #expect(places == [.bare, .double, .single, .heredoc, .literal])
  }

  @Test func readsSQL() {
    func names(_ text: String) -> [String] {
      PlaceholderFinder.placeholders(inSQL: Array(text.utf8)).map(\.name)
    }
    #expect(names("select * from <table> where a = 'YOUR_ID'") == ["table", "YOUR_ID"])
    #expect(names("select a<b and c>d, a <b and c> d -- <x>") == [])
  }

  @Test func takesTimeInStepWithItsInput() {
    for piece in [
      "<", "<a", "{", "[a", "${", "'", "\"", "$(", "your-", "x", ".", "<<E\n", "HOST ", "curl HOST",
      " ?", "=#{", "=&a", "=[a", "='ID", "='ID'", "=$1", "=:a", " %s", "='%s'",
    ] {
      let bytes = Array(String(repeating: piece, count: 40_000).utf8)
      _ = PlaceholderFinder.placeholders(inShell: bytes)
      _ = PlaceholderFinder.placeholders(inSQL: bytes)
    }
  }

  @Test(arguments: [
    "select * from table_name;", "\\d+ table_name", "select 1 from a where t = 'table_name'",
    "select * from a where id = '...'", "UPDATE schema_name SET a = 1",
    "select * from a where id = ?", "select * from a limit ?;", "select * from a where b in (?)",
    "select * from a where id = $1", "select * from a where id = :user_id",
    "select * from a where id > :id and b", "select * from a where b = %s",
    "select * from a where b = %(name)s", "select * from a where b = '%s'",
    "select * from a where id = @id", "select * from a where id = '$1'",
    "select a from t where b = '?'",
    "select * from a where id = '{id}'", "select * from a where id = :1",
    "select a from t where b = $ID",
    "select * from a where b like '%' || ? || '%'", "select * from a where id = 'PLACEHOLDER'",
    "select * from a where id = 'REPLACE'", "select * from a where id = 'ID'",
    "select * from a where mail = 'user@example.com'", "select * from a where id = 'uuid-of-user'",
    "select * from a where day >= '2024-XX-XX'", "select * from a where id = #{id}",
    "select * from a where id = [id]", "select * from a where id = &id",
    "select * from a where id = 'USER_ID'", "select * from a where tenant = 'TENANT_ID'",
  ])
  func findsNamesToBePutIntoAStatement(text: String) {
    #expect(PlaceholderFinder.placeholders(inSQL: Array(text.utf8)).count == 1)
  }

  @Test(arguments: [
    "select table_name from information_schema.tables", "select 'a ... b'",
    "select * from t where table_name = 'orders'", "select * from orders",
    "select 1 /* $1 ? */", "select $$a ? b :id$$", "select to_timestamp('1', 'YYYY-MM-DD HH24')",
    "select data ? 'key' from a", "select a::int, b[1:n] from t",
    "select a from t where a like '%s'",
    "select * from t where column_name = 'USER_ID'", "select * from t where state = 'NO_NAME'",
    "prepare p as select $1", "\\set id 4\nselect * from t where id = :id", "select 10 % s from t",
    "select a from t where env_key = 'NODE_ENV'", "select a[1] from t where b = ARRAY[1, 2]",
    "select a & b from t where a = 1 & 3", "select j #> '{a,b}' from t", "select 'your order'",
    "select a from t where state = 'ACTIVE' and b = 'EXAMPLE'", "insert into t values ('ID')",
    "select '{\"a\": 1, \"b\":c}'::jsonb", "select now()::time = '10:30'", "select 'really?'",
  ])
  func leavesColumnsOfACatalogue(text: String) {
    #expect(PlaceholderFinder.placeholders(inSQL: Array(text.utf8)).isEmpty)
  }
}
