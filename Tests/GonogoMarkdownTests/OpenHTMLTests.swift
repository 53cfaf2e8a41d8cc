import GonogoCore
import Testing

struct OpenHTMLTests {
  @Test(arguments: [
    "<script>\nfoo", "<pre>\nfoo", "<style>\nfoo", "<textarea>\nfoo", "<?php\nfoo",
    "<!DOCTYPE html",
    "<![CDATA[\nfoo", "<details>\n\nx", "<DETAILS open>\n\nx", "<template>\n\nx", "<noscript>\n\nx",
    "<title>x\n\nfoo", "<xmp>\n\nx", "<svg>\n<style>", "<plaintext>\n\nx", "<iframe>\n\nx",
    "<select>\n\nx", "text <details> text", "text <script> text", "<div><pre>\n\nx",
    "- <details>\n\n  x", "> <template>\n", "<div hidden>\n\nx",
    "<div style=\"display: none\">\n\nx",
    "<div title=\"\n\nx", "<details>\n<details>\n</details>\n", "<pre>\n</script>\n",
    "<style>\n</styles>\n\n</pre>\n", "<details><summary>x</summary>\n</p>\n</span>\n",
    "<span><details></span>\n", "<details/>\n", "<!-- a --> <details>\n", "<pre></pre><template>\n",
  ])
  func refusesWhatWouldHideTheRecord(html: String) throws {
    let checklist = read("# L\n\n- [ ] a\n\n\(html)\n")
    let faults = checklist.diagnostics
    #expect(!faults.isEmpty)
    for fault in faults {
      #expect(fault.code == "unclosed-html")
      #expect(fault.severity == .error)
      #expect(fault.cure != nil)
      #expect(try #require(fault.location).line >= 5)
    }
  }

  @Test(arguments: [
    "<details>\n<summary>x</summary>\n\ntext\n\n</details>", "<pre>\nfoo\n</pre>", "<?php x ?>",
    "<!DOCTYPE html>", "<script>if (a < b) { '<details>' }</script>", "`<details>`", "\\<details>",
    "```html\n<details>\n```", "text\n\n    <details>", "<a href='x", "<div>\n\ntext",
    "<p align=center>\n\ntext", "<br>",
    "<!-- <details> -->", "<div><details>\n\n</div>", "<div hidden>\n\nx\n\n</div>",
    "<input type=\"hidden\">", "<div hidden><div></div></div>", "a <b>bold</b> <i>word",
    "<textarea>\n<details>\n</textarea>", "<svg><title>x</title><path d=\"\"/></svg>", "a < b > c",
    "<table>\n<tr><td>", "<https://example.org/details>", "- <details>\n\n  x\n\n  </details>",
    "<img alt=\"a > <details>\">", "<![CDATA[ x ]]>", "<!-->", "Use <name> and <host-name> here",
  ])
  func acceptsWhatIsClosedOrHidesNothing(html: String) {
    #expect(read("# L\n\n- [ ] a\n\n\(html)\n").shownDiagnostics == [])
  }

  @Test func namesTheLineOfTheOpeningTag() {
    let checklist = read("# L\n\n<div>\n<p>\n<details>\n</div2>\n\ntext\n")
    #expect(checklist.shownDiagnostics == ["unclosed-html 5"])
    #expect(checklist.diagnostics.first?.message.contains("<details>") == true)
  }

  @Test func findsACommentThatBeginsInsideABlock() {
    #expect(read("<div>\n<!-- x\n\n- [ ] a\n").shownDiagnostics == ["unclosed-comment 2"])
  }

  @Test func survivesManyOpenElements() {
    let text = String(repeating: "<b><details>", count: 20_000) + "\n\nx\n"
    #expect(read("<div>" + text).diagnostics.count == 20_000)
    #expect(read("<div>" + text + String(repeating: "</b>", count: 20_000)).diagnostics.count > 0)
  }
}
