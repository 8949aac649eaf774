import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BandLevels } from '@/ml/audio/identity/bandLevels';
import { recordingDistance } from '@/ml/audio/identity/recordingDistance';
import { monoMix } from '@/ml/audio/filter/monoMix';
import { Resampler } from '@/ml/audio/filter/resampler';
import { LogMel } from '@/ml/audio/measure/logMel';
import type { PcmChunk } from '@/ml/audio/pcm';
import { composedVersions } from './testing/versions/composedVersions.testing';
import { encodings } from './testing/versions/encodings.testing';
import { midiVersions, musicVersions } from './testing/versions/playedVersions.testing';
import { decodeWhole, runProgram, writeWav } from './testing/versions/soundTools.testing';
import type { VersionPiece } from './testing/versions/versionSounds.testing';

/*
 * `npm run bench -- versions [--tuning] [--pieces N] [--only KIND] [--part I/N] [--music FOLDER] [--midi FOLDER]
 * [--soundfont FILE ...]`: how often encodings of one recording are kept apart, and versions of it joined with it, on
 * 40 s of N pieces (12 if not said) each of
 *   composed  the house's composer: voices and drums left out, other instruments
 *   midi      the MIDI files of a folder, played by FluidSynth where it is there with a soundfont
 *   music     the music files of a folder: something taken out, another voice over it at several levels
 * Every piece is encoded in a third of the ways, in turn; encodings are compared with the original and each with the
 * next. A version is told by how loud what makes it another is, in decibels below the original: at under -45 dB it is
 * the same, and left out. The limits were chosen on every sixth file, and on pieces of the composer, that only
 * `--tuning` takes. ffmpeg does the encoding. The last line is JSON.
 */

const { values: options } = parseArgs({
  options: {
    tuning: { type: 'boolean', default: false },
    pieces: { type: 'string', default: '12' },
    only: { type: 'string' },
    part: { type: 'string', default: '1/1' },
    music: { type: 'string' },
    midi: { type: 'string', default: '../shared/data/vgmidi' },
    soundfont: { type: 'string', multiple: true, default: [] },
  },
});
const pieceCount = Number(options.pieces);
const folder = mkdtempSync(join(tmpdir(), 'circumplex-versions-'));
const innerRateHz = 16_000;
const softest = -45;

/** A pair that was compared. */
interface Compared {
  piece: string;
  name: string;
  distance: number;
  /** How loud the difference is, decibels below the original; undefined for encodings. */
  differenceDb?: number;
}

const [same, other]: [Compared[], Compared[]] = [[], []];
const originals: Uint8Array[] = [];
const [part, parts] = options.part.split('/').map(Number);
for (const [place, make] of pieces().entries()) {
  if (place % parts !== part - 1) continue;
  const piece = await make();
  await comparePiece(piece, place);
  console.log(`${piece.name}: ${same.length} encodings and ${other.length} versions so far`);
}
report();
rmSync(folder, { recursive: true });

/** All pieces, each to be made when it is its turn. */
function pieces(): (() => VersionPiece | Promise<VersionPiece>)[] {
  const first = options.tuning ? 0 : 100;
  const numbers = Array.from({ length: wants('composed') ? pieceCount : 0 }, (_, i) => first + i);
  const soundFonts = [...filesBelow('/usr/share/sounds/sf2', /\.sf2$/), ...options.soundfont];
  const midi = wants('midi') && soundFonts.length > 0 ? share(filesBelow(options.midi, /\.mid$/)) : [];
  const music = wants('music') ? share(filesBelow(options.music, /\.(ogg|opus|flac|mp3|m4a|wav)$/)) : [];
  return [
    ...numbers.map((number) => () => composedVersions(number)),
    ...midi.map((path) => () => midiVersions(path, { folder, soundFonts })),
    ...music.map((path, number) => () => musicVersions(path, { folder, number })),
  ];
}

function wants(kind: string): boolean {
  return options.only === undefined || options.only === kind;
}

/** Pieces spread over the files, of those that the limits were chosen on or of the others. */
function share(files: string[]): string[] {
  const ours = files.filter((_, i) => (i % 6 === 0) === options.tuning);
  const step = Math.max(1, ours.length / pieceCount);
  return Array.from({ length: Math.min(pieceCount, ours.length) }, (_, i) => ours[Math.floor(i * step)]);
}

