import { decodeFile } from '../../analysis/decodeFile';
import { withSoundFile } from '../../analysis/identifyFile';
import { handlerOf } from '../../analysis/serveAnalysis';
import { soundAsFarAsItGoes } from '../../analysis/soundAsFarAsItGoes';
import { measuredSection } from '../render/measuredSection';
import { measureSection } from './measureSection';

export const measureSectionHandler = handlerOf(measureSection, ({ file: source, plan }, onProgress) =>
  withSoundFile(source, (file) =>
    measuredSection(
      () => soundAsFarAsItGoes(decodeFile(file, (fraction) => onProgress(fraction, null))),
      plan,
    ),
  ),
);
