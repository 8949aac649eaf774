import type { Container } from '@/ml/audio/decode/container';
import { decodeFile } from '../../analysis/decodeFile';
import { failureOf } from '../../analysis/failureOf';
import { withSoundFile } from '../../analysis/identifyFile';
import { requireLongEnough } from '../../analysis/requireLongEnough';
import { soundAsFarAsItGoes } from '../../analysis/soundAsFarAsItGoes';
import { heardSound, type HeardSound } from './heardSound';

/** What is heard of a file, and why no more, where it breaks off; or why nothing is. */
export interface Hearing {
  sound?: HeardSound;
  reason?: string;
  /** What the file is, where that is known. */
  container?: Container | 'foreign';
}

/** Hears a file as an import does. */
export async function hearing(path: string): Promise<Hearing> {
  let reason: string | undefined;
  let container: Hearing['container'];
  try {
    const sound = await withSoundFile(path, (file) => {
      container = file.container;
      const note = (error: unknown) => (reason = failureOf(error).reason);
      return heardSound(
        soundAsFarAsItGoes(
          decodeFile(file, () => undefined),
          note,
        ),
      );
    });
    requireLongEnough(sound.seconds);
    return { sound, reason, container };
  } catch (error) {
    return { reason: failureOf(error).reason, container };
  }
}
