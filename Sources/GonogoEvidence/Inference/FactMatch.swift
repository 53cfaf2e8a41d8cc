/// Which fact of a document a sentence repeats.
package enum FactMatch {
  /// How sure a kind of fact is, best first; decides between facts that fit equally well.
  package enum Standing: Int, Sendable, Comparable {
    /// A value that a command prints.
    case capture
    /// A sentence decided by evidence.
    case evidence
    /// A whole section, or a command, whichever the caller ranks first.
    case primary
    /// The other of the two.
    case secondary
    /// A sentence that a person answers.
    case attested

    /// Best first.
    package static func < (left: Standing, right: Standing) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// Something the document checks anyway.
  package struct Fact<Target: Sendable>: Sendable {
    /// What it is.
    package let target: Target
    /// What its name or sentence means.
    package let meaning: Meaning
    /// How sure its kind is.
    package let standing: Standing

    /// A fact.
    package init(_ target: Target, _ meaning: Meaning, _ standing: Standing) {
      self.target = target
      self.meaning = meaning
      self.standing = standing
    }

    /// Whether it tells all that these status words say. What succeeded is neither verified nor
    /// recorded by that, unless it was to verify just this; another sentence says the same only
    /// with the same words.
    func tells(_ statuses: Set<String>) -> Bool {
      switch standing {
      case .evidence, .attested: statuses == meaning.statuses
      case .capture: statuses.isEmpty
      case .primary, .secondary:
        statuses.isSubset(
          of: Vocabulary.standard.checking.intersection(meaning.statuses)
            .union(meaning.errands.subtracting(Vocabulary.standard.forms)))
      }
    }
  }

  /// The one fact that `sentence` clearly repeats, with the words they share; nil when there is
  /// none, or when several fit equally well.
  ///
  /// It takes two words at least, and every word of the sentence: what one word more says, nothing
  /// else vouches for.
  package static func find<Target>(
    _ sentence: Meaning, among facts: [Fact<Target>]
  ) -> (fact: Fact<Target>, words: [String])? {
    let wanted = sentence.words
    // "Node 2" is not what is said of node 1, nor of nodes.
    let facts = facts.filter { fact in
      sentence.numbers.isSubset(of: fact.meaning.numbers)
        && fact.meaning.distinctions.isSubset(of: sentence.distinctions)
        && fact.tells(sentence.statuses)
    }
    let scored = facts.map { fact in (fact: fact, matched: wanted.intersection(fact.meaning.words))
    }
    .filter { scored in
      let count = scored.matched.count
      return count >= 2 && count == wanted.count
    }
    guard let standing = scored.map(\.fact.standing).min() else { return nil }
    let best = scored.filter { $0.fact.standing == standing }
    guard best.count == 1, let only = best.first else { return nil }
    return (only.fact, sentence.spelled(only.matched))
  }
}
