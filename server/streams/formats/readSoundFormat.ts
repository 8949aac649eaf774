import { asciiAt } from '@/ml/audio/decode/bytes';
import { afterLeadingTags } from '@/ml/audio/decode/tagRange';
import type { RandomAccess } from '@/ml/audio/pcm';
import { blockReader } from './blockReader';
import { flacFormat } from './flacFormat';
import { mpegFormat } from './mpegFormat';
import { oggFormat } from './oggFormat';
import { wavFormat } from './wavFormat';
import type { SoundFormat } from './soundFormat';

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
