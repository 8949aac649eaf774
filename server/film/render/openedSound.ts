import type { PcmChunk } from '@/ml/audio/pcm';
import { mediaRateHz } from '../interchange/handedOver';
import { stretchedSound } from './stretch/stretchedSound';

/** The sound of a track from its beginning, as often as it is needed. */
export type OpenSound = () => AsyncIterable<PcmChunk>;

/** The sound of a track as it is played: of a stretched one, silence before `firstSample`, which is at 48 kHz. */
export function openedSound(
  open: OpenSound,
  { stretch, firstSample }: { stretch?: number; firstSample: number },
): AsyncIterable<PcmChunk> {
  return stretch ? stretchedSound(open(), { stretch, fromSeconds: firstSample / mediaRateHz }) : open();
}
