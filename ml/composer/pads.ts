import type { PiecePlan } from './piecePlan';
import type { Note } from './score';
import { writeNote } from './writeNote';

/** A chord tone held over one or more bars. */
interface HeldTone {
  midi: number;
  fromBar: number;
  bars: number;
}

const longestHold = 2;

/** The voicings' tones, those common to neighbouring bars held through. */
function heldTones(plan: PiecePlan): HeldTone[] {
  const all: HeldTone[] = [];
  let sounding: HeldTone[] = [];
  for (const bar of plan.bars) {
    sounding = bar.voicing.map((midi) => {
      const before = sounding.find((tone) => tone.midi === midi && tone.bars < longestHold);
      if (before) {
        before.bars += 1;
        return before;
      }
      const tone = { midi, fromBar: bar.index, bars: 1 };
      all.push(tone);
      return tone;
    });
  }
  return all;
}

/** The pad: every chord held softly, each tone by two players a little out of tune, left and right. */
export function writePads(plan: PiecePlan): Note[] {
  return heldTones(plan).flatMap(({ midi, fromBar, bars }, i) => {
    const bar = plan.bars[fromBar];
    const accentDb = -3 + 3 * bar.fullness - 2 * Math.max(0, bar.emotion.arousal);
    return [-1, 1].map((side) =>
      writeNote(plan, {
        voice: 'pad',
        atBar: fromBar,
        lengthBars: bars,
        midi,
        accentDb,
        pan: side * (0.5 + 0.1 * (i % 4)),
        detuneCents: 4 * side,
        held: true,
      }),
    );
  });
}
