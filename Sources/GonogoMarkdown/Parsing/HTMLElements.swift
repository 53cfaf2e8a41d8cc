/// What gonogo knows about the elements of HTML.
enum HTMLElements {
  /// Elements that never have content.
  static func isVoid(_ name: String) -> Bool { void.contains(name) }

  /// Elements whose content is no markup, up to their own end tag.
  static func isRaw(_ name: String) -> Bool { raw.contains(name) }

  /// Elements whose content is not simply shown.
  static func hides(_ name: String) -> Bool { raw.contains(name) || hiding.contains(name) }

  /// Elements whose end tag ends whatever is still open in them.
  static func isBlock(_ name: String) -> Bool { blocks.contains(name) || hides(name) }

  private static let void: Set<String> = [
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input",
    "keygen", "link", "meta", "param", "source", "track", "wbr",
  ]
  private static let raw: Set<String> = [
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext",
  ]
  private static let hiding: Set<String> = [
    "details", "template", "noscript", "dialog", "select", "datalist", "object", "video", "audio",
    "canvas", "pre", "head", "svg", "math",
  ]
  private static let blocks: Set<String> = [
    "div", "section", "article", "aside", "main", "nav", "header", "footer", "center", "figure",
    "figcaption", "fieldset", "form", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody",
    "tfoot", "tr", "td", "th", "caption", "blockquote", "summary", "body", "html", "button",
  ]
}
