/** A file's name as BIDS makes it: entities, then a suffix, then the ending. */
export interface BidsName {
  /** Such as sub -> 01, task -> happy, in their order. */
  entities: Record<string, string>;
  /** Such as bold, physio, events. */
  suffix: string;
  /** With its dot, such as .nii.gz. */
  ending: string;
}

const pattern = /^((?:[a-zA-Z0-9]+-[a-zA-Z0-9+]+_)*)([a-zA-Z0-9]+)(\.[a-zA-Z0-9.]+)$/;

/** The parts of a BIDS name; null for a name that is none. */
export function bidsNameOf(name: string): BidsName | null {
  const parts = pattern.exec(name);
  if (!parts) return null;
  const pairs = parts[1].split('_').filter((pair) => pair !== '');
  const entities = Object.fromEntries(
    pairs.map((pair) => [pair.slice(0, pair.indexOf('-')), pair.slice(pair.indexOf('-') + 1)]),
  );
  return { entities, suffix: parts[2], ending: parts[3] };
}
