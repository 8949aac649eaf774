import { readNumber } from '@/app/ui/readNumber';

/** Which tracks may answer; null where nothing is asked. */
export interface Narrowed {
  /** Words the results must hold. */
  text: string;
  minDurationSeconds: number | null;
  maxDurationSeconds: number | null;
  minTempoBpm: number | null;
  maxTempoBpm: number | null;
}

const keys = {
  from: 'minDurationSeconds',
  to: 'maxDurationSeconds',
  slow: 'minTempoBpm',
  fast: 'maxTempoBpm',
} as const;

const readBound = (text: string | null): number | null => {
  const value = readNumber(text);
  return value !== null && value >= 0 ? value : null;
};

/** Reads `q` words, `from`/`to` seconds of length, `slow`/`fast` beats a minute. */
export const readNarrowed = (parameters: URLSearchParams): Narrowed => ({
  text: (parameters.get('q') ?? '').slice(0, 200),
  minDurationSeconds: readBound(parameters.get('from')),
  maxDurationSeconds: readBound(parameters.get('to')),
  minTempoBpm: readBound(parameters.get('slow')),
  maxTempoBpm: readBound(parameters.get('fast')),
});

export function writeNarrowed(parameters: URLSearchParams, state: Narrowed): void {
  if (state.text) parameters.set('q', state.text);
  for (const [key, name] of Object.entries(keys)) {
    const value = state[name];
    if (value !== null) parameters.set(key, String(value));
  }
}

/** The filter the server understands; undefined where nothing narrows the search. */
export function filterOf(state: Narrowed) {
  const filter = {
    text: state.text.trim() || undefined,
    minDurationSeconds: state.minDurationSeconds ?? undefined,
    maxDurationSeconds: state.maxDurationSeconds ?? undefined,
    minTempoBpm: state.minTempoBpm ?? undefined,
    maxTempoBpm: state.maxTempoBpm ?? undefined,
  };
  return Object.values(filter).some((value) => value !== undefined) ? filter : undefined;
}
