extension Unicode.Scalar {
  /// True for what cannot be seen, or turns what follows: control and format characters, tags,
  /// variation selectors, and letters that show nothing.
  package var isHidden: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned,
      .surrogate:
      true
    default: properties.isDefaultIgnorableCodePoint || self == "\u{2800}"
    }
  }
}
