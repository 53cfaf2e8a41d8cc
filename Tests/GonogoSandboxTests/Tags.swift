import Testing

extension Tag {
  /// Takes ten seconds or more.
  @Tag static var slow: Tag
}
