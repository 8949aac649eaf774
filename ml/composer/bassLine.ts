import { slotsPerBar } from './metre';
import type { PiecePlan, PlannedBar } from './piecePlan';
import type { Note } from './score';
import { writeNote } from './writeNote';

/** One bass note within a bar: slot, length in slots, and the interval to the root. */
type BassTone = readonly [slot: number, length: number, part: 'root' | 'fifth' | 'octave' | 'approach'];

/** Patterns by metre, from the calmest to the most driven. */
// prettier-ignore
const patterns: Record<string, readonly (readonly BassTone[])[]> = {
  '4/4': [
    [[0, 16, 'root']],
    [[0, 8, 'root'], [8, 8, 'fifth']],
    [[0, 6, 'root'], [6, 2, 'root'], [8, 6, 'fifth'], [14, 2, 'approach']],
    [[0, 2, 'root'], [2, 2, 'root'], [4, 2, 'octave'], [6, 2, 'root'], [8, 2, 'root'], [10, 2, 'fifth'], [12, 2, 'octave'], [14, 2, 'approach']],
  ],
  '3/4': [
    [[0, 12, 'root']],
    [[0, 8, 'root'], [8, 4, 'fifth']],
    [[0, 4, 'root'], [4, 4, 'fifth'], [8, 2, 'octave'], [10, 2, 'approach']],
    [[0, 2, 'root'], [2, 2, 'root'], [4, 2, 'octave'], [6, 2, 'fifth'], [8, 2, 'octave'], [10, 2, 'approach']],
  ],
  '6/8': [
    [[0, 12, 'root']],
    [[0, 6, 'root'], [6, 6, 'fifth']],
    [[0, 4, 'root'], [4, 2, 'root'], [6, 4, 'fifth'], [10, 2, 'approach']],
    [[0, 2, 'root'], [2, 2, 'fifth'], [4, 2, 'octave'], [6, 2, 'root'], [8, 2, 'fifth'], [10, 2, 'approach']],
  ],
};

/** Index of the pattern an arousal asks for. */
const driveOf = (arousal: number): number =>
  arousal < -0.35 ? 0 : arousal < 0.1 ? 1 : arousal < 0.45 ? 2 : 3;

/** Root of the chord in the bass octave from E1 to E flat 2. */
function rootMidi(plan: PiecePlan, bar: PlannedBar): number {
  const { chord } = bar;
  return 28 + ((((plan.tonicMidi + chord.scale[chord.root] - 28) % 12) + 12) % 12);
}

/** A fifth above the root as the chord has it. */
const fifthOf = ({ chord }: PlannedBar): number =>
  (chord.scale[(chord.root + 4) % 7] - chord.scale[chord.root] + 12) % 12;

/** The scale tone next to the coming root, from the side the bass stands on. */
function approachTo(plan: PiecePlan, bar: PlannedBar): number {
  const next = plan.bars[bar.index + 1];
  const target = rootMidi(plan, next);
  const here = rootMidi(plan, bar);
  if (target === here) return here + fifthOf(bar);
  const inScale = new Set(next.chord.scale.map((offset) => (plan.tonicMidi + offset) % 12));
  const side = target > here ? -1 : 1;
  return inScale.has((target + side) % 12) ? target + side : target + 2 * side;
}

function pitchOf(plan: PiecePlan, bar: PlannedBar, part: BassTone[2]): number {
  const root = rootMidi(plan, bar);
  switch (part) {
    case 'root':
      return root;
    case 'fifth':
      return root + fifthOf(bar);
    case 'octave':
      return root + 12;
    case 'approach':
      return approachTo(plan, bar);
  }
}

/** The bass: roots held when calm, fifths and approach notes as arousal grows, driving eighths when high. */
export function writeBass(plan: PiecePlan): Note[] {
  const { metre } = plan.ensemble;
  const slots = slotsPerBar(metre);
  return plan.bars.flatMap((bar) => {
    const early = bar.section === 'introduction' && plan.bars[bar.index + 1].section === 'introduction';
    if (early) return [];
    const settled =
      bar.section === 'ending' || (bar.cadence === 'close' && bar.barInPhrase === 3 && bar.fullness > 0.95);
    const pattern = patterns[metre.name][settled ? 0 : driveOf(bar.emotion.arousal)];
    return pattern.map(([slot, length, part]) =>
      writeNote(plan, {
        voice: 'bass',
        atBar: bar.index + slot / slots,
        lengthBars: length / slots,
        midi: pitchOf(plan, bar, part),
        accentDb: slot === 0 ? 0 : -2,
      }),
    );
  });
}
