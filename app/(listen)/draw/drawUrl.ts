import { readNarrowed, writeNarrowed, type Narrowed } from '@/app/ui/narrow/narrowUrl';
import type { Trajectory } from '@/app/ui/trajectory/trajectory';
import { views, type View } from '@/app/ui/trajectory/views';
import { readDrawing, writeDrawing } from '@/app/ui/url/drawingParameter';
import { oneOf, readNumberWithin, unlessDefault, writeParameters } from '@/app/ui/url/parameters';
import type { UrlCodec } from '@/app/ui/url/urlCodec';

const scopes = ['track', 'section'] as const;
export const lengths = ['exact', 'near', 'free'] as const;
export const modes = ['auto', 'level', 'shape', 'blend'] as const;

/** What the drawing page shows; all of it is in the address. */
export interface DrawState extends Narrowed, Trajectory {
  /** How long the drawing lasts; null stretches it to each track's length. Never null for sections. */
  durationSeconds: number | null;
  scope: (typeof scopes)[number];
  /**
   * How long a match may be where the drawing has a length: exactly as long, about so, or from half to twice that. A whole
   * track is never exactly as long: `exact` means about so.
   */
  length: (typeof lengths)[number];
  mode: (typeof modes)[number];
  /** Share of the shape, 0..1; counts in mode `blend`. */
  blend: number;
  /** How far the alignment may bend time, as a part of the whole, 0..1. */
  band: number;
  view: View;
}

const share = { min: 0, max: 1 };
const defaultBand = 0.1;
const defaultBlend = 0.5;
export const defaultSectionSeconds = 30;
export const longestSeconds = 3600;

/** `k` key points, `d` seconds, `s` scope, `l` length of matches, `m` mode, `b` blend, `w` band, `view`, and what narrows the answers. */
export const drawUrl: UrlCodec<DrawState> = {
  read(parameters) {
    const scope = oneOf(scopes, parameters.get('s'));
    const durationSeconds = readNumberWithin(parameters.get('d'), { min: 1, max: longestSeconds });
    return {
      ...readNarrowed(parameters),
      drawing: readDrawing(parameters),
      durationSeconds: durationSeconds ?? (scope === 'section' ? defaultSectionSeconds : null),
      scope,
      length: oneOf(lengths, parameters.get('l')),
      mode: oneOf(modes, parameters.get('m')),
      blend: readNumberWithin(parameters.get('b'), share) ?? defaultBlend,
      band: readNumberWithin(parameters.get('w'), share) ?? defaultBand,
      view: oneOf(views, parameters.get('view')),
    };
  },

  write: (state) =>
    writeParameters({
      ...writeDrawing(state.drawing),
      d: state.durationSeconds,
      s: unlessDefault(state.scope, scopes[0]),
      l: unlessDefault(state.length, lengths[0]),
      m: unlessDefault(state.mode, modes[0]),
      b: unlessDefault(state.blend, defaultBlend),
      w: unlessDefault(state.band, defaultBand),
      view: unlessDefault(state.view, views[0]),
      ...writeNarrowed(state),
    }),
};
