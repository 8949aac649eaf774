import { open } from 'node:fs/promises';
import { decodeFile } from '../../analysis/decodeFile';
import { withSoundFile } from '../../analysis/identifyFile';
import { handlerOf } from '../../analysis/serveAnalysis';
import { soundAsFarAsItGoes } from '../../analysis/soundAsFarAsItGoes';
import { openedSound } from '../render/openedSound';
import { interleaved, sectionSound } from '../render/sectionSound';
import { blockSamples, soundBlock } from './soundBlock';

export const soundBlockHandler = handlerOf(soundBlock, async (question, onProgress) => {
  const { file: source, index, stretch, target } = question;
  const output = await open(target, 'w');
  try {
    await withSoundFile(source, async (file) => {
      const sound = soundAsFarAsItGoes(decodeFile(file, (fraction) => onProgress(fraction, null)));
      const within = { firstSample: index * blockSamples, lengthSamples: blockSamples };
      const heard = openedSound(() => sound, { stretch, ...within });
      for await (const piece of sectionSound(heard, within)) await output.write(interleaved(piece));
    });
  } finally {
    await output.close();
  }
  return null;
});
