import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DemoPiece, demoPieces } from '../composer/demoPieces';
import { studyPieces } from '../composer/studyPieces';
import { readTempoMap, secondsAtQuarter } from '../midi/tempoMap';
import { tempoEvents } from '../midi/tempoEvents';
import { createRandom } from '../random';
import type { Beats } from './beatMeter';
import { beatContinuity } from './measure/continuity';
import { beatFMeasure } from './measure/fMeasure';
import { composedBeats, composedSound } from './testing/composedBeats.testing';
import { heardBeats } from './testing/heardBeats.testing';
import { unsteadySound } from './testing/unsteadySounds.testing';

/*
 * How well beats are found: on the composer's pieces, and on the piano pieces of VGMIDI with one tempo, a quarter note a
 * beat, rendered by FluidSynth with FluidR3 where both are there (`apt install fluidsynth fluid-soundfont-gm`); and in how
 * many sounds without a beat none is found. Weights were chosen on pieces of the demo and on half of VGMIDI's up to a
 * title; what was left out tells how well they do.
 */
const firstLeftOut = 'Super Mario';
const midiFolder = '../shared/data/vgmidi/labelled/midi';
const soundFont = '/usr/share/sounds/sf2/FluidR3_GM.sf2';
const mostSeconds = 75;
const unsteadyCount = 100;

interface Known {
  kind: string;
  isLeftOut: boolean;
  sound: () => Float32Array;
  beats: number[];
  downbeats: number[] | null;
}

/** Pieces of the demo's kind that were never looked at. */
function newPieces(): DemoPiece[] {
  return Array.from({ length: 30 }, (_, place) => {
    const random = createRandom(place, 'pieces left out');
    const moving = place % 2 === 1;
    const durationSeconds = Math.round(random.between(40, 60));
    const keyPoints = (moving ? [0, 0.5, 1] : [0]).map((share) => ({
      t: share * durationSeconds,
      valence: random.between(-0.85, 0.85),
      arousal: random.between(-0.85, 0.85),
    }));
    const title = `Left out ${place}`;
    return { slug: `left-out-${place}`, title, durationSeconds, seed: 1000 + place, keyPoints, moving };
  });
}

function composedKnown(piece: DemoPiece, isLeftOut: boolean): Known {
  const { beats, downbeats, metre } = composedBeats(piece);
  const kind = piece.moving ? 'composer, tempo drifts' : 'composer, steady tempo';
  const sound = () => composedSound(piece);
  return { kind, isLeftOut, sound, beats, downbeats: metre === '6/8' ? null : downbeats };
}

const composed = [
  ...[...demoPieces, ...studyPieces.flatMap(({ movements }) => movements)].map((piece) =>
    composedKnown(piece, false),
  ),
  ...newPieces().map((piece) => composedKnown(piece, true)),
];

function renderedMidi(): Known[] {
  if (!existsSync(midiFolder) || !existsSync(soundFont)) {
    console.log(`no MIDI: ${midiFolder} or ${soundFont} is not there`);
    return [];
  }
  return readdirSync(midiFolder)
    .toSorted()
    .flatMap((name): Known[] => {
      const path = join(midiFolder, name);
      const bytes = new Uint8Array(readFileSync(path));
      try {
        if (new Set(tempoEvents(bytes).events.map((event) => event.secondsPerQuarter)).size > 1) return [];
        const map = readTempoMap(bytes);
        const beats = Array.from({ length: 400 }, (_, quarter) => secondsAtQuarter(map, quarter));
        const sound = () => played(path);
        const isLeftOut = name >= firstLeftOut;
        return [{ kind: 'VGMIDI, steady tempo', isLeftOut, sound, beats, downbeats: null }];
      } catch (error) {
        if (error instanceof RangeError) return [];
        throw error;
      }
    });
}

/** The first 75 seconds at 16 kHz. */
function played(path: string): Float32Array {
  const folder = mkdtempSync(join(tmpdir(), 'circumplex-beats-'));
  try {
    const raw = join(folder, 'sound.raw');
    const options = ['-ni', '-q', '-r', '16000', '-g', '0.5', '-T', 'raw', '-O', 'float', '-F', raw];
    const done = spawnSync('fluidsynth', [...options, soundFont, path]);
    if (done.status !== 0) throw new Error(`FluidSynth cannot play ${path}`);
    const bytes = readFileSync(raw);
    const stereo = new Float32Array(new Uint8Array(bytes).buffer, 0, bytes.length >> 2);
    const length = Math.min(stereo.length >> 1, mostSeconds * 16_000);
    return Float32Array.from({ length }, (_, i) => (stereo[2 * i] + stereo[2 * i + 1]) / 2);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Score {
  kind: string;
  isLeftOut: boolean;
  steady: boolean;
  fMeasure: number;
  correctLevel: number;
  anyLevel: number;
  downbeats: number | null;
}

let [heardSeconds, hearingMs] = [0, 0];

function timedBeats(sound: Float32Array): Beats {
  const start = performance.now();
  const found = heardBeats(sound);
  hearingMs += performance.now() - start;
  heardSeconds += sound.length / 16_000;
  return found;
}

function scoreOf(known: Known): Score {
  const sound = known.sound();
  const seconds = sound.length / 16_000;
  const found = timedBeats(sound);
  const truth = known.beats.filter((beat) => beat < seconds - 1.5);
  const within = found.beats.filter((beat) => beat < seconds - 1.2);
  const pair = { truth, found: within };
  return {
    ...{ kind: known.kind, isLeftOut: known.isLeftOut, steady: found.steady },
    fMeasure: beatFMeasure(pair),
    ...beatContinuity(pair),
    downbeats:
      known.downbeats && found.steady
        ? beatFMeasure({ truth: known.downbeats, found: found.downbeats })
        : null,
  };
}

const mean = (values: number[]) => (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(3);
const scores = [...composed, ...renderedMidi()].map(scoreOf);
for (const kind of new Set(scores.map((score) => score.kind)))
  for (const [label, leftOut] of [
    ['seen', false],
    ['left out', true],
  ] as const) {
    const all = scores.filter((score) => score.kind === kind && score.isLeftOut === leftOut);
    const steady = all.filter((score) => score.steady);
    const bars = steady.flatMap(({ downbeats }) => (downbeats === null ? [] : [downbeats]));
    console.log(
      `${kind}, ${label}: ${all.length} pieces, F ${mean(all.map(({ fMeasure }) => fMeasure))}; ` +
        `${steady.length} called steady: F ${mean(steady.map(({ fMeasure }) => fMeasure))}, ` +
        `CMLt ${mean(steady.map(({ correctLevel }) => correctLevel))}, ` +
        `AMLt ${mean(steady.map(({ anyLevel }) => anyLevel))}` +
        (bars.length > 0 ? `, downbeats F ${mean(bars)} (3/4 and 4/4)` : ''),
    );
  }

const wrong = Array.from({ length: unsteadyCount }, (_, number) => unsteadySound(number))
  .filter(({ sound }) => timedBeats(sound()).steady)
  .map(({ kind }) => kind);
const kinds = [...new Set(wrong)].map((kind) => `${wrong.filter((each) => each === kind).length} ${kind}`);
console.log(
  `${unsteadyCount} sounds without a beat: ${wrong.length} called steady (${kinds.join(', ') || 'none'})`,
);
console.log(`${((0.06 * hearingMs) / heardSeconds).toFixed(2)} s a minute of sound`);
