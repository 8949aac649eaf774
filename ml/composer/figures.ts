import type { FigureName } from './ensemble';
import { slotsPerBar, type Metre } from './metre';
import { inventMotif, motifSlots, type Motif } from './motif';
import type { PiecePlan, PlannedBar } from './piecePlan';
import { createRandom } from '../random';
import type { Note, VoiceName } from './score';
import { writeNote } from './writeNote';

/** Divisions of a beat that even figures may use, as steps in slots. */
const evenSteps = (metre: Metre): number[] => (metre.slotsPerBeat === 6 ? [6, 2, 1] : [4, 2, 1]);

/** The even step whose rate of notes comes nearest to the wished one. */
function stepForRate(metre: Metre, bar: PlannedBar, notesPerSecond: number): number {
  const slotSeconds = bar.lengthSeconds / slotsPerBar(metre);
  const misfit = (step: number) => Math.abs(Math.log(1 / (step * slotSeconds) / notesPerSecond));
  return evenSteps(metre).reduce((best, step) => (misfit(step) < misfit(best) ? step : best));
}

/** A figure's view of one bar. */
interface FigureBar {
  plan: PiecePlan;
  bar: PlannedBar;
  voice: VoiceName;
  strumMotif: Motif;
}

const spread = (index: number, count: number): number =>
  count < 2 ? 0 : -0.45 + (0.9 * index) / (count - 1);

/** Each tone of the chord a little after the one below, once or twice a bar. */
function rolled({ plan, bar, voice }: FigureBar): Note[] {
  const strokes = bar.lengthSeconds > 3.2 && bar.section === 'phrase' ? [0, 0.5] : [0];
  const wait = 0.07 + 0.05 * (bar.parameters.attackSeconds / 0.24);
  return strokes.flatMap((at) =>
    bar.voicing.map((midi, i) =>
      writeNote(plan, {
        voice,
        atBar: bar.index + at,
        lengthBars: 0.98 / strokes.length,
        midi,
        accentDb: (at > 0 ? -4 : -1) - 0.6 * i,
        pan: spread(i, 4),
        delaySeconds: wait * i,
        held: true,
      }),
    ),
  );
}

/** Steps for which a tone of an arpeggio is written: into the next where music is legato, its own where it is staccato. */
const overlapOf = (articulation: number): number =>
  1 + 0.8 * Math.min(1, Math.max(0, (articulation - 0.6) / 0.35));

/** The chord tone by tone in the piece's own order, at an even rate. */
function arpeggio({ plan, bar, voice }: FigureBar): Note[] {
  const { metre, arpeggioOrder } = plan.ensemble;
  const slots = slotsPerBar(metre);
  const step = stepForRate(metre, bar, 1.45 * bar.parameters.notesPerSecond);
  const overlap = overlapOf(bar.parameters.articulation);
  return Array.from({ length: slots / step }, (_, i) => {
    const place = arpeggioOrder[i % arpeggioOrder.length];
    const onBeat = (i * step) % metre.slotsPerBeat === 0;
    return writeNote(plan, {
      voice,
      atBar: bar.index + (i * step) / slots,
      lengthBars: (overlap * step) / slots,
      midi: bar.voicing[place],
      accentDb: i === 0 ? 0 : onBeat ? -2 : -4,
      pan: spread(place, 4),
    });
  });
}

/** The whole chord swept down or up on the strong places and some between. */
function strum({ plan, bar, voice, strumMotif }: FigureBar): Note[] {
  const slots = slotsPerBar(plan.ensemble.metre);
  const wanted = Math.round(0.8 * bar.parameters.notesPerSecond * bar.lengthSeconds);
  const starts = motifSlots(strumMotif, Math.max(2, Math.min(wanted, slots / 2)));
  return starts.flatMap((slot, i) => {
    const down = slot % plan.ensemble.metre.slotsPerBeat === 0;
    const order = down ? bar.voicing : [...bar.voicing].reverse().slice(0, 3);
    return order.map((midi, k) =>
      writeNote(plan, {
        voice,
        atBar: bar.index + slot / slots,
        lengthBars: ((starts[i + 1] ?? slots) - slot) / slots,
        midi,
        accentDb: down ? -3 : -6,
        pan: spread(k, order.length) * 0.7,
        delaySeconds: 0.013 * k,
      }),
    );
  });
}

/** Repeated short chords in the lower voices, pressed in groups of three against the beat. */
function pulse({ plan, bar, voice }: FigureBar): Note[] {
  const { metre } = plan.ensemble;
  const slots = slotsPerBar(metre);
  const step = stepForRate(metre, bar, 1.3 * bar.parameters.notesPerSecond);
  return Array.from({ length: slots / step }, (_, i) => {
    const pressed = i % 3 === 0 || (i * step) % slots === 0;
    const tones = pressed ? bar.voicing.slice(0, 3) : bar.voicing.slice(0, 2);
    return tones.map((midi, k) =>
      writeNote(plan, {
        voice,
        atBar: bar.index + (i * step) / slots,
        lengthBars: (0.85 * step) / slots,
        midi,
        accentDb: pressed ? -2 : -6,
        pan: spread(k, 3),
      }),
    );
  }).flat();
}

const figureWriters: Record<FigureName, (bar: FigureBar) => Note[]> = { rolled, arpeggio, strum, pulse };

/** The accompaniment: a figure of the ensemble's choice for the emotion of every bar, ending on a rolled chord. */
export function writeFigures(plan: PiecePlan): Note[] {
  const strumMotif = inventMotif(plan.ensemble.metre, 0.8, createRandom(plan.piece.seed, 'strum'));
  return plan.bars.flatMap((bar) => {
    const { figure, voice } = plan.ensemble.figureAt(bar.emotion);
    const shown = bar.section === 'ending' ? 'rolled' : figure;
    return figureWriters[shown]({ plan, bar, voice, strumMotif });
  });
}
