import Testing

/// The tests that need the demo environment: one after the other, in one world.
@Suite(.serialized, .demoWorld) enum EndToEnd {}
