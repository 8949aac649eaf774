import type { Metre } from './metre';
import { slotsPerBar } from './metre';
import type { PiecePlan, PlannedBar } from './piecePlan';
import type { Note, VoiceName } from './score';
import { writeNote } from './writeNote';

/**
 * One drum's part in a bar: a sign for every slot, `X` accented, `x` plain, `-` ghosted, `.` silent; heard while
 * the weight of the drums lies within [from, to).
 */
interface DrumPattern {
  voice: VoiceName;
  from: number;
  to: number;
  bars: Record<Metre['name'], string>;
}

/** The kit for music that is not dark: shaker first, then kick, hat, snare, sixteenths. */
// prettier-ignore
const lightKit: readonly DrumPattern[] = [
  { voice: 'shaker', from: 0.14, to: 0.62, bars: { '4/4': 'x.-.X.-.x.-.X.-.', '3/4': 'x.-.X.-.X.-.', '6/8': 'x.-.-.X.-.-.' } },
  { voice: 'kick', from: 0.27, to: 0.45, bars: { '4/4': 'x.........x.....', '3/4': 'x...........', '6/8': 'x...........' } },
  { voice: 'kick', from: 0.45, to: 0.75, bars: { '4/4': 'X.....x.X.....-.', '3/4': 'X.........x.', '6/8': 'X.........x.' } },
  { voice: 'kick', from: 0.75, to: 2, bars: { '4/4': 'X...x...X...x.-.', '3/4': 'X.....x...x.', '6/8': 'X.....-...x.' } },
  { voice: 'hat', from: 0.45, to: 0.75, bars: { '4/4': '..x...x...x...x.', '3/4': '..x.x.x.x.x.', '6/8': 'x.-.x.x.-.x.' } },
  { voice: 'hat', from: 0.75, to: 2, bars: { '4/4': 'x-X-x-X-x-X-x-X-', '3/4': 'x-x-X-x-X-x-', '6/8': 'X-x-x-X-x-x-' } },
  { voice: 'snare', from: 0.36, to: 0.55, bars: { '4/4': '....-.......x...', '3/4': '....-...-...', '6/8': '......x.....' } },
  { voice: 'snare', from: 0.55, to: 2, bars: { '4/4': '....X..-....X..-', '3/4': '....x...X...', '6/8': '......X...-.' } },
  { voice: 'shaker', from: 0.62, to: 2, bars: { '4/4': 'x-x-X-x-x-x-X-x-', '3/4': 'x-x-X-x-X-x-', '6/8': 'x-x-x-X-x-x-' } },
];

/** The kit for dark music: low drums and few bright ones. */
// prettier-ignore
const darkKit: readonly DrumPattern[] = [
  { voice: 'shaker', from: 0.2, to: 0.6, bars: { '4/4': '-...x...-...x...', '3/4': '-...-...x...', '6/8': '-.....x.....' } },
  { voice: 'lowDrum', from: 0.25, to: 0.5, bars: { '4/4': 'x...........-...', '3/4': 'x.........-.', '6/8': 'x.........-.' } },
  { voice: 'lowDrum', from: 0.5, to: 0.75, bars: { '4/4': 'X.....x...x.....', '3/4': 'X.....x...-.', '6/8': 'X...-.x...-.' } },
  { voice: 'lowDrum', from: 0.75, to: 2, bars: { '4/4': 'X..-..X..-..X.x.', '3/4': 'X..-..X.x.x.', '6/8': 'X.-.x.X.-.x.' } },
  { voice: 'kick', from: 0.4, to: 2, bars: { '4/4': 'X.......x.......', '3/4': 'X...........', '6/8': 'X.....x.....' } },
  { voice: 'hat', from: 0.55, to: 2, bars: { '4/4': 'x.-.x.-.x.-.x.-.', '3/4': 'x.-.x.-.x.-.', '6/8': 'x.-.-.x.-.-.' } },
  { voice: 'snare', from: 0.66, to: 2, bars: { '4/4': '....x.......X..-', '3/4': '........X...', '6/8': '......X.....' } },
];

/** Where a phrase ends in driven music: a short fill before the next. */
const fill: Record<Metre['name'], string> = {
  '4/4': '........x.-xX.Xx',
  '3/4': '......-.x.Xx',
  '6/8': '......x.-.X-',
};

const accents: Record<string, number> = { X: 1, x: -3, '-': -9 };
const pans: Partial<Record<VoiceName, number>> = {
  hat: 0.3,
  shaker: -0.35,
  lowDrum: -0.1,
  cymbal: 0.2,
  snare: 0.05,
};

function playPattern(plan: PiecePlan, bar: PlannedBar, pattern: { voice: VoiceName; signs: string }): Note[] {
  const slots = slotsPerBar(plan.ensemble.metre);
  return [...pattern.signs].flatMap((sign, slot) => {
    if (sign === '.') return [];
    const note = writeNote(plan, {
      voice: pattern.voice,
      atBar: bar.index + slot / slots,
      lengthBars: 1 / slots,
      midi: pattern.voice === 'lowDrum' && slot % 3 === 2 ? 64 : 60,
      accentDb: accents[sign],
      pan: pans[pattern.voice],
    });
    return [note];
  });
}

/** Weight of the drums in a bar: what the emotion asks, held back where the arrangement is still thin. */
function weightOf(bar: PlannedBar): number {
  if (bar.section === 'ending') return 0;
  const thin = bar.section === 'introduction' ? 0.55 : bar.fullness < 0.5 ? 0.85 : 1;
  return bar.parameters.percussion * thin;
}

function opening(plan: PiecePlan, bar: PlannedBar, weight: number): Note[] {
  const marks = bar.section === 'phrase' && bar.barInPhrase === 0 && bar.phrase % 2 === 0 && weight > 0.5;
  const last = bar.section === 'ending' && bar.parameters.percussion > 0.5;
  if (!marks && !last) return [];
  const cymbal = {
    voice: 'cymbal',
    atBar: bar.index,
    lengthBars: 1,
    midi: 60,
    accentDb: -4,
    pan: 0.2,
  } as const;
  const strike = { voice: 'kick', atBar: bar.index, lengthBars: 0.2, midi: 60, accentDb: 0 } as const;
  return last ? [writeNote(plan, cymbal), writeNote(plan, strike)] : [writeNote(plan, cymbal)];
}

/** The drums: none when calm, and more of the kit the higher the arousal; darker drums for unpleasant music. */
export function writeDrums(plan: PiecePlan): Note[] {
  const { name } = plan.ensemble.metre;
  return plan.bars.flatMap((bar) => {
    const weight = weightOf(bar);
    const kit = bar.emotion.valence < -0.3 ? darkKit : lightKit;
    const parts = kit
      .filter(({ from, to }) => weight >= from && weight < to)
      .flatMap(({ voice, bars }) => playPattern(plan, bar, { voice, signs: bars[name] }));
    const fills = bar.section === 'phrase' && bar.barInPhrase === 3 && weight > 0.6;
    const drum = kit === darkKit ? 'lowDrum' : 'snare';
    const filled = fills ? playPattern(plan, bar, { voice: drum, signs: fill[name] }) : [];
    return [...opening(plan, bar, weight), ...parts, ...filled];
  });
}
