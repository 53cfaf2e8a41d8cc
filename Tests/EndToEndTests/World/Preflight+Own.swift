extension Preflight {
  /// The checklist of this package.
  static let own = Preflight(
    testDescription: "checklists/tracing-preflight.md",
    source: Product.file("checklists/tracing-preflight.md"),
    sidecar: Product.file("checklists/tracing-preflight.gonogo.yaml"),
    answers: Product.file("checklists/tracing-preflight.answers.yaml"), expectedRepository: nil,
    commands: [
      Command(14, "reads", "Ask the database for its version", "psql "),
      Command(17, "reads", "Count the connections, and how many are at work", "psql "),
      Command(27, "reads", "Weigh the database", "psql "),
      Command(32, "reads", "Look for the database secret at Modal", "modal secret list | grep"),
      Command(49, "reads", "Time the jobs of the last seven days", "psql "),
      Command(60, "reads", "Find the statements that take longest on average", "psql "),
      Command(86, "reads", "Look for trace ids in the log of the runner", "flyctl logs"),
      Command(89, "reads", "See whether Sentry has been given its address", "flyctl secrets list"),
      Command(92, "reads", "Look for spans in the log of the router", "railway logs"),
      Command(108, "changes", "Make a table to write into", "psql "),
      Command(118, "changes", "Write the burst and take the time", "time psql "),
      Command(125, "changes", "Take the table away again", "psql "),
      Command(138, "reads", "List the secrets, where our flags live", "flyctl secrets list"),
      Command(154, "reads", "Ask the staging database for its name", "psql "),
      Command(157, "reads", "Ask how the staging runner is", "flyctl status"),
      Command(171, "reads", "Show the commits we could return to", "git log"),
      Command(
        174, "changes", "Flip a harmless flag on and off again, and take the time", "time {\n"),
      Command(190, "reads", "Open the metrics of the runner at Fly.io", "flyctl dashboard"),
      Command(193, "reads", "Read the newest lines of the router at Railway", "railway logs"),
      Command(196, "reads", "List the apps at Modal", "modal app list"),
      Command(231, "changes", "Come to the newest main", "git switch main"),
      Command(232, "changes", nil, "git pull --ff-only origin main"),
      Command(235, "changes", "Open a branch for the work", "git switch -c"),
      Command(238, "unknown", "Run the tests of the runner", "(cd runner-app && go test ./...)"),
      Command(241, "reads", "Look for changes that nobody has committed", "git status"),
    ],
    recorded: [
      74: """
      SELECT round(avg(extract(epoch FROM finished_at - started_at)), 2) FROM jobs
      WHERE finished_at IS NOT NULL AND started_at > now() - INTERVAL '7 days'
      """,
      75: """
      SELECT round(max(extract(epoch FROM finished_at - started_at)), 2) FROM jobs
      WHERE finished_at IS NOT NULL AND started_at > now() - INTERVAL '7 days'
      """,
      76: """
      SELECT round(mean_exec_time::numeric, 3) FROM pg_stat_statements
      WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
      ORDER BY mean_exec_time DESC LIMIT 1
      """,
    ],
    teamBoxes: [210, 211, 212, 215, 216, 217, 220, 221, 222, 223], goBoxes: 253...262,
    noGoBoxes: 265...271, signOff: 286...289,
    notes: "Staging first; the flag stays off until the second day.",
    table: Table(
      name: "preflight_burst", section: "4. Write Speed",
      columns: """
        (span_id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, trace_id UUID NOT NULL,
        attributes JSONB NOT NULL, written_at TIMESTAMPTZ NOT NULL DEFAULT now())
        """),
    lines: Lines(
      connect: 14, poolSize: 37, databaseSize: 38, modalSecret: 32, traceLogs: 86,
      routerLogs: 92, insert: 118, inserted: 128, goTest: 238, writesAreQuick: 256,
      databaseIssues: 265, uncommitted: 270, slowestQuery: 76))
}
