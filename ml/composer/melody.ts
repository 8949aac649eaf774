import type { Chord } from './harmony';
import { slotsPerBar } from './metre';
import { inventMotif, motifSlots, type Motif } from './motif';
import type { PiecePlan, PlannedBar } from './piecePlan';
import { createRandom } from '../random';
import { stepBelow, stepToMidi } from './scales';
import { type Note, type VoiceName } from './score';
import { writeNote } from './writeNote';

/** One melody note: a scale step at a slot of a bar. */
interface MelodyTone {
  slot: number;
  lengthSlots: number;
  step: number;
}

type MotifName = 'a' | 'b' | 'c' | 'd' | 'e';

/** Which motif a bar speaks: statement, restatement, departure, cadence. */
function motifNameOf({ letter, cadence, barInPhrase }: PlannedBar): MotifName {
  if (letter === 'B') return barInPhrase === 1 ? 'e' : 'd';
  if (barInPhrase < 2) return 'a';
  return cadence === 'open' ? 'b' : 'c';
}

const nearest = (step: number, accept: (step: number) => boolean): number => {
  for (let distance = 0; distance < 7; distance++) {
    if (accept(step - distance)) return step - distance;
    if (accept(step + distance)) return step + distance;
  }
  return step;
};

const degreeOf = (step: number): number => ((step % 7) + 7) % 7;
const nearestChordStep = (step: number, chord: Chord): number =>
  nearest(step, (candidate) => chord.degrees.slice(0, 3).includes(degreeOf(candidate)));
/** The chord tone next above (1) or below (-1). */
const nextChordStep = (step: number, direction: 1 | -1, chord: Chord): number =>
  [1, 2, 3, 4]
    .map((distance) => step + direction * distance)
    .find((candidate) => chord.degrees.slice(0, 3).includes(degreeOf(candidate))) ?? step;
const nearestTonic = (step: number): number => nearest(step, (candidate) => degreeOf(candidate) === 0);

/** Melodic arch over a phrase (Huron 1996, The melodic arch in Western folksongs), tilted by the emotion; in steps. */
function phraseArch(progress: number, tilt: number): number {
  return 5 * progress * (1 - progress) + 2.2 * tilt * (progress - 0.5);
}

/** The step, but no further from the tone before than the largest leap. */
function withoutLeap(step: number, previous: number, largest: number): number {
  return previous + Math.max(-largest, Math.min(largest, step - previous));
}

/** Writes one melody, remembering where it stands. */
class MelodyWriter {
  private previous: number | undefined;
  /** Steps taken last; a leap is answered by small steps (gap-fill: Meyer 1973, Explaining Music). */
  private lastMove = 0;
  private readonly motifs: Record<MotifName, Motif>;

  constructor(private readonly plan: PiecePlan) {
    const regularity =
      plan.bars.reduce((sum, bar) => sum + bar.parameters.rhythmicRegularity, 0) / plan.bars.length;
    const motif = (name: MotifName) =>
      inventMotif(plan.ensemble.metre, regularity, createRandom(plan.piece.seed, `motif ${name}`));
    this.motifs = { a: motif('a'), b: motif('b'), c: motif('c'), d: motif('d'), e: motif('e') };
  }

  /** The tones of a bar that states or develops a motif. */
  moving(bar: PlannedBar, rate: number): MelodyTone[] {
    const slots = slotsPerBar(this.plan.ensemble.metre);
    const wanted = Math.round(bar.parameters.notesPerSecond * bar.lengthSeconds * rate);
    const count = Math.max(1, Math.min(wanted, Math.round(slots * 0.56)));
    const motif = this.motifs[motifNameOf(bar)];
    const starts = motifSlots(motif, count);
    return starts.map((slot, i) => ({
      slot,
      lengthSlots: (starts[i + 1] ?? slots) - slot,
      step: this.nextStep(bar, slot, motif),
    }));
  }

  /** The tones of a phrase's last bar: home or to a waiting chord tone, now and then by way of a suspension. */
  cadence(bar: PlannedBar): MelodyTone[] {
    const slots = slotsPerBar(this.plan.ensemble.metre);
    const { slotsPerBeat } = this.plan.ensemble.metre;
    const from = this.previous ?? this.centreStep(bar);
    const goal = bar.cadence === 'close' ? nearestTonic(from) : nearestChordStep(from, bar.chord);
    this.previous = goal;
    const length = Math.round(slots * (bar.section === 'ending' ? 1 : 0.8));
    if (bar.section === 'ending' || this.motifs.b.contour[1] < 0)
      return [{ slot: 0, lengthSlots: length, step: goal }];
    return [
      { slot: 0, lengthSlots: slotsPerBeat, step: goal + 1 },
      { slot: slotsPerBeat, lengthSlots: length - slotsPerBeat, step: goal },
    ];
  }

