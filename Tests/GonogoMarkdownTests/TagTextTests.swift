import Testing

@testable import GonogoMarkdown

/// Blocks of HTML are read as a browser shows them.
struct TagTextTests {
  @Test(arguments: [
    ("<p>a &lt; 5</p>", ["a < 5"]), ("&#9744; x &#x2610; y", ["☐ x ☐ y"]),
    ("<!-- hidden -->shown", ["shown"]), ("a<!-- b\nc -->d", ["a", "d"]),
    ("<div\n class=x>text", ["", "text"]), ("errors < 5 & more", ["errors < 5 & more"]),
    ("&unknown; &#0; &", ["&unknown; \u{0} &"]), ("<script>\nx\n</script>", []),
    ("a <b", ["a"]), ("", [""]),
  ])
  func showsTextOnly(html: String, lines: [String]) {
    #expect(TagText.lines(of: html).map(\.text) == lines)
  }

  @Test(arguments: [
    ("<input type=\"checkbox\"> x", [true]), ("<INPUT TYPE=CHECKBOX> x", [true]),
    ("<input\ntype='checkbox'>\nx", [false, true, false]), ("<input type=text> checkbox", [false]),
  ])
  func knowsCheckboxes(html: String, marks: [Bool]) {
    #expect(TagText.lines(of: html).map(\.hasCheckbox) == marks)
  }
}
