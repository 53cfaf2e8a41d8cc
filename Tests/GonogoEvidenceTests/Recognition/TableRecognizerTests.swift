import Testing

@testable import GonogoEvidence

@Suite struct TableRecognizerTests {
  private let pods = """
    NAME                   READY   STATUS             RESTARTS      AGE
    api-6d4cf56db6-x7k2p   1/1     Running            0             5d3h
    web-7f9c6b5d4-qq8zv    0/1     CrashLoopBackOff   12 (2m ago)   10d

    """

  @Test func readsColumnsUnderCapitals() {
    #expect(
      found(ColumnTableRecognizer(), "kubectl get pods", pods) == [
        "NAME[1] = api-6d4cf56db6-x7k2p", "READY[1] = 1/1", "STATUS[1] = Running",
        "RESTARTS[1] = 0 (0.0)", "AGE[1] = 5d3h (442800.0 s)", "NAME[2] = web-7f9c6b5d4-qq8zv",
        "READY[2] = 0/1", "STATUS[2] = CrashLoopBackOff", "RESTARTS[2] = 12 (2m ago)",
        "AGE[2] = 10d (10.0 d)", "~row_count = 2 (2.0)",
      ])
  }

  @Test func readsEmptyCells() {
    let stdout = """
      CONTAINER ID   IMAGE      PORTS     NAMES
      1f2e3d4c5b6a   redis:7              cache
      """
    #expect(
      found(ColumnTableRecognizer(), "docker ps", stdout) == [
        "CONTAINER ID = 1f2e3d4c5b6a", "IMAGE = redis:7", "NAMES = cache", "~row_count = 1 (1.0)",
      ])
  }

  @Test(
    arguments: [
      "NAME   READY\n", "NAME   READY\n\nx      1\n", "NAME   READY\nlonger-name 1\n",
      "NAME   READY\nx     1\n", "NAME   READY\nx       1\n", "NAME READY\nx    1\n",
      "Name   Ready\nx      1\n", "NAME   READY\n       1\n", "NAME   READY\nx\t1\n",
      "NAME   READY\nx      1\nError from server\n",
      "ERROR   DATABASE DOWN\nplease call somebody\n",
      "NAME   READY\n日本     1\n", "",
    ])
  func refusesTablesThatDoNotLineUp(stdout: String) {
    #expect(found(ColumnTableRecognizer(), "kubectl get pods", stdout).isEmpty)
  }

  @Test func readsDiskFree() {
    let human = """
      Filesystem               Size  Used Avail Use% Mounted on
      tmpfs                     24G     0   24G   0% /dev/shm
      /dev/vda                 252G   15G   80G  16% /

      """
    #expect(
      Array(found(DiskFreeRecognizer(), "df -h", human)[6...]) == [
        "Filesystem[2] = /dev/vda", "Size[2] = 252G (252.0 GiB)", "Used[2] = 15G (15.0 GiB)",
        "Avail[2] = 80G (80.0 GiB)", "Use%[2] = 16% (16.0 %)", "Mounted on[2] = /",
        "~row_count = 2 (2.0)",
      ])
    #expect(found(DiskFreeRecognizer(), "df -h", human)[2] == "Used[1] = 0 (0.0 B)")
    #expect(found(DiskFreeRecognizer(), "df", human)[1] == "Size[1] = 24G")
    let blocks = """
      Filesystem     1K-blocks     Used Available Use% Mounted on
      /dev/vda       264212084 15498284  83567328  16% /
      """
    #expect(
      Array(found(DiskFreeRecognizer(), "df /", blocks)[1...3]) == [
        "1K-blocks = 264212084 (264212084.0 KiB)", "Used = 15498284 (15498284.0 KiB)",
        "Available = 83567328 (83567328.0 KiB)",
      ])
    let inodes = """
      Filesystem       Inodes  IUsed    IFree IUse% Mounted on
      /dev/vda       16777216 396756 16380460    3% /
      """
    #expect(found(DiskFreeRecognizer(), "df -i /", inodes)[3] == "IFree = 16380460 (16380460.0)")
  }

  @Test(
    arguments: [
      ("cat x", "Filesystem Size Used Avail Use% Mounted on\n/dev/vda 252G 15G 80G 16% /\n"),
      ("df -h", "Filesystem Size Used Avail Use% Mounted on\n"),
      ("df -h", "Filesystem Size Used Avail Use% Mounted on\na b 252G 15G 80G 16% /\n"),
      ("df -h", "Filesystem Size Used Avail Use% Mounted on\n/dev/vda 252G 15G 80G /\n"),
      ("df -h", "/dev/vda 252G 15G 80G 16% /\n"), ("df -h; df -i", ""),
    ])
  func refusesOtherDisks(command: String, stdout: String) {
    #expect(found(DiskFreeRecognizer(), command, stdout).isEmpty)
  }

  @Test func readsProcessLists() {
    let stdout = """
      USER       PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND
      root         1  0.3  0.0  45588 15332 ?        S<Ll 16:04   0:03 /init --addr 0.0.0.0:2024
      """
    let captures = found(ProcessListRecognizer(), "ps aux", stdout)
    #expect(captures[2] == "%CPU = 0.3 (0.3 %)")
    #expect(captures[5] == "RSS = 15332 (15332.0 KiB)")
    #expect(captures[10] == "COMMAND = /init --addr 0.0.0.0:2024")
    #expect(found(ProcessListRecognizer(), "cat x", stdout).isEmpty)
    #expect(found(ProcessListRecognizer(), "ps", "  PID TTY TIME CMD\nnoise a b c\n").isEmpty)
  }
}
