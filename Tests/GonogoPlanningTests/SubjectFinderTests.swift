import GonogoCore
import Testing

@testable import GonogoPlanning

struct SubjectFinderTests {
  private static let document = """
    # Release

    ## 1. The Team

    - [ ] A
    - [ ] **Everybody** was told
    - Name of the API: ____

    """

  /// What is proposed is what the document says, not what it is compared by.
  @Test(arguments: [
    ("1. The Team", "AB", "A"), ("1. The Team", "Everybody was tolt", "Everybody was told"),
    ("1. The Team", "Name of the APY", "Name of the API"), ("1. The Teem", "A", "1. The Team"),
  ])
  func proposesTheWordsOfTheDocument(section: String, text: String, proposed: String) throws {
    let finder = SubjectFinder(checklist: plan(Self.document).checklist)
    guard case .failure(let problem) = finder.find(section: section, text: text) else {
      Issue.record("it was found")
      return
    }
    #expect(problem.cure == "did you mean “\(proposed)”?")
  }
}
