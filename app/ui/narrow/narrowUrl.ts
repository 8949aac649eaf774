import { readNumberWithin, readWords, unlessDefault } from '../url/parameters';

/** Numbers that a track must not pass, by what the server calls them: their name in an address, and what they may be. */
export const bounds = {
  minDurationSeconds: { parameter: 'from', min: 0, max: 86_400 },
  maxDurationSeconds: { parameter: 'to', min: 0, max: 86_400 },
  minTempoBpm: { parameter: 'slow', min: 0, max: 400 },
  maxTempoBpm: { parameter: 'fast', min: 0, max: 400 },
  minLoudnessLufs: { parameter: 'loud', min: -70, max: 0 },
  maxLoudnessLufs: { parameter: 'soft', min: -70, max: 0 },
} as const;

export type Bound = keyof typeof bounds;
export const boundNames = Object.keys(bounds) as Bound[];

/** Which tracks may answer; null where nothing is asked. */
export interface Narrowed extends Record<Bound, number | null> {
  /** Words the results must hold. */
  text: string;
  /** The genre's whole name. */
  genre: string | null;
}

const eachBound = <Value>(valueOf: (name: Bound) => Value) =>
  Object.fromEntries(boundNames.map((name) => [name, valueOf(name)])) as Record<Bound, Value>;

/** Reads `q` words, `genre`, `from`/`to` seconds of length, `slow`/`fast` beats a minute, `loud`/`soft` LUFS. */
export const readNarrowed = (parameters: URLSearchParams): Narrowed => ({
  text: readWords(parameters.get('q')),
  genre: readWords(parameters.get('genre')) || null,
  ...eachBound((name) => readNumberWithin(parameters.get(bounds[name].parameter), bounds[name])),
});

/** The same as parameters to write. */
export const writeNarrowed = (state: Narrowed): Record<string, string | number | null> => ({
  q: unlessDefault(state.text, ''),
  genre: state.genre,
  ...Object.fromEntries(boundNames.map((name) => [bounds[name].parameter, state[name]])),
});

/** The filter the server understands; undefined where nothing narrows the search. */
export function filterOf(state: Narrowed) {
  const filter = {
    text: state.text.trim() || undefined,
    genre: state.genre ?? undefined,
    ...eachBound((name) => state[name] ?? undefined),
  };
  return Object.values(filter).some((value) => value !== undefined) ? filter : undefined;
}