function filesBelow(parent: string | undefined, ending: RegExp): string[] {
  if (parent === undefined || !existsSync(parent)) return [];
  const names = readdirSync(parent, { recursive: true, encoding: 'utf8' }).filter((name) =>
    ending.test(name),
  );
  return names
    .filter((name) => !name.startsWith('default-GM'))
    .sort()
    .map((name) => join(parent, name));
}

async function comparePiece({ name: piece, original, versions }: VersionPiece, place: number): Promise<void> {
  const wav = join(folder, 'original.wav');
  await writeWav(wav, original);
  const sound = monoOf(original);
  const levels = levelsOf(sound);
  originals.push(levels);
  let before = levels;
  const ways = encodings.filter((_, i) => i % 3 === place % 3);
  for (const { name, extension, options: how } of ways) {
    const path = join(folder, `encoded.${extension}`);
    await runProgram('ffmpeg', ['-v', 'error', '-y', '-i', wav, ...how, path]);
    const encoded = levelsOf(monoOf(await decodeWhole(path)));
    same.push({ piece, name, distance: recordingDistance(levels, encoded) });
    if (before !== levels)
      same.push({
        piece,
        name: `${name}, with the one before`,
        distance: recordingDistance(before, encoded),
      });
    before = encoded;
  }
  for (const { name, sound: version } of versions) {
    const mono = monoOf(version);
    const differenceDb = differenceOf(sound, mono);
    if (differenceDb < softest || !mono.some((sample) => Math.abs(sample) > 1e-4)) continue;
    other.push({ piece, name, differenceDb, distance: recordingDistance(levels, levelsOf(mono)) });
  }
}

function monoOf({ channels, sampleRateHz }: PcmChunk): Float32Array {
  const resampler = new Resampler(sampleRateHz, innerRateHz);
  const parts = [resampler.push(monoMix(channels)), resampler.flush()];
  const mono = new Float32Array(parts[0].length + parts[1].length);
  mono.set(parts[0]);
  mono.set(parts[1], parts[0].length);
  return mono;
}

function levelsOf(mono: Float32Array): Uint8Array {
  const [logMel, bandLevels] = [new LogMel(), new BandLevels()];
  bandLevels.push(logMel.push(mono));
  bandLevels.push(logMel.flush());
  return bandLevels.finish();
}

/** What no gain of the other takes away of the first, in decibels below it. */
function differenceOf(a: Float32Array, b: Float32Array): number {
  let [first, second, both] = [0, 0, 0];
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    first += a[i] * a[i];
    second += b[i] * b[i];
    both += a[i] * b[i];
  }
  return 10 * Math.log10(Math.max(1e-9, 1 - (both * both) / (first * second || 1)));
}

function report(): void {
  const apart = same.filter(({ distance }) => distance >= 1);
  console.log(`encodings kept apart: ${apart.length} of ${same.length}`);
  for (const { piece, name, distance } of apart) console.log(`  ${distance.toFixed(2)}  ${piece}: ${name}`);
  const classes = [
    [-8, Infinity],
    [-12, -8],
    [-15, -12],
    [-20, -15],
    [-25, -20],
    [softest, -25],
  ].map(([from, to]) => {
    const within = other.filter(({ differenceDb = 0 }) => differenceDb >= from && differenceDb < to);
    const joined = within.filter(({ distance }) => distance < 1);
    return { 'difference from dB': from, to, versions: within.length, joined: joined.length };
  });
  console.table(classes);
  for (const { piece, name, distance, differenceDb = 0 } of other)
    if (distance < 1 && differenceDb >= -20)
      console.log(`  ${distance.toFixed(2)}  ${differenceDb.toFixed(1)} dB  ${piece}: ${name}`);
  const pairs = originals.flatMap((a, i) => originals.slice(i + 1).map((b) => recordingDistance(a, b)));
  const unrelated = { pairs: pairs.length, joined: pairs.filter((distance) => distance < 1).length };
  console.log(`other pieces joined: ${unrelated.joined} of ${unrelated.pairs}`);
  console.log(
    JSON.stringify({
      tuning: options.tuning,
      encodings: { count: same.length, keptApart: apart.length },
      classes,
      unrelated,
    }),
  );
}
