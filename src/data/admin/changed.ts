/** What came of changing something. `changed-since` says that somebody else changed it after it was looked at. */
export type Changed<Because extends string = never> =
  | { kind: 'changed' }
  | { kind: 'unchanged' }
  | { kind: 'refused'; because: Because | 'changed-since' };
