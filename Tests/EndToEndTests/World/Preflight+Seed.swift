import Testing

extension Preflight {
  /// The checklist that the product is built for, which is not part of this package.
  static let seed: Preflight? = Product.shared("seed/tracing-preflight.md").map { path in
    Preflight(
      testDescription: "the shared seed", source: path,
      sidecar: Product.file("Tests/Fixtures/seed.gonogo.yaml"),
      answers: Product.file("Tests/Fixtures/seed.answers.yaml"),
      expectedRepository: "/Users/Jammie/Desktop/Project Beacon",
      commands: seedCommands,
      recorded: [
        70: """
        SELECT AVG(EXTRACT(EPOCH FROM (completed_at - started_at))) FROM executions
        WHERE started_at > NOW() - INTERVAL '7 days' AND completed_at IS NOT NULL
        """,
        71: """
        SELECT MAX(EXTRACT(EPOCH FROM (completed_at - started_at))) FROM executions
        WHERE started_at > NOW() - INTERVAL '7 days' AND completed_at IS NOT NULL
        """,
        72: "SELECT mean_exec_time FROM pg_stat_statements ORDER BY mean_exec_time DESC LIMIT 1",
      ],
      teamBoxes: [208, 209, 210, 213, 214, 215, 218, 219, 220, 221], goBoxes: 250...259,
      noGoBoxes: 262...268, signOff: 283...286, notes: "answered for a test",
      table: Table(
        name: "test_trace_write", section: "4. Test Database Write Performance",
        columns: """
          (id BIGSERIAL PRIMARY KEY, trace_id UUID NOT NULL, data JSONB,
          created_at TIMESTAMPTZ DEFAULT NOW())
          """),
      lines: Lines(
        connect: 11, poolSize: 34, databaseSize: 35, modalSecret: 29, traceLogs: 82,
        routerLogs: 88, insert: 112, inserted: 124, goTest: 237, writesAreQuick: 253,
        databaseIssues: 262, uncommitted: 267, slowestQuery: 72))
  }

  private static let seedCommands = [
    Command(11, "reads", "Check Neon database connection", "psql "),
    Command(14, "reads", "Check current connection pool usage", "psql "),
    Command(24, "reads", "Check database size", "psql "),
    Command(29, "reads", "Verify Modal has DATABASE_URL access", "modal secret list | grep"),
    Command(46, "reads", "Query current executions table", "psql "),
    Command(57, "reads", "Check slow queries", "psql "),
    Command(82, "reads", "Check runner logs have trace IDs", "flyctl logs"),
    Command(85, "reads", "Check if Sentry is configured", "flyctl secrets list"),
    Command(88, "reads", "Check hybrid router logs", "railway logs"),
    Command(102, "changes", "Create test table", "psql "),
    Command(112, "changes", "Test write speed (should be <5ms average)", "time psql "),
    Command(121, "changes", "Clean up", "psql "),
    Command(
      134, "reads", "Check if runner supports environment variable feature flags",
      "flyctl secrets list"),
    Command(153, "reads", "Check staging database", "echo $DATABASE_URL_STAGING"),
    Command(156, "reads", "Check staging runner", "flyctl status"),
    Command(168, "reads", "Verify you can rollback deployments", "git log"),
    Command(171, "changes", "Verify you can update secrets quickly", "flyctl secrets set"),
    Command(172, "changes", nil, "flyctl secrets unset"),
    Command(187, "reads", "Check if you have access to:", "flyctl dashboard"),
    Command(193, "reads", "- Railway logs", "railway logs"),
    Command(196, "reads", "- Modal dashboard", "modal app list"),
    Command(229, "changes", "Ensure you're on latest main", "git checkout main"),
    Command(230, "changes", nil, "git pull origin main"),
    Command(233, "changes", "Create feature branch", "git checkout -b"),
    Command(236, "reads", "Verify runner app tests pass", "cd /Users/Jammie/"),
    Command(237, "unknown", nil, "go test ./... 2>&1 | head -20"),
    Command(240, "reads", "Verify no uncommitted changes", "git status"),
  ]
}

extension Trait where Self == ConditionTrait {
  /// For tests that are about the seed alone.
  static var needsSeed: Self {
    .enabled(if: Preflight.seed != nil, "optional: the shared seed is not beside the package")
  }
}
