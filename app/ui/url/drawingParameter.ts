import { makeDrawing, type Drawing } from '../trajectory/drawing';
import { readNumber, unlessDefault } from './parameters';

/** The drawing that `k` holds; what cannot be read of it is left out. */
export function readDrawing(parameters: URLSearchParams): Drawing {
  const entries = parameters.get('k')?.split('*') ?? [];
  const points = entries.map((entry) => entry.split('_').map(readNumber));
  return makeDrawing(
    points.flatMap(([t, valence, arousal]) =>
      typeof t === 'number' && typeof valence === 'number' && typeof arousal === 'number'
        ? [{ t, valence, arousal }]
        : [],
    ),
  );
}

/** Key points as `t_valence_arousal`, joined by stars: signs that an address need not escape. */
export const writeDrawing = (drawing: Drawing): { k: string | null } => ({
  k: unlessDefault(drawing.map(({ t, valence, arousal }) => [t, valence, arousal].join('_')).join('*'), ''),
});
