import { asciiAt } from '@/ml/audio/decode/bytes';
import { afterLeadingTags } from '@/ml/audio/decode/tagRange';
import type { RandomAccess } from '@/ml/audio/pcm';
import { blockReader } from './blockReader';
import { flacFormat } from './flacFormat';
import { mpegFormat } from './mpegFormat';
import { oggFormat } from './oggFormat';
import { wavFormat } from './wavFormat';

/** Why a file is not for a browser although it knows the codec. */
export type FormatFlaw =
  /** Files end to end, or several streams side by side. */
  | 'chained'
  /** Its clock does not begin at zero. */
  | 'late clock'
  /** Its channels or rate change midway. */
  | 'changing'
  /** Less, or more, than its own header says, or nothing that tells its length rightly. */
  | 'unsure length'
  /** Tags before the first byte of a format that has no room for them there. */
  | 'tags before it';

/** What a file holds as far as browsers care. */
export interface SoundFormat {
  container: 'mpeg' | 'flac' | 'ogg' | 'wav';
  codec: 'layer-1' | 'layer-2' | 'layer-3' | 'flac' | 'vorbis' | 'opus' | 'pcm' | 'other';
  channels: number;
  sampleRateHz: number;
  /** Bits of a sample as it is written; null where the codec has none. */
  bits: number | null;
  flaw: FormatFlaw | null;
}

/** What a file holds, by its content; undefined where it is of no container that browsers know, or damaged at its head. */
export async function readSoundFormat(file: RandomAccess): Promise<SoundFormat | undefined> {
  const bytes = blockReader(file);
  const start = await afterLeadingTags(bytes);
  const mark = asciiAt(await bytes.read(start, 4), 0, 4);
  if (mark === 'fLaC') return withoutTags(start, await flacFormat(bytes, start));
  if (mark === 'OggS') return withoutTags(start, await oggFormat(bytes, start));
  if (mark === 'RIFF') return withoutTags(start, await wavFormat(bytes, start));
  return mpegFormat(bytes, start);
}

/** Only MPEG audio begins with tags by right. */
function withoutTags(start: number, format: SoundFormat | undefined): SoundFormat | undefined {
  return format && start > 0 ? { ...format, flaw: 'tags before it' } : format;
}
