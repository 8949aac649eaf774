import { oneOf, readNumberWithin, unlessDefault, writeParameters } from '@/app/ui/url/parameters';
import type { UrlCodec } from '@/app/ui/url/urlCodec';

const shownValues = ['nats', 'change'] as const;

/** What of a recording is looked at. */
export interface RecordingState {
  /** The trial, by its number; null for the first. */
  trial: number | null;
  /** Entropy itself, or how far it is from the recording's own mean at the electrode. */
  show: (typeof shownValues)[number];
  /** The model whose attention is shown; null for none. */
  model: number | null;
}

const ids = { min: 1, max: 999_999_999 };

/** `?trial=&show=&model=`. */
export const recordingUrl: UrlCodec<RecordingState> = {
  read: (parameters) => ({
    trial: readNumberWithin(parameters.get('trial'), ids),
    show: oneOf(shownValues, parameters.get('show')),
    model: readNumberWithin(parameters.get('model'), ids),
  }),
  write: ({ trial, show, model }) => writeParameters({ trial, show: unlessDefault(show, 'nats'), model }),
};

export type ChangeRecording = (part: Partial<RecordingState>) => void;
