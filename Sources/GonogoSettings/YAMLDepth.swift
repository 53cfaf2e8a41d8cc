internal import CYAML
internal import GonogoCore

/// How deep lists and mappings stand in each other: libyaml looks at all of those that are open for
/// every one that it reads, so that depth costs its square.
enum YAMLDepth {
  /// Deeper than this no file of ours is.
  static let limit = 64

  /// Where `parser`, which has its input and is of no use afterwards, goes deeper than `limit`; nil
  /// when it does not, or stops at a fault before.
  static func excess(of parser: UnsafeMutablePointer<yaml_parser_t>) -> SourceLocation? {
    let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
    defer { unsafe event.deallocate() }
    var depth = 0
    while unsafe yaml_parser_parse(parser, event) == 1 {
      let (type, mark) = unsafe (event.pointee.type, event.pointee.start_mark)
      unsafe yaml_event_delete(event)
      switch type {
      case YAML_SEQUENCE_START_EVENT, YAML_MAPPING_START_EVENT: depth += 1
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: depth -= 1
      case YAML_STREAM_END_EVENT: return nil
      default: break
      }
      if depth > limit { return SourceLocation(line: mark.line + 1, column: mark.column + 1) }
    }
    return nil
  }
}
