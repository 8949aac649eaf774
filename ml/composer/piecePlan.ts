import type { DemoPiece } from './demoPieces';
import { chooseEnsemble, type Ensemble } from './ensemble';
import { createForm, type FormBar } from './form';
import { chordAt, tonicChord, withTension, type Chord } from './harmony';
import { createRandom, type Random } from '../random';
import { createTimeline, type Bar, type Timeline } from './timeline';
import { voiceChord } from './voicing';

/** All that is decided before the parts are written: time, form, harmony and who plays. */
export interface PiecePlan {
  piece: DemoPiece;
  ensemble: Ensemble;
  timeline: Timeline;
  bars: readonly PlannedBar[];
  /** The tonic nearest above middle C, from which scale steps are counted. */
  tonicMidi: number;
  /** Source of the players' small deviations. */
  humanHand: Random;
}

/** One bar with its place in the form, its chord and how the chord is laid out. */
export interface PlannedBar extends Bar, FormBar {
  chord: Chord;
  /** The chord in four parts, rising, led smoothly from bar to bar. */
  voicing: readonly number[];
}

/** Chord of every bar; the mode is read every second bar, so that a turn of mode falls on a strong bar. */
function writeChords(piece: DemoPiece, bars: readonly Bar[], form: readonly FormBar[]): Chord[] {
  const random = createRandom(piece.seed, 'harmony');
  const choices = { A: Math.floor(random.next() * 60), B: Math.floor(random.next() * 60) };
  if (choices.A % 5 === choices.B % 5) choices.B += 1;
  let mode = bars[0].parameters.mode;
  return form.map((place, i) => {
    if (place.barInPhrase % 2 === 0) mode = bars[i].parameters.mode;
    if (place.section === 'ending') return tonicChord(mode);
    const { letter, cadence, barInPhrase } = place;
    const shownCadence = place.section === 'introduction' ? 'open' : cadence;
    const chord = chordAt({ mode, cadence: shownCadence, choice: choices[letter], barInPhrase });
    const comesHome = cadence === 'close' && barInPhrase === 3;
    return comesHome ? chord : withTension(chord, bars[i].parameters.harmonicTension, random);
  });
}

/** Middle of the accompaniment: below the melody, within what sounds clear. */
const accompanimentCentre = (registerMidi: number): number => Math.min(67, Math.max(54, registerMidi - 9));

/** Decides everything about a piece that its parts have to agree on. */
export function planPiece(piece: DemoPiece): PiecePlan {
  const ensemble = chooseEnsemble(piece);
  const timeline = createTimeline(piece, ensemble.metre);
  const form = createForm(timeline.bars.length);
  const tonicMidi = 60 + ensemble.tonic;
  const chords = writeChords(piece, timeline.bars, form);
  let previous: readonly number[] | undefined;
  const bars = timeline.bars.map((bar, i): PlannedBar => {
    const centreMidi = accompanimentCentre(bar.parameters.registerMidi);
    const voicing = voiceChord(chords[i], { tonicMidi, centreMidi, count: 4, previous });
    previous = voicing;
    return { ...bar, ...form[i], chord: chords[i], voicing };
  });
  return { piece, ensemble, timeline, bars, tonicMidi, humanHand: createRandom(piece.seed, 'human hand') };
}
