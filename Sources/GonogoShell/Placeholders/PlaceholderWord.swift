/// A word that may stand for another.
struct PlaceholderWord {
  let text: String

  init(_ text: String) { self.text = text }

  /// True for what says that it is to be replaced: `YOUR_TOKEN`, `your-org`, `REPLACE_ME`,
  /// `api_key_here`.
  var isStandIn: Bool {
    let lower = text.lowercased()
    for prefix in Self.prefixes where lower.hasPrefix(prefix) {
      let rest = lower.dropFirst(prefix.count)
      if let sign = rest.first, "_-".contains(sign), rest.count > 2 { return true }
    }
    if lower.hasPrefix("your"), lower.count > 6, !Self.english.contains(lower),
      lower.dropFirst(4).first?.isLetter ?? false
    {
      return true
    }
    if Self.suffixes.contains(where: { lower.hasSuffix($0) && lower.count > $0.count + 1 }) {
      return true
    }
    return Self.orders.contains { lower.hasPrefix($0) }
  }

  /// True for what only shows a form: `xxx`, `XXXX-XXXX`, `YYYY-MM-DD`, `____`.
  var isMask: Bool {
    let parts = parts
    if text.utf8.count >= 3, text.utf8.allSatisfy({ $0 == UInt8(ascii: "_") }) { return true }
    for sign in "xX".utf8
    where parts.contains(where: { $0.utf8.count >= 3 && $0.utf8.allSatisfy { $0 == sign } }) {
      return true
    }
    if parts.contains(where: { Self.dates.contains($0) }) { return true }
    // `backup_TIMESTAMP`; alone and among other capitals it names a variable.
    if parts.contains("TIMESTAMP"), parts.contains(where: { !Self.isCapital($0) }) { return true }
    return text == "YYYY-MM-DD" || text == "YYYYMMDD" || text == "YYYY_MM_DD"
  }

  /// True for the name of what is to be put in, as no value is written: `COMMIT_SHA`, `POD-NAME`,
  /// `NAMESPACE`, `SOURCE-CLUSTER-rw`, `pod-name`.
  var isNamed: Bool {
    let parts = parts
    guard let last = parts.last else { return false }
    let capitals = parts.filter { Self.isCapital($0) }
    if !capitals.isEmpty {
      guard parts.allSatisfy({ Self.isCapital($0) || $0.utf8.count <= 3 }) else { return false }
      if parts.count == 1 { return Self.alone.contains(text) }
      return capitals.contains {
        Self.nouns.contains(String($0)) || Self.alone.contains(String($0))
      }
    }
    guard parts.count == 2, last == "name" || last == "id" else { return false }
    return Self.things.contains(parts[0])
  }

  /// The runs between hyphens and underscores.
  private var parts: [Substring] {
    text.utf8.split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }.map { Substring($0) }
  }

  /// True for the name that is to be put in a statement: `table_name`, `your_table` is one by itself.
  var isUnnamed: Bool {
    [
      "table_name", "schema_name", "view_name", "index_name", "database_name", "db_name",
      "column_name", "tablename", "nombre_tabla", "tabellenname", "nom_table", "nome_tabela",
    ].contains(text.lowercased())
  }

  /// True for what a client of a cluster, a cloud or a registry is told by a word that others may mean
  /// as it stands: `kubectl get pod NAME`, `docker stop ID`.
  var isGenericName: Bool { Self.nouns.contains(text) || Self.generic.contains(text) }

  private static func isCapital(_ part: Substring) -> Bool {
    part.utf8.count >= 2 && part.utf8.first.map { 0x41...0x5A ~= $0 } == true
      && part.utf8.allSatisfy { 0x41...0x5A ~= $0 || 0x30...0x39 ~= $0 }
  }

  /// True for a word in brackets that no shell knows: `«folder»`, `＜host＞`.
  var isInForeignBrackets: Bool {
    text.unicodeScalars.contains { "«‹＜【《〈".unicodeScalars.contains($0) }
  }

  /// The parts of dates to be written.
  private static let dates: Set<Substring> = [
    "YYYYMMDD", "HHMMSS", "YYYYMMDDHHMMSS", "YYYYMMDDHHMM", "DDMMYYYY", "AAAAMMDD", "JJJJMMTT",
    "yyyymmdd", "YYYY", "HHMM",
  ]
  private static let nouns: Set<String> = [
    "ID", "SHA", "HASH", "NAME", "IP", "DOMAIN", "NAMESPACE", "PATH", "FILE", "DIR", "FOLDER",
    "NUMBER", "TAG", "VERSION", "BRANCH", "ADDRESS", "HOST", "HOSTNAME", "ARN", "UUID", "ORDNER",
    "DATEI", "NOMBRE", "CARPETA", "ARCHIVO", "NOM", "FICHIER", "DOSSIER", "NOME", "PASTA",
  ]
  /// Nouns in capitals that no program takes as they stand.
  private static let alone: Set<String> = [
    "NAMESPACE", "NS", "POD", "PODNAME", "NODE", "NODENAME", "CLUSTER", "CLUSTERNAME", "DEPLOYMENT",
    "STATEFULSET", "DAEMONSET", "CONTAINER", "HOSTNAME", "USERNAME", "DBNAME", "BUCKET", "REGION",
    "PROJECT", "INSTANCE", "ACCOUNT", "SUBSCRIBER", "PUBLISHER", "CLUSTERID", "APPNAME",
    "SERVERNAME",
  ]
  private static let generic: Set<String> = [
    "USER", "DB", "DATABASE", "TABLE", "SERVICE", "SVC", "JOB", "RELEASE", "IMAGE", "CHART",
    "STACK",
    "VOLUME", "PVC", "SECRET", "CONFIGMAP", "CONTEXT", "ZONE", "APP", "REPO", "REPOSITORY",
    "SERVER",
    "KEY", "COMMIT", "REVISION", "ENVIRONMENT", "ENV",
  ]
  private static let things: Set<Substring> = [
    "pod", "container", "service", "deployment", "namespace", "node", "cluster", "database", "db",
    "table", "branch", "bucket", "instance", "project", "host", "server", "image", "release", "job",
    "queue", "topic", "app", "user", "stack", "volume", "network", "secret", "configmap", "index",
  ]

  /// True for a word that only counts what stands there: `tag1`, `value2`.
  var isCounted: Bool {
    guard let digit = text.utf8.last, (0x31...0x39).contains(digit) else { return false }
    return Self.counted.contains(String(text.dropLast()))
  }

  /// True for a password that says of itself what it is: `new_secure_password`.
  var isNamedSecret: Bool {
    text.lowercased().split { $0 == "_" || $0 == "-" }.contains {
      ["password", "passwd", "passwort", "secret", "pass", "pwd"].contains($0)
    }
  }

  /// “Your”, as people write it in front of what is to be put in.
  private static let prefixes = ["your", "tu", "dein", "deine", "votre", "seu", "sua"]
  private static let english: Set<String> = ["yourself", "yourselves"]
  private static let counted: Set<String> = [
    "tag", "value", "arg", "argument", "param", "option", "valor", "wert", "valeur",
  ]
  private static let suffixes = ["_here", "-here", "_aqui", "-aqui", "_hier", "_ici"]
  private static let orders = [
    "replace_me", "replace-me", "replaceme", "replace_with", "replace-with", "replace_this",
    "changeme", "change_me", "change-me", "insert_your", "insert-your", "fixme_",
  ]
}
