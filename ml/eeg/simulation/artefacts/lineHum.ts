import type { Random } from '../../../random';
import type { ArtefactScene } from './artefactScene';

/**
 * Adds the hum of the mains, in one phase everywhere, up to twice as strong at one electrode as usual.
 *
 * @param microvolts its standard deviation at an electrode of the usual kind
 */
export function addLineHum(
  { rateHz, samples }: ArtefactScene,
  random: Random,
  { lineHz, microvolts }: { lineHz: number; microvolts: number },
): void {
  const phase = random.between(0, 2 * Math.PI);
  for (const own of samples) {
    const height = Math.SQRT2 * microvolts * random.between(0, 2);
    for (let sample = 0; sample < own.length; sample++)
      own[sample] += height * Math.sin(phase + (2 * Math.PI * lineHz * sample) / rateHz);
  }
}
