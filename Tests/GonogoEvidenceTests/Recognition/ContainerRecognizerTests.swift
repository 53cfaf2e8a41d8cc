import Testing

@testable import GonogoEvidence

@Suite struct ContainerRecognizerTests {
  private let docker = ContainerTableRecognizer()

  private let list = """
    CONTAINER ID   IMAGE         COMMAND                  CREATED        STATUS                    PORTS                    NAMES
    3f1d2c4b5a69   shop/api:12   "node server.js"         3 hours ago    Up 3 hours (healthy)      0.0.0.0:8080->8080/tcp   shop-api
    8a7b6c5d4e3f   postgres:16   "docker-entrypoint.s…"   2 days ago     Up 2 days (unhealthy)     5432/tcp                 shop-db
    1122334455aa   redis:7       "docker-entrypoint.s…"   2 days ago     Exited (0) 4 hours ago                             shop-cache

    """

  @Test func readsContainers() {
    let captures = found(docker, "docker ps -a", list)
    #expect(captures[0] == "CONTAINER ID[1] = 3f1d2c4b5a69")
    #expect(captures[4] == "STATUS[1] = Up 3 hours (healthy)")
    #expect(
      captures.suffix(5) == [
        "~row_count = 3 (3.0)", "containers = 3 (3.0)", "running_containers = 2 (2.0)",
        "healthy_containers = 1 (1.0)", "unhealthy_containers = 1 (1.0)",
      ])
    let empty =
      "CONTAINER ID   IMAGE     COMMAND   CREATED   STATUS    PORTS     NAMES\n"
    #expect(found(docker, "docker ps", empty).first == "containers = 0 (0.0)")
    let chosen = "NAMES      STATUS\nshop-api   Up 3 hours\n"
    let format = #"docker ps --format "table {{.Names}}\t{{.Status}}""#
    #expect(found(docker, format, chosen).first == "NAMES = shop-api")
  }

  @Test func readsComposeServices() {
    let stdout = """
      NAME         IMAGE         COMMAND            SERVICE   CREATED       STATUS                 PORTS
      shop-api-1   shop/api:12   "node server.js"   api       3 hours ago   Up 3 hours (healthy)   8080/tcp
      """
    for command in ["docker compose -f prod.yml ps", "docker-compose ps api"] {
      let captures = found(docker, command, stdout)
      #expect(captures[3] == "SERVICE = api")
      #expect(captures.contains("running_containers = 1 (1.0)"))
    }
  }

  @Test func readsStatistics() {
    let stdout = """
      CONTAINER ID   NAME       CPU %     MEM USAGE / LIMIT     MEM %     NET I/O           BLOCK I/O         PIDS
      3f1d2c4b5a69   shop-api   0.35%     101.4MiB / 15.51GiB   0.64%     1.45MB / 98.2kB   12.3MB / 4.1kB    23
      """
    #expect(
      found(docker, "docker stats --no-stream", stdout) == [
        "CONTAINER ID = 3f1d2c4b5a69", "NAME = shop-api", "CPU % = 0.35% (0.35 %)",
        "MEM USAGE = 101.4MiB (101.4 MiB)", "LIMIT = 15.51GiB (15.51 GiB)",
        "MEM % = 0.64% (0.64 %)", "NET I/O = 1.45MB / 98.2kB", "BLOCK I/O = 12.3MB / 4.1kB",
        "PIDS = 23 (23.0)", "~row_count = 1 (1.0)", "containers = 1 (1.0)",
      ])
    #expect(found(docker, "docker stats", stdout).isEmpty)
  }

  @Test func readsImages() {
    let stdout = """
      REPOSITORY   TAG       IMAGE ID       CREATED       SIZE
      shop/api     12        9c1b2d3e4f5a   3 hours ago   138MB
      """
    let captures = found(docker, "docker images", stdout)
    #expect(captures[1] == "TAG = 12")
    #expect(captures[4] == "SIZE = 138MB (138.0 MB)")
    #expect(captures.last == "images = 1 (1.0)")
  }

  @Test(
    arguments: [
      "docker ps | grep shop", "cat containers.txt", "docker ps; docker ps", "docker inspect x",
      "ssh box docker ps",
    ])
  func refusesOtherCommands(command: String) {
    #expect(found(docker, command, list).isEmpty)
  }

  @Test func refusesWhatDoesNotLineUp() {
    #expect(found(docker, "docker ps", list + "Cannot connect to the daemon\n").isEmpty)
    #expect(found(docker, "docker ps", list, isTruncated: true).isEmpty)
    #expect(found(docker, "docker ps", "NAMES   STATUS\nx       Läuft\n").isEmpty)
    #expect(found(docker, "docker ps -q", "3f1d2c4b5a69\n").isEmpty)
  }
}
