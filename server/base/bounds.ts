/** The largest number by which a row is known: Postgres' integer. */
export const largestId = 2 ** 31 - 1;
/** The largest finite number of a `real` column. */
export const largestReal = (2 - 2 ** -23) * 2 ** 127;
/** Longest single text in an input, in characters. */
const mostCharacters = 1_000_000;
/** Most members of one list or object in an input. */
const mostMembers = 200_000;
/** How deep an input may be nested: Postgres reads JSON by recursion, and so does JSON.stringify. */
const mostDepth = 64;

/** What of an input the store cannot hold: where it is, and what is accepted there. */
export interface BeyondBounds {
  path: (string | number)[];
  message: string;
}

/** NUL, and half a surrogate pair, which UTF-8 has no bytes for. */
const unstorable = /\0|\p{Surrogate}/u;

/** True for text that Postgres takes. */
export function isStorableText(text: string): boolean {
  return !unstorable.test(text);
}

/**
 * The first thing within an input, whatever its shape, that no column and no JSON of the store can hold; undefined where
 * all of it can be held. Every door asks this before anything else looks at the input.
 */
export function beyondBounds(input: unknown): BeyondBounds | undefined {
  const waiting: { value: unknown; path: (string | number)[] }[] = [{ value: input, path: [] }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path } = next;
    const message = faultOf(value, path.length);
    if (message !== undefined) return { path, message };
    for (const [key, member] of membersOf(value))
      if (isPlainNumber(member)) continue;
      else waiting.push({ value: member, path: [...path, key] });
  }
  return undefined;
}

/** Most members are numbers of curves: they need no place in the queue. */
function isPlainNumber(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value);
}

function faultOf(value: unknown, depth: number): string | undefined {
  if (typeof value === 'string') return faultOfText(value);
  if (typeof value === 'number' && !Number.isFinite(value)) return 'a finite number';
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth >= mostDepth) return `nested ${mostDepth} deep at most`;
  const keys = Object.keys(value);
  if (keys.length > mostMembers) return `${mostMembers} members at most`;
  return Array.isArray(value) || keys.every(isStorableText) ? undefined : 'names without NUL';
}

function faultOfText(text: string): string | undefined {
  if (text.length > mostCharacters) return `${mostCharacters} characters at most`;
  return isStorableText(text) ? undefined : 'text without NUL or half characters';
}

function membersOf(value: unknown): Iterable<[string | number, unknown]> {
  if (Array.isArray(value)) return value.entries();
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
