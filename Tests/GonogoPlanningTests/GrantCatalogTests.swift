import Testing

@testable import GonogoPlanning

/// What well-known programs need, as data.
struct GrantCatalogTests {
  private static let catalog = GrantCatalog.standard

  @Test func everyShippedRuleCanBeRead() throws {
    let text = String(decoding: PackageResources.grants_rules, as: UTF8.self)
    let names = try GrantCatalog(parsing: text).grants.map(\.name)
    #expect(
      names == [
        "kubectl", "helm", "aws", "gcloud", "flyctl", "gh", "git", "ssh", "psql", "docker",
      ])
    #expect(Self.catalog.grants.map(\.name) == names)
  }

  @Test(arguments: [
    ("kubectl", ["~/.kube"], ["KUBECONFIG"]),
    ("aws", ["~/.aws"], ["AWS_PROFILE", "AWS_REGION", "AWS_SECRET_ACCESS_KEY"]),
    ("gcloud", ["~/.config/gcloud"], ["CLOUDSDK_CONFIG", "GOOGLE_APPLICATION_CREDENTIALS"]),
    ("flyctl", ["~/.fly"], ["FLY_API_TOKEN"]), ("gh", ["~/.config/gh"], ["GH_TOKEN"]),
    ("git", ["~/.gitconfig", "~/.config/git"], []),
    ("ssh", ["~/.ssh/config", "~/.ssh/known_hosts"], ["SSH_AUTH_SOCK"]),
    ("psql", ["~/.pgpass", "~/.pg_service.conf"], ["PGPASSWORD", "PGHOST", "PGSSLROOTCERT"]),
    ("docker", ["~/.docker/config.json"], ["DOCKER_HOST"]),
  ])
  func knowsWhatAProgramNeeds(name: String, files: [String], variables: [String]) throws {
    let grant = try #require(Self.catalog.needed(by: [name]).first)
    #expect(grant.name == name)
    #expect(Set(files).isSubset(of: grant.files))
    #expect(Set(variables).isSubset(of: grant.allVariables))
  }

  @Test func givesNoKeysAndNoWholeHome() {
    for grant in Self.catalog.grants {
      #expect(!grant.files.contains { $0 == "~/.ssh" || $0.contains("/id_") || $0 == "~/.config" })
      #expect(Set(grant.files).isDisjoint(with: grant.apart))
    }
    #expect(Self.catalog.named("ssh")?.apart.contains("~/.ssh/id_ed25519") == true)
  }

  @Test(arguments: ["docker", "ssh", "gcloud"])
  func saysWhatIsDangerousOrHindered(name: String) {
    #expect(Self.catalog.named(name)?.warning != nil)
  }

  @Test(arguments: [
    "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "GH_TOKEN", "GITHUB_TOKEN", "FLY_API_TOKEN",
    "PGPASSWORD", "CLOUDSDK_AUTH_ACCESS_TOKEN",
  ])
  func countsAsSecretWhateverItsValue(name: String) {
    #expect(Self.catalog.grants.contains { $0.secrets.contains(name) })
  }

  @Test(arguments: [
    (["/opt/bin/kubectl"], ["kubectl"]), (["fly", "grep"], ["flyctl"]),
    (["pg_dump", "psql"], ["psql"]), (["scp", "git"], ["git", "ssh"]), (["kubectl-x"], []),
    (["grep", "cat"], []), ([""], []),
  ])
  func findsGrantsByProgram(tools: [String], names: [String]) {
    #expect(Self.catalog.needed(by: tools).map(\.name) == names)
  }

  @Test(arguments: [
    ("reads ~/.kube", 1), ("grant", 1), ("grant a\ngrant a", 2), ("grant a\nwrites ~/x", 2),
    ("# only\n\ngrant a\nreads", 4), ("grant a\nreads ~/../x", 2), ("grant a\nreads /etc/x", 2),
    ("grant a\nreads ~", 2), ("grant a\nreads ~/", 2), ("grant a\napart ~//x", 2),
    ("grant a\ntakes a-b", 2), ("grant a\npaths $X", 2), ("grant a\nsecret lower", 2),
    ("grant a\nsocket relative", 2), ("grant a\nseldom now", 2),
  ])
  func refusesWhatItCannotRead(text: String, line: Int) {
    #expect(throws: GrantRulesError.self) { try GrantCatalog(parsing: text) }
    do { _ = try GrantCatalog(parsing: text) } catch { #expect(error.line == line) }
  }
}
