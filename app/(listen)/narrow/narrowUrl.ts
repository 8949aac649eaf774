import { readNumber } from '@/app/ui/readNumber';

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

function readBound(parameters: URLSearchParams, name: Bound): number | null {
  const { parameter, min, max } = bounds[name];
  const value = readNumber(parameters.get(parameter));
  return value !== null && value >= min && value <= max ? value : null;
}

/** Reads `q` words, `genre`, `from`/`to` seconds of length, `slow`/`fast` beats a minute, `loud`/`soft` LUFS. */
export const readNarrowed = (parameters: URLSearchParams): Narrowed => ({
  text: (parameters.get('q') ?? '').slice(0, 200),
  genre: parameters.get('genre')?.slice(0, 200) || null,
  ...(Object.fromEntries(boundNames.map((name) => [name, readBound(parameters, name)])) as Record<
    Bound,
    number | null
  >),
});

export function writeNarrowed(parameters: URLSearchParams, state: Narrowed): void {
  if (state.text) parameters.set('q', state.text);
  if (state.genre) parameters.set('genre', state.genre);
  for (const name of boundNames) {
    const value = state[name];
    if (value !== null) parameters.set(bounds[name].parameter, String(value));
  }
}

/** The filter the server understands; undefined where nothing narrows the search. */
export function filterOf(state: Narrowed) {
  const filter = {
    text: state.text.trim() || undefined,
    genre: state.genre ?? undefined,
    ...(Object.fromEntries(boundNames.map((name) => [name, state[name] ?? undefined])) as Record<
      Bound,
      number | undefined
    >),
  };
  return Object.values(filter).some((value) => value !== undefined) ? filter : undefined;
}
