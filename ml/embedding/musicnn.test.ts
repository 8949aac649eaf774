import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { referenceSignals } from '../audio/testing/referenceSignals.testing';
import { loadEmbeddingModel } from './embeddingModel';
import { musicnn } from './frontEnds/musicnn';
import reference from './reference/musicnn.json';

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
const graph = (name: string) => join(shared, 'models', `${name}_musicnn.onnx`);
const hasModels = existsSync(graph('MSD'));
if (!hasModels) console.warn(`skipped: the MusiCNN graphs are not there (${shared}models)`);

const stored = join(shared, 'data', 'panda4q');
const audio = process.env.CIRCUMPLEX_4Q_AUDIO ?? '';
const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;
const hasAudio = hasModels && hasFfmpeg && existsSync(stored) && existsSync(audio);
if (!hasAudio)
  console.warn(
    'skipped: the stored rows of 4Q (needs ffmpeg, and CIRCUMPLEX_4Q_AUDIO, the folder of its MP3 files)',
  );
/** Clips compared: every n-th. */
const every = Number(process.env.CIRCUMPLEX_4Q_EVERY ?? 60);

const windowsOf = (sound: Float32Array) => {
  const stream = musicnn.stream();
  return [...stream.push(sound), ...stream.flush()].map(({ values }) => values);
};

describe.skipIf(!hasModels)('MusiCNN', () => {
  it.each(Object.entries(reference.models))(
    '%s says what librosa and onnxruntime say',
    async (name, expected) => {
      const windows = windowsOf(referenceSignals[reference.signal](reference.samples));
      for (const output of ['tags', 'dense_biasadd'] as const) {
        const model = await loadEmbeddingModel({ graph: graph(name), frontEnd: 'musicnn', output });
        const rows = await model.embed(windows);
        expect(rows).toHaveLength(expected[output].length);
        rows.forEach((row, i) =>
          row.forEach((value, k) => expect(Math.abs(value - expected[output][i][k])).toBeLessThan(1e-3)),
        );
        await model.release();
      }
    },
  );

  it('is embedded by its layer before the activation where nobody names another', async () => {
    const model = await loadEmbeddingModel({ graph: graph('MSD'), frontEnd: 'musicnn' });
    expect(model).toMatchObject({ output: 'dense_biasadd', size: 200 });
    await model.release();
  });

  // Of stereo, ffmpeg's mono in floating point is the mean and 3 dB.
  it.skipIf(!hasAudio)(
    'gives the stored rows of 4Q from what they were made of: its MP3 files by ffmpeg',
    async () => {
      const model = await loadEmbeddingModel({ graph: graph('MSD'), frontEnd: 'musicnn' });
      const cosines: number[] = [];
      for (const { song, rows } of clips().filter((_, i) => i % every === 0)) {
        const found = await model.embed(windowsOf(soundByFfmpeg(song)));
        expect(found, song).toHaveLength(rows.length);
        cosines.push(...found.map((row, i) => cosine(row, rows[i])));
      }
      tell(cosines);
      expect(Math.min(...cosines)).toBeGreaterThan(0.999);
      await model.release();
    },
    3_600_000,
  );
});

function tell(cosines: number[]): void {
  const mean = cosines.reduce((sum, value) => sum + value, 0) / cosines.length;
  const least = Math.min(...cosines);
  console.info(`4Q: ${cosines.length} rows, cosine at least ${least.toFixed(6)}, mean ${mean.toFixed(6)}`);
}

/** The clips of 4Q with their stored rows. */
function clips(): { song: string; rows: Float64Array[] }[] {
  const row = storedRows(readFileSync(join(stored, 'musicnn_dense_f16.npy')));
  const [header, ...lines] = readFileSync(join(stored, 'index.csv'), 'utf8').trim().split('\n');
  expect(header).toMatch(/^song,artist,title,quadrant,row_offset,rows,/);
  return lines.map((line) => {
    const [song] = line.split(',', 1);
    const [offset, count] = /,Q[1-4],(\d+),(\d+),/.exec(line)!.slice(1).map(Number);
    return { song, rows: Array.from({ length: count }, (_, i) => row(offset + i)) };
  });
}

function soundByFfmpeg(song: string): Float32Array {
  const options = `-v error -i ${song}.mp3 -ac 1 -ar 16000 -f f32le -`.split(' ');
  const { stdout } = spawnSync('ffmpeg', options, { cwd: audio, maxBuffer: 1e9 });
  return new Float32Array(new Uint8Array(stdout).buffer);
}

/** The rows of a two-dimensional NumPy file of 16-bit floats. */
function storedRows(file: Buffer): (row: number) => Float64Array {
  const start = 10 + file.readUInt16LE(8);
  const width = Number(/'shape': \(\d+, (\d+)\)/.exec(file.toString('latin1', 10, start))![1]);
  return (row) =>
    Float64Array.from({ length: width }, (_, i) => half(file.readUInt16LE(start + 2 * (row * width + i))));
}

/** IEEE 754 half precision. */
function half(bits: number): number {
  const [sign, exponent, fraction] = [bits >> 15 ? -1 : 1, (bits >> 10) & 31, bits & 1023];
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25));
}

function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const dot = (x: ArrayLike<number>, y: ArrayLike<number>) =>
    Array.from(x).reduce((sum, v, i) => sum + v * y[i], 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}
