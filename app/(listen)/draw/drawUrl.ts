import { readNumber } from '@/app/ui/readNumber';
import type { UrlCodec } from '@/app/ui/useUrlState';
import { readNarrowed, writeNarrowed, type Narrowed } from '../narrow/narrowUrl';
import { makeDrawing, type Drawing } from './drawing';

export const views = ['lanes', 'path'] as const;
export const lengths = ['near', 'exact', 'free'] as const;
export const modes = ['auto', 'level', 'shape', 'blend'] as const;

/** What the drawing page shows; all of it is in the address. */
export interface DrawState extends Narrowed {
  drawing: Drawing;
  /** How long the drawing lasts; null stretches it to each track's length. Never null for sections. */
  durationSeconds: number | null;
  scope: 'track' | 'section';
  /** How long a section may be: about as long as the drawing, exactly so, or from half to twice that. */
  length: (typeof lengths)[number];
  mode: (typeof modes)[number];
  /** Share of the shape, 0..1; counts in mode `blend`. */
  blend: number;
  /** How far the alignment may bend time, as a part of the whole, 0..1. */
  band: number;
  view: (typeof views)[number];
}

const defaultBand = 0.1;
const defaultBlend = 0.5;
export const defaultSectionSeconds = 30;
export const longestSeconds = 3600;

const within = (value: number | null, least: number, most: number): number | null =>
  value !== null && value >= least && value <= most ? value : null;

const oneOf = <Value extends string>(known: readonly Value[], text: string | null): Value =>
  known.find((value) => value === text) ?? known[0];

/** Key points as `t_valence_arousal`, joined by stars: signs that an address need not escape. */
function writeDrawing(drawing: Drawing): string {
  return drawing.map(({ t, valence, arousal }) => [t, valence, arousal].join('_')).join('*');
}

function readDrawing(text: string | null): Drawing {
  if (!text) return [];
  const points = text.split('*').map((entry) => entry.split('_').map(readNumber));
  return makeDrawing(
    points.flatMap(([t, valence, arousal]) =>
      typeof t === 'number' && typeof valence === 'number' && typeof arousal === 'number'
        ? [{ t, valence, arousal }]
        : [],
    ),
  );
}

/** `k` key points, `d` seconds, `s` scope, `l` length of sections, `m` mode, `b` blend, `w` band, `view`, and what narrows the answers. */
export const drawUrl: UrlCodec<DrawState> = {
  read(parameters) {
    const scope = oneOf(['track', 'section'], parameters.get('s'));
    const durationSeconds = within(readNumber(parameters.get('d')), 1, longestSeconds);
    return {
      ...readNarrowed(parameters),
      drawing: readDrawing(parameters.get('k')),
      durationSeconds: durationSeconds ?? (scope === 'section' ? defaultSectionSeconds : null),
      scope,
      length: oneOf(lengths, parameters.get('l')),
      mode: oneOf(modes, parameters.get('m')),
      blend: within(readNumber(parameters.get('b')), 0, 1) ?? defaultBlend,
      band: within(readNumber(parameters.get('w')), 0, 1) ?? defaultBand,
      view: oneOf(views, parameters.get('view')),
    };
  },

  write(state) {
    const parameters = new URLSearchParams();
    if (state.drawing.length) parameters.set('k', writeDrawing(state.drawing));
    if (state.durationSeconds !== null) parameters.set('d', String(state.durationSeconds));
    if (state.scope !== 'track') parameters.set('s', state.scope);
    if (state.length !== lengths[0]) parameters.set('l', state.length);
    if (state.mode !== modes[0]) parameters.set('m', state.mode);
    if (state.blend !== defaultBlend) parameters.set('b', String(state.blend));
    if (state.band !== defaultBand) parameters.set('w', String(state.band));
    if (state.view !== views[0]) parameters.set('view', state.view);
    writeNarrowed(parameters, state);
    return parameters;
  },
};
