import Testing

@testable import GonogoEvidence

/// redis-cli, pg_isready and jq.
@Suite struct DataRecognizerTests {
  private let redis = RedisRecognizer()

  @Test func readsRepliesOfRedis() {
    #expect(found(redis, "redis-cli -h cache -p 6380 ping", "PONG\n") == ["reply = PONG"])
    #expect(found(redis, "docker exec shop-cache redis-cli PING", "PONG\n").count == 1)
    #expect(found(redis, "redis-cli dbsize", "1\n") == ["keys = 1 (1.0)"])
    #expect(found(redis, "redis-cli --no-raw DBSIZE", "(integer) 12\n") == ["keys = 12 (12.0)"])
    #expect(found(redis, "redis-cli --no-raw llen jobs", "(integer) 3\n") == ["value = 3 (3.0)"])
    #expect(
      found(redis, "redis-cli config get maxmemory", "maxmemory\n0\n")
        == ["maxmemory = 0 (0.0 B)"])
    #expect(foundByAll("redis-cli llen jobs", "3\n") == ["value = 3 (3.0)"])
  }

  @Test func readsTheFieldsOfInfo() {
    let info = """
      # Server\r
      redis_version:7.0.15\r
      uptime_in_seconds:1854\r
      config_file:\r
      \r
      # Memory\r
      used_memory:1038760\r
      used_memory_human:1014.41K\r
      used_memory_peak_perc:100.01%\r
      \r
      # Replication\r
      role:master\r
      \r
      # Keyspace\r
      db0:keys=5,expires=2,avg_ttl=0\r

      """
    #expect(
      found(redis, "redis-cli info", info) == [
        "redis_version = 7.0.15", "uptime_in_seconds = 1854 (1854.0 s)",
        "used_memory = 1038760 (1038760.0 B)", "used_memory_human = 1014.41K (1014.41 KiB)",
        "used_memory_peak_perc = 100.01% (100.01 %)", "role = master", "db0.keys = 5 (5.0)",
        "db0.expires = 2 (2.0)", "db0.avg_ttl = 0 (0.0)",
      ])
    let line = "connected_clients:1\r\n"
    #expect(
      found(redis, "redis-cli info clients | grep connected", line)
        == ["connected_clients = 1 (1.0)"])
  }

  @Test(
    arguments: [
      ("redis-cli ping", "NOAUTH Authentication required.\n"), ("echo PONG", "PONG\n"),
      ("redis-cli ping", "PONG\nPONG\n"), ("redis-cli info", "NOAUTH Authentication required.\n"),
      ("redis-cli info", "redis_version:7\nCould not connect\n"), ("redis-cli ping hi", "PONG\n"),
      ("redis-cli dbsize", "ERR unknown command\n"), ("redis-cli config get max*", "a\nb\n"),
      ("cat info.txt", "connected_clients:1\n"), ("redis-cli get x", "(integer) many\n"),
      ("redis-cli ping; redis-cli -p 1 ping", "PONG\n"), ("redis-cli ping", ""),
    ])
  func refusesOtherReplies(command: String, stdout: String) {
    #expect(found(redis, command, stdout).isEmpty)
  }

  @Test func readsWhetherPostgresAccepts() {
    let ready = PostgresReadyRecognizer()
    #expect(
      found(ready, "pg_isready -h localhost", "localhost:5432 - accepting connections\n")
        == ["accepting_connections = accepting connections (true)"])
    #expect(
      found(ready, "docker compose exec -T db pg_isready", "/run/pg:5432 - no response\n")
        == ["accepting_connections = no response (false)"])
    #expect(found(ready, "pg_isready", "localhost:5432 - Verbindungen werden angenommen\n").isEmpty)
    #expect(found(ready, "echo x", "x - accepting connections\n").isEmpty)
    #expect(found(ready, "pg_isready; pg_isready", "x - accepting connections\n").isEmpty)
  }

  @Test(
    arguments: [
      ("jq .summary.failed r.json", "5\n", "summary.failed = 5 (5.0)"),
      ("jq '.ok' r.json", "true\n", "ok = true (true)"),
      ("curl -s x | jq .status", "\"healthy\"\n", "status = healthy"),
      ("jq -r '.items[0].name' r.json", "shop web\n", "items[0].name = shop web"),
      ("jq .took_ms r.json", "12.5\n", "took_ms = 12.5 (12.5 ms)"),
      ("jq '.items | length' r.json", "3\n", "value = 3 (3.0)"),
      ("jq '.a == 1' r.json", "false\n", "value = false (false)"),
    ])
  func readsScalarsOfJQ(command: String, stdout: String, capture: String) {
    #expect(foundByAll(command, stdout) == [capture])
  }

  @Test(
    arguments: [
      ("jq .a r.json", "null\n"), ("jq '.a[]' r.json", "1\n2\n"), ("cat x", "true\n"),
      ("jq .a r.json", ""), ("jq -r '.a | ascii_upcase' r.json", "OK\n"),
      ("jq .a r.json | grep x", "\"x\"\n"), ("jq '..' r.json", "\"x\n"),
      ("jq .a r.json", "jq: error (at r.json:1): Cannot index\n"),
    ])
  func refusesOtherJQ(command: String, stdout: String) {
    #expect(found(JQRecognizer(), command, stdout).isEmpty)
  }
}
