import { decodeFile } from '../../analysis/decodeFile';
import { failureOf } from '../../analysis/failureOf';
import { withSoundFile } from '../../analysis/identifyFile';
import { soundAsFarAsItGoes } from '../../analysis/soundAsFarAsItGoes';
import { heardSound, type HeardSound } from './heardSound';

/** What is heard of a file, and why no more, where it breaks off; or why nothing is. */
export interface Hearing {
  sound?: HeardSound;
  reason?: string;
}

/** Hears a file as an import does. */
export async function hearing(path: string): Promise<Hearing> {
  let reason: string | undefined;
  try {
    const sound = await withSoundFile(path, (file) => {
      const note = (error: unknown) => (reason = failureOf(error).reason);
      return heardSound(
        soundAsFarAsItGoes(
          decodeFile(file, () => undefined),
          note,
        ),
      );
    });
    return { sound, reason };
  } catch (error) {
    return { reason: failureOf(error).reason };
  }
}