  /** A short echo of the first motif in the second half of a bar, on chord tones. */
  echo(bar: PlannedBar): MelodyTone[] {
    const slots = slotsPerBar(this.plan.ensemble.metre);
    const half = slots / 2;
    const starts = motifSlots(this.motifs.a, Math.round(slots * 0.4)).filter((slot) => slot < half);
    let step = nearestChordStep(this.previous ?? this.centreStep(bar), bar.chord);
    return starts.slice(0, 4).map((slot, i, all) => {
      if (i > 0) step = nextChordStep(step, this.motifs.a.contour[slot] >= 0 ? 1 : -1, bar.chord);
      return { slot: slot + half, lengthSlots: (all[i + 1] ?? half) - slot, step };
    });
  }

  private centreStep(bar: PlannedBar): number {
    return stepBelow(Math.round(bar.parameters.registerMidi), bar.chord.scale, this.plan.tonicMidi);
  }

  private nextStep(bar: PlannedBar, slot: number, motif: Motif): number {
    const { metre } = this.plan.ensemble;
    const progress = (bar.barInPhrase + slot / slotsPerBar(metre)) / 4;
    const shape = phraseArch(progress, bar.parameters.contourTilt);
    const aimed = Math.round(this.centreStep(bar) + shape + motif.contour[slot] * bar.parameters.melodicStep);
    const previous = this.previous ?? aimed;
    const largest = Math.abs(this.lastMove) > 2 ? 1 : slot === 0 ? 4 : 2;
    const near = withoutLeap(aimed, previous, largest);
    const strong = metre.slotWeights[slot] > 0.75;
    const direction = motif.contour[slot] >= 0 ? 1 : -1;
    const stuck = near === previous && slot > 0 && Math.abs(motif.contour[slot]) > 0.25;
    const lively = stuck ? near + direction : near;
    const settled = stuck ? nextChordStep(previous, direction, bar.chord) : nearestChordStep(near, bar.chord);
    const step = strong ? settled : lively;
    this.lastMove = step - previous;
    this.previous = step;
    return step;
  }
}

interface Speaker {
  voice: VoiceName;
  accentDb: number;
  pan: number;
  /** Whether it plays an octave higher where that is not shrill. */
  above: boolean;
}

const shrillMidi = 86;
/** Above this the ear grows keener with pitch (ISO 226), and notes are played softer. */
const carryingMidi = 74;

/** The melody's tones of one bar, played by a voice. */
function play(plan: PiecePlan, bar: PlannedBar, tones: readonly MelodyTone[]): (speaker: Speaker) => Note[] {
  const slots = slotsPerBar(plan.ensemble.metre);
  const pitches = tones.map(({ step }) => stepToMidi(step, bar.chord.scale, plan.tonicMidi));
  return ({ voice, accentDb, pan, above }) => {
    const raise = above && Math.max(...pitches) + 12 <= shrillMidi ? 12 : 0;
    return tones.map(({ slot, lengthSlots }, i) =>
      writeNote(plan, {
        voice,
        atBar: bar.index + slot / slots,
        lengthBars: lengthSlots / slots,
        midi: pitches[i] + raise,
        accentDb: accentDb + (slot === 0 ? 1 : 0) - 0.5 * Math.max(0, pitches[i] + raise - carryingMidi),
        pan,
      }),
    );
  };
}

/**
 * The melody: motifs stated, repeated on new chords and varied over a phrase's arch, coming to rest every four
 * bars; another voice answers in the rests, and joins at the octave at the climax.
 */
export function writeMelody(plan: PiecePlan): Note[] {
  const writer = new MelodyWriter(plan);
  const { ensemble } = plan;
  let lead = ensemble.leadAt(plan.bars[0].emotion);
  return plan.bars.flatMap((bar) => {
    if (bar.section === 'introduction') return [];
    if (bar.barInPhrase === 0) lead = ensemble.leadAt(bar.emotion);
    const rests = bar.section === 'ending' || bar.barInPhrase === 3;
    const tones = rests ? writer.cadence(bar) : writer.moving(bar, lead === 'bell' ? 0.75 : 1);
    const by = play(plan, bar, tones);
    const notes = by({ voice: lead, accentDb: 2, pan: -0.08, above: false });
    const answer = ensemble.answerVoice;
    if (rests && bar.section === 'phrase' && bar.phrase % 2 === 0) {
      notes.push(
        ...play(plan, bar, writer.echo(bar))({ voice: answer, accentDb: -5, pan: 0.4, above: true }),
      );
    }
    if (bar.fullness > 0.92 && answer !== lead && bar.emotion.arousal > -0.3) {
      notes.push(...by({ voice: answer, accentDb: -7, pan: 0.3, above: true }));
    }
    return notes;
  });
}
