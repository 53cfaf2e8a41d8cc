import Foundation
import Testing

/// Whose word counts, where a repository that anybody may have made says something else.
@Suite(.serialized) struct TrustTests {
  private let folder: Workplace

  init() throws { folder = try Workplace() }

  private func gonogo(_ arguments: [String], _ settings: String) throws -> Child.End {
    try Child(
      Product.path, arguments, in: folder.path,
      environment: Child.environment.merging(["GIT_CONFIG_GLOBAL": settings]) { $1 }
    ).wait()
  }

  /// A signed document, and a repository around it that vouches for its key.
  private func signedDocument() throws -> String {
    try folder.write("# A\n\n```bash\ntrue\n```\n", "a.md")
    try folder.bash(
      """
      ssh-keygen -q -t ed25519 -N '' -f ../key </dev/null
      printf 'eve@example.org namespaces="gonogo-operator.v1" %s\\n' "$(cut -d ' ' -f 1,2 ../key.pub)" \
        | tee notes.txt >../allowed
      git init -q . && git config user.name Eve && git config user.email eve@example.org
      git config gpg.ssh.allowedSignersFile "$PWD/notes.txt"
      """)
    let end = try folder.gonogo([
      "run", "a.md", "--non-interactive", "--operator", "eve@example.org", "--sign", "../key",
    ])
    try #require(end.status == 0, "\(end.text)")
    return try #require(
      folder.bash("ls output/a/*/a.signed.md").output.split(separator: "\n").first.map(String.init))
  }

  @Test func aRepositoryVouchesForNoKey() throws {
    let document = try signedDocument()
    let end = try gonogo(["verify", document], "/dev/null")
    #expect(end.status == 1, "\(end.text)")
    #expect(!end.text.contains("notes.txt"))
    let settings = folder.path + "/../settings"
    for (text, status) in [
      ("[gpg \"ssh\"]\nallowedSignersFile = \(folder.path)/../allowed\n", Int32(0)),
      // Which file that is depends on who packed the folder.
      ("[gpg \"ssh\"]\nallowedSignersFile = notes.txt\n", 64),
      // What is included because of the repository around it, is so by its word.
      (
        "[includeIf \"gitdir:\(folder.path)/\"]\npath = \(folder.path)/../more\n", 1
      ),
    ] {
      try folder.write(text, "../settings")
      try folder.write("[gpg \"ssh\"]\nallowedSignersFile = \(folder.path)/../allowed\n", "../more")
      let end = try gonogo(["verify", document], settings)
      #expect(end.status == status, "\(text): \(end.text)")
    }
  }

  @Test func aRepositoryNamesNoOperator() throws {
    try folder.write("# A\n\n```bash\ntrue\n```\n", "a.md")
    try folder.bash("git init -q . && git config user.name Eve && git config user.email e@x.org")
    let nobody = try gonogo(["run", "a.md", "--non-interactive"], "/dev/null")
    #expect(nobody.status == 64)
    #expect(nobody.errors.contains("nobody is named as the operator"), "\(nobody.errors)")
    try folder.write("[user]\nname = Ada L\nemail = ada@example.org\n", "../settings")
    let ada = try gonogo(["run", "a.md", "--non-interactive"], folder.path + "/../settings")
    #expect(ada.output.contains("of a.md by Ada L\n"), "\(ada.text)")
  }
}
