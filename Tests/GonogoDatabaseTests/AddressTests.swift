import GonogoCore
import Testing

@testable import GonogoDatabase

/// Connecting where no server answers, and what the messages show.
struct AddressTests {
  @Test(arguments: [
    "", "mydatabase-secret", "postgres://u:secret@h:port/d", "postgres://u:secret@[::1/d",
    "host=h password='secret", "postgres://u:secret@h/d?nosuchoption=secret", "a\u{0}b",
  ])
  func unreadableAddressesAreNotRepeated(address: String) {
    do {
      _ = try Connection(url: address, timeoutSeconds: 1)
      Issue.record("it was read")
    } catch {
      #expect(["badAddress", "cannotConnect"].contains(error.kind.rawValue))
      #expect(!"\(error)".contains("secret"))
    }
  }

  @Test func aClosedPortIsSaid() throws {
    let port = try Listener(backlog: nil).port
    do {
      _ = try Connection(url: "postgres://u:secret@127.0.0.1:\(port)/d", timeoutSeconds: 5)
      Issue.record("it was reached")
    } catch {
      #expect(error.kind == .cannotConnect)
      #expect(error.message.contains("refused"))
      #expect(!"\(error)".contains("secret"))
    }
  }

  @Test func aServerThatNeverAnswersIsGivenUp() throws {
    let listener = try Listener(backlog: 4)
    let time = ContinuousClock().measure {
      #expect {
        _ = try Connection(url: "postgres://u@127.0.0.1:\(listener.port)/d", timeoutSeconds: 1)
      } throws: { kind(of: $0) == .timedOut }
    }
    #expect(time >= .milliseconds(900) && time < .seconds(4))
  }

  @Test(arguments: [
    ("postgres://u:p%40ss@h/d", ["p@ss"], "bad p@ss or p%40ss", "bad *** or ***"),
    ("postgres://u:a@b@h/d", [], "a@b", "***"),
    ("host=h password=x", ["x"], "host=h password=x\n\tfailed\n", "*** failed"),
    ("postgres://u@h/d", [], "fine", "fine"),
  ])
  func secretsAreStripped(address: String, values: [String], message: String, expected: String) {
    #expect(Secrets(address: address, values: values).stripped(from: message) == expected)
  }
}
