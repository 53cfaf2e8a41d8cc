import Testing

@testable import GonogoEvidence

@Suite struct TimeRecognizerTests {
  private let bash = "\nreal\t0m0.012s\nuser\t0m0.001s\nsys\t0m0.000s\n"

  @Test(
    arguments: [
      "time sleep 0.01", "cd /tmp && time sleep 0.01", "time -p sleep 0.01", "! time sleep 0.01",
      "sleep 1; time sleep 0.01", "{ time sleep 0.01; }", "(time sleep 0.01)",
      "if time sleep 0.01; then echo yes; fi", "time X=1 sleep 0.01", "time psql -c \"\nSELECT 1\"",
    ])
  func readsBashTimes(command: String) {
    #expect(
      found(TimeRecognizer(), command, "", stderr: bash) == [
        "real = 0m0.012s (0.012 s)", "~user = 0m0.001s (0.001 s)", "~sys = 0m0.000s (0.0 s)",
      ])
  }

  @Test(
    arguments: [
      "sleep 0.01", "bash -c 'time sleep 0.01'", "echo time", "/usr/bin/time sleep 0.01",
      "\\time sleep 0.01", "'time' sleep 0.01", "cat x | time sleep 0.01", "echo \"; time x\"",
      "# time sleep 0.01", "cat <<EOF\ntime sleep 1\nEOF", "time a; time b", "echo $(time true)",
    ])
  func refusesCommandsWithoutTheKeyword(command: String) {
    #expect(found(TimeRecognizer(), command, "", stderr: bash).isEmpty)
  }

  @Test func readsPOSIXTimes() {
    let stderr = "real 61.01\nuser 0.00\nsys 0.00\n"
    #expect(
      found(TimeRecognizer(), "time -p sleep 61", "", stderr: stderr).first
        == "real = 61.01 (61.01 s)")
  }

  @Test func readsMinutesAndTheCommaOfTheLocale() {
    let stderr = "\nreal\t1m1,002s\nuser\t0m0,000s\nsys\t0m0,001s\n"
    #expect(
      found(TimeRecognizer(), "time sleep 61", "", stderr: stderr).first
        == "real = 1m1,002s (61.002 s)")
  }

  @Test func readsZshTimes() {
    let stderr = "sleep 61  0.00s user 0.00s system 0% cpu 1:01.02 total\n"
    #expect(
      found(TimeRecognizer(), "time sleep 61", "", stderr: stderr) == [
        "real = 1:01.02 (61.02 s)", "~user = 0.00s (0.0 s)", "~sys = 0.00s (0.0 s)",
      ])
  }

  @Test(
    arguments: [
      "real progress was made\nuser happy\nsys fine\n", "real\t0m0.012s\n",
      "real\t0m0.012s\nuser\t0m0.001s\n", "real\tm0.012s\nuser\t0m0.001s\nsys\t0m0.000s\n",
      "real\t0m0.012\nuser\t0m0.001s\nsys\t0m0.000s\n", "0.012\n",
      "0.00user 0.00system 0:00.01elapsed 9%CPU (0avgtext+0avgdata 1648maxresident)k\n",
      "\nreal\t0m0.01s\nuser\t0m0.00s\nsys\t0m0.00s\n\nreal\t0m9.01s\nuser\t0m0.00s\nsys\t0m0.00s\n",
      "in total\n", "0.00s user 0.00s system 0% cpu x total\n",
    ])
  func refusesLookAlikes(stderr: String) {
    #expect(found(TimeRecognizer(), "time sleep 1", "", stderr: stderr).isEmpty)
  }

  @Test func readsJoinedStreamsOnlyAtTheirEndAndOnlyWhenJoined() {
    let joined = "{ time make; } 2>&1"
    #expect(found(TimeRecognizer(), joined, "built\n" + bash).count == 3)
    #expect(found(TimeRecognizer(), joined, bash + "and more\n").isEmpty)
    #expect(found(TimeRecognizer(), "{ time make; } 2>/dev/null", "built\n" + bash).isEmpty)
    #expect(found(TimeRecognizer(), joined, bash, isTruncated: true).isEmpty)
  }

  @Test func standsBesideOtherRecognizers() {
    #expect(
      foundByAll("time psql -c 'INSERT …'", "INSERT 0 100\n", stderr: bash) == [
        "real = 0m0.012s (0.012 s)", "~user = 0m0.001s (0.001 s)", "~sys = 0m0.000s (0.0 s)",
        "inserted_rows = 100 (100.0)",
      ])
  }
}
