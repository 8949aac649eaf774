import { open } from 'node:fs/promises';
import { decodeFile } from '../../analysis/decodeFile';
import { withSoundFile } from '../../analysis/identifyFile';
import { handlerOf } from '../../analysis/serveAnalysis';
import { soundAsFarAsItGoes } from '../../analysis/soundAsFarAsItGoes';
import { interleaved, sectionSound } from '../render/sectionSound';
import { blockSamples, soundBlock } from './soundBlock';

export const soundBlockHandler = handlerOf(soundBlock, async ({ path, index, target }, onProgress) => {
  const output = await open(target, 'w');
  try {
    await withSoundFile(path, async (file) => {
      const sound = soundAsFarAsItGoes(decodeFile(file, (fraction) => onProgress(fraction, null)));
      const within = { firstSample: index * blockSamples, lengthSamples: blockSamples };
      for await (const piece of sectionSound(sound, within)) await output.write(interleaved(piece));
    });
  } finally {
    await output.close();
  }
  return null;
});
