import GonogoShell
import Testing

struct ShellHazardTests {
  private func found(_ text: String) -> [String] {
    ShellHazard.all(in: text).map { hazard in
      let bytes = Array(text.utf8)[hazard.range]
      let shown = String(decoding: bytes, as: UTF8.self)
      return switch hazard.kind {
      case .secret(let what): "\(what) \(shown)"
      case .placeholder(let name): "placeholder \(name)"
      case .alwaysSucceeds(let part): "always \(part)"
      }
    }
  }

  @Test(arguments: [
    ("mysql -u app -pHunter22 shop", "password Hunter22"),
    ("PGPASSWORD=hunter22 psql -c 'select 1'", "password hunter22"),
    ("export API_TOKEN='a1b2c3'", "token a1b2c3"),
    ("tool --password=hunter22", "password hunter22"),
    ("tool --api-key \"k3y-9\"", "key k3y-9"),
    ("curl -u ada:hunter22 https://a.test", "password hunter22"),
    ("curl -uada:hunter22 https://a.test", "password hunter22"),
    ("sshpass -p hunter22 ssh ada@a.test", "password hunter22"),
    ("sudo docker login -u ada -p hunter22", "password hunter22"),
    ("psql 'postgresql://ada:hunter22@db.a.test/shop'", "password hunter22"),
    ("redis-cli -a hunter22 ping", "password hunter22"),
    ("docker run -e POSTGRES_PASSWORD=hunter22 x", "password hunter22"),
    ("kubectl create secret generic x --from-literal=password=hunter22", "password hunter22"),
    ("curl -H 'Authorization: Bearer ab12cd34' https://a.test", "token ab12cd34"),
    ("curl -H \"X-Api-Key: ab12cd34\" https://a.test", "key ab12cd34"),
    ("curl -d '{\"user\": \"ada\", \"password\": \"hunter22\"}' a.test", "password hunter22"),
    ("aws configure set aws_access_key_id AKIAABCDEFGHIJKLMNO1", "AWS key AKIAABCDEFGHIJKLMNO1"),
    ("# the token is ghp_abcdefghij0123456789", "GitHub token ghp_abcdefghij0123456789"),
    ("password=password1 run", "password password1"),
  ])
  func findsSecrets(text: String, secret: String) {
    #expect(found(text) == [secret])
  }

  @Test(arguments: [
    "mysql -u app -p shop", "PGPASSWORD=$PASS psql", "PGPASSWORD=\"${PASS}\" psql",
    "tool --password=\"$(cat file)\"", "tool --password-file /run/secret", "tool --token <token>",
    "export API_KEY=your-api-key", "export API_KEY=YOUR_API_KEY", "DB_PASSWORD=changeme run",
    "curl -u \"$USER:$PASS\" a.test", "curl -u ada a.test", "docker run -p 8080:80 x",
    "psql postgres://ada@db/shop", "psql postgres://postgres:postgres@localhost/test",
    "curl https://a.test:8080/x@y", "ssh -p 2222 ada@a.test", "mkdir -p path/to/x",
    "kubectl get secret token", "TOKEN=$(gh auth token)", "SECRET_NAME=shop-db run",
    "tool --token-url https://a.test", "export API_TOKEN=xxxxxxxx", "AKIAIOSFODNN7EXAMPLE",
    "docker login --password-stdin", "tool --password=/run/secret", "echo token: abc",
    "gh secret set DEPLOY_TOKEN", "PASSWORD=", "export TOKEN=\"<paste token>\"", "key=value run",
    "curl -X POST a.test -d 'password={{password}}'", "sort -k 2 --key 3",
    "tool --secret db-password",
  ])
  func passesOverWhatIsNoSecret(text: String) {
    #expect(found(text).filter { !$0.hasPrefix("placeholder") } == [])
  }

  @Test(arguments: [
    ("kubectl get pod <pod> -n shop", "<pod>"), ("ssh <host>", "<host>"),
    ("cat <your file> | wc -l", "<your file>"), ("a; b <x-y_z>\nc", "<x-y_z>"),
    ("docker logs <container-id>", "<container-id>"), ("curl https://a.test/<id>/x", "<id>"),
  ])
  func findsPlaceholdersThatAShellReadsAsRedirections(text: String, name: String) {
    #expect(found(text) == ["placeholder \(name)"])
  }

  @Test(arguments: [
    "sort <in >out", "sort < in > out", "sort <in>>out", "echo '<x>'", "echo \"<x>\"",
    "# <x>\ntrue",
    "cat <<X\n<html>\nX", "diff <(a) <(b)", "a <<<word", "[[ a<b ]]", "echo \\<x\\>", "(( a<b ))",
    "wc <in 2>err",
  ])
  func passesOverRedirections(text: String) {
    #expect(found(text) == [])
  }

  @Test(arguments: [
    ("grep x file || true", "|| true"), ("a || b || :", "|| :"), ("a | b || exit 0", "|| exit 0"),
    ("a || echo \"not there\"", "|| echo …"), ("a || true  # fine", "|| true # fine"),
  ])
  func findsWhatSucceedsWhateverHappens(text: String, part: String) {
    #expect(found(text) == ["always \(part)"])
  }

  @Test(arguments: [
    "a || exit 1", "a && true", "x=$(a || true)", "(a || true) && b", "echo '|| true'",
    "a || { echo no; exit 1; }", "a || echo no && false", "a || true; b",
    "if a || true; then b; fi",
    "a || b", "a || echo $(b)", "cat <<X\n|| true\nX", "a || truely",
  ])
  func passesOverWhatCanFail(text: String) {
    #expect(found(text) == [])
  }

  @Test(arguments: ["<a ", "\"", "'", "password=", "||", "://a:b@", "(", "<", "AKIA", "`", "\\"])
  func takesAnything(piece: String) {
    let text = String(repeating: piece, count: 3_000)
    #expect(ShellHazard.all(in: text).count <= 6_000)
  }
}
