import { writeParameters } from '@/app/ui/url/parameters';
import type { UrlCodec } from '@/app/ui/url/urlCodec';

/** Which held-out piece is shown, and which model's curve is drawn in full; null for the first of each. */
export interface PredictionsState {
  piece: string | null;
  model: string | null;
}

/** `?piece=&model=`. */
export const predictionsUrl: UrlCodec<PredictionsState> = {
  read: (parameters) => ({ piece: parameters.get('piece'), model: parameters.get('model') }),
  write: ({ piece, model }) => writeParameters({ piece, model }),
};
