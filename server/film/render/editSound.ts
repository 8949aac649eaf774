import { joinedSamples } from '@/ml/audio/joinedSamples';
import { beforeBeatSeconds, crossed, crossSeconds } from '@/ml/film/fitting/crossed';
import { mediaRateHz } from '../interchange/handedOver';
import { openedSound, type OpenSound } from './openedSound';
import type { SectionPlan, Stretch } from './sectionPlan';
import { sectionSound, type Stereo } from './sectionSound';

const crossSamples = Math.round(crossSeconds * mediaRateHz);
const beforeSamples = Math.round(beforeBeatSeconds * mediaRateHz);

/**
 * The sound of a planned section at 48 kHz; of an edit, its stretches one after the other, each read from the track anew
 * and crossing over into the next on the beat.
 */
export async function* editSound(
  open: OpenSound,
  plan: SectionPlan,
): AsyncGenerator<Stereo, void, undefined> {
  const { stretches } = plan;
  if (!stretches) return yield* sectionSound(openedSound(open, plan), plan);
  let ending: Stereo | undefined;
  for (const [place, stretch] of stretches.entries()) {
    const isLast = place === stretches.length - 1;
    const wide = widened(stretch, { before: place > 0, after: !isLast });
    const read = sectionSound(openedSound(open, { ...wide, stretch: plan.stretch }), wide);
    // The end of each stretch waits for the beginning of the next. Before a track's beginning there is silence.
    let held = place > 0 ? silence(beforeSamples - stretch.firstSample) : undefined;
    let begins = place > 0;
    for await (const piece of read) {
      held = held ? joined(held, piece) : piece;
      if (held[0].length < 2 * crossSamples) continue;
      if (begins) held = begin(ending, held);
      begins = false;
      const ready = isLast ? held[0].length : held[0].length - crossSamples;
      yield part(held, 0, ready);
      held = part(held, ready, held[0].length);
    }
    if (held && begins) held = begin(ending, held);
    ending = held;
  }
  if (ending && ending[0].length > 0) yield ending;
}

/** A stretch with what crosses over: before its first beat, and after its last. */
function widened(
  { firstSample, lengthSamples }: Stretch,
  { before, after }: { before: boolean; after: boolean },
): Stretch {
  const early = before ? beforeSamples : 0;
  return {
    firstSample: firstSample - early,
    lengthSamples: lengthSamples + early + (after ? crossSamples - beforeSamples : 0),
  };
}

function silence(samples: number): Stereo {
  const length = Math.max(0, samples);
  return [new Float32Array(length), new Float32Array(length)];
}

/** A stretch whose first samples the last of the stretch before cross over into. */
function begin(ending: Stereo | undefined, held: Stereo): Stereo {
  if (!ending) return held;
  const length = Math.min(crossSamples, ending[0].length, held[0].length);
  const opening = ending.map((samples, side) =>
    crossed(samples.subarray(samples.length - length), held[side].subarray(0, length)),
  ) as Stereo;
  return joined(opening, part(held, length, held[0].length));
}

function joined(a: Stereo, b: Stereo): Stereo {
  return a.map((samples, side) => joinedSamples([samples, b[side]])) as Stereo;
}

function part(sound: Stereo, from: number, to: number): Stereo {
  return [sound[0].subarray(from, to), sound[1].subarray(from, to)];
}
