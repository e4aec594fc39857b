import Terminal

/// One thing that a person can do, with everything that footer, help, palette and key files say about it.
///
/// `Context` is what a screen knows at the moment; `disabled` answers from it why the action cannot be done now.
package struct Action<Context>: Sendable {
  /// Permanent id, `screen.verb`; key files name it.
  package let id: String
  /// What it is called.
  package let name: Caption
  /// One to four characters for the footer.
  package let short: Caption
  /// The heading under which help and palette list it.
  package let group: Caption
  /// The keys that do it; the first is the one that is shown.
  package let keys: [KeyChord]
  /// The function or Ctrl key that does the same with an input method switched on.
  package let twin: KeyChord?
  /// Place in the footer, 1 the most important; nil keeps it out of the footer.
  package let rank: Int?
  /// Nil when the action can be done, otherwise the reason why not.
  package let disabled: @Sendable (Context) -> Caption?

  /// `short` is the name unless given; without `disabled` the action can always be done.
  package init(
    _ id: String, name: Caption, short: Caption? = nil, group: Caption, keys: [KeyChord], twin: KeyChord? = nil,
    rank: Int? = nil, disabled: @escaping @Sendable (Context) -> Caption? = { _ in nil }
  ) {
    self.id = id
    self.name = name
    self.short = short ?? name
    self.group = group
    self.keys = keys
    self.twin = twin
    self.rank = rank
    self.disabled = disabled
  }

  /// Every key that does it, the first one shown.
  package var allKeys: [KeyChord] { keys + (twin.map { [$0] } ?? []) }

  /// The same action on the keys of a person's key file.
  package func bound(to keys: [KeyChord]) -> Action {
    Action(
      id, name: name, short: short, group: group, keys: keys, twin: twin.flatMap { keys.contains($0) ? nil : $0 },
      rank: rank, disabled: disabled)
  }
}
