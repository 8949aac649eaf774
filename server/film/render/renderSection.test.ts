import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { importedNow } from '../../base/testing/importedFile.testing';
import { encodePcm16, wavHeader } from '@/ml/audio/wav';
import { createRandom } from '@/ml/random';
import type { RenderedSection, SectionQuestion } from './renderSection';
import { renderSectionHandler } from './renderSectionHandler';
import { sectionPlan } from './sectionPlan';

const folder = mkdtempSync(join(tmpdir(), 'circumplex-render-'));
afterAll(() => rmSync(folder, { recursive: true }));

const hasFfmpeg =
  spawnSync('ffmpeg', ['-version']).status === 0 && spawnSync('ffprobe', ['-version']).status === 0;
const headerBytes = 44 + 610;
const film = { rate: { numerator: 24_000, denominator: 1001 }, startFrame: 86_400 };
const cue = { name: 'dawn', inFrame: 240, outFrame: 384 };

/** Noise whose level moves, 12 s of it. */
function source(name: string, { sampleRateHz = 48_000, level = 0.2, channels = 2 } = {}): string {
  const random = createRandom(5, name);
  const frames = 12 * sampleRateHz;
  const sides = Array.from({ length: channels }, () =>
    Float32Array.from(
      { length: frames },
      (_, i) => level * random.between(-1, 1) * (1 + Math.sin(i / 30_000)),
    ),
  );
  const path = join(folder, `${name}.wav`);
  const header = wavHeader({ sampleRateHz, channels, frames });
  writeFileSync(path, Buffer.concat([header, encodePcm16({ channels: sides, sampleRateHz })]));
  return path;
}

async function render(path: string, parts: Partial<SectionQuestion> = {}) {
  const plan = sectionPlan({ film, cue, startSeconds: 1.5, trackSeconds: 12, withHandles: true });
  const question: SectionQuestion = {
    ...{
      file: importedNow(path),
      plan,
      targetLufs: null,
      fadeInSeconds: 0,
      fadeOutSeconds: 0,
      format: 'wav',
    },
    ...{ description: 'dawn', madeAt: '2026-01-01T00:00:00Z', target: join(folder, 'out') },
    ...parts,
  };
  const answer = (await renderSectionHandler.answer(question, () => undefined)) as RenderedSection;
  return { answer, plan: question.plan, bytes: readFileSync(question.target), target: question.target };
}

const sampleAt = (bytes: Buffer, frame: number, channel: number) =>
  bytes.readIntLE(headerBytes + 6 * frame + 3 * channel, 3);

/** What ffmpeg's meter says of a part of a file. */
function ebur128(path: string, from: number, seconds: number): { lufs: number; peak: number } {
  const filter = `atrim=${from}:${from + seconds},asetpts=PTS-STARTPTS,ebur128=peak=true`;
  const { stderr } = spawnSync('ffmpeg', ['-i', path, '-af', filter, '-f', 'null', '-'], {
    encoding: 'utf8',
  });
  const summary = stderr.slice(stderr.lastIndexOf('Summary'));
  return {
    lufs: Number(/I:\s+(-?[\d.]+) LUFS/.exec(summary)![1]),
    peak: Number(/Peak:\s+(-?[\d.]+) dBFS/.exec(summary)![1]),
  };
}

describe('a rendered section', () => {
  it('is the track’s own samples with the handles that the music has', async () => {
    const path = source('plain');
    const { answer, plan, bytes } = await render(path);
    // 1.5 s before hold 35 whole frames of 2002 samples; the cue is 144 frames long; 4.494 s are left, less than 5.
    expect(plan).toMatchObject({ cueAtSample: 35 * 2002, cueSamples: 144 * 2002 });
    expect(answer.lengthSamples).toBe(12 * 48_000 - plan.firstSample);
    expect(bytes.length).toBe(headerBytes + 6 * answer.lengthSamples);
    expect(answer.gainDecibels).toBe(0);
    const original = readFileSync(path);
    for (const frame of [0, 1, 777, plan.cueAtSample, answer.lengthSamples - 1]) {
      for (const channel of [0, 1]) {
        const at = 44 + 4 * (plan.firstSample + frame) + 2 * channel;
        expect(sampleAt(bytes, frame, channel)).toBe(256 * original.readInt16LE(at));
      }
    }
  });

  it('reaches the target loudness under the cue, of mono and other rates too', async () => {
    for (const sound of [{}, { channels: 1, sampleRateHz: 44_100 }]) {
      const { answer, plan, target } = await render(source('target', sound), { targetLufs: -23 });
      expect(answer.integratedLufs).toBeCloseTo(-23, 6);
      expect(answer.reducedDecibels).toBe(0);
      if (!hasFfmpeg) continue;
      const { lufs } = ebur128(target, plan.cueAtSample / 48_000, plan.cueSamples / 48_000);
      expect(Math.abs(lufs + 23)).toBeLessThan(0.1);
    }
  });

  it('does not clip for its target, and says what is missing', async () => {
    const { answer, target } = await render(source('quiet', { level: 0.1 }), { targetLufs: -5 });
    expect(answer.reducedDecibels).toBeGreaterThan(1);
    expect(answer.truePeakDb).toBeCloseTo(-1, 6);
    expect(answer.integratedLufs! + answer.reducedDecibels).toBeCloseTo(-5, 6);
    if (hasFfmpeg) expect(Math.abs(ebur128(target, 0, 100).peak + 1)).toBeLessThan(0.2);
  });

  it('has fades only where they are asked for', async () => {
    const path = source('fades');
    const plan = sectionPlan({ film, cue, startSeconds: 1.5, trackSeconds: 12, withHandles: false });
    const bare = await render(path, { plan });
    const faded = await render(path, {
      plan,
      fadeInSeconds: 1,
      fadeOutSeconds: 2,
      target: join(folder, 'faded'),
    });
    const last = plan.cueSamples - 1;
    const shares = [
      [0, 0],
      [12_000, 0.25],
      [48_000, 1],
      [100_000, 1],
      [last - 47_999, 0.5],
    ];
    for (const [frame, share] of shares) {
      const whole = sampleAt(bare.bytes, frame, 0);
      expect(Math.abs(sampleAt(faded.bytes, frame, 0) - share * whole)).toBeLessThan(2);
    }
  });

  it('is refused where the track ends before its cue', async () => {
    const plan = sectionPlan({ film, cue, startSeconds: 10, trackSeconds: 100, withHandles: true });
    await expect(render(source('short'), { plan })).rejects.toThrow('ends 4.01 s before its cue');
  });

  it.skipIf(!hasFfmpeg)(
    'is read by ffprobe with its time reference, and FLAC is the same sound',
    async () => {
      const path = source('probe');
      const wav = await render(path, { target: join(folder, 'probe-out.wav') });
      const shown = execFileSync('ffprobe', [
        '-v',
        'error',
        '-show_streams',
        '-show_format',
        '-of',
        'json',
        wav.target,
      ]);
      const { streams, format } = JSON.parse(shown.toString()) as {
        streams: { codec_name: string; sample_rate: string; channels: number; duration_ts: number }[];
        format: { tags: Record<string, string> };
      };
      expect(streams).toMatchObject([
        { codec_name: 'pcm_s24le', sample_rate: '48000', channels: 2, duration_ts: wav.answer.lengthSamples },
      ]);
      expect(format.tags).toMatchObject({
        time_reference: String((86_400 + 240 - 35) * 2002),
        encoded_by: 'Circumplex',
        date: '2026-01-01',
      });
      const flac = await render(path, { format: 'flac', target: join(folder, 'probe-out.flac') });
      const raw = (file: string) =>
        execFileSync('ffmpeg', ['-v', 'error', '-i', file, '-f', 's24le', '-'], { maxBuffer: 1e8 });
      expect(raw(flac.target).equals(raw(wav.target))).toBe(true);
    },
  );
});

describe('a rendered edit', () => {
  const pieces = [
    { startSeconds: 6, endSeconds: 8 },
    { startSeconds: 2, endSeconds: 4.5 },
    { startSeconds: 0.01, endSeconds: 3 },
  ];
  const plan = sectionPlan({
    ...{ film, cue, startSeconds: 6, edit: { pieces }, trackSeconds: 12, withHandles: true },
  });

  it('has the pieces of its track one after the other, with the handles of the first and the last', async () => {
    const path = source('edit');
    const { answer, bytes } = await render(path, { plan });
    const original = readFileSync(path);
    const inTrack = (seconds: number, channel: number) =>
      256 * original.readInt16LE(44 + 4 * Math.round(seconds * 48_000) + 2 * channel);
    expect(answer.lengthSamples).toBe(plan.lengthSamples);
    expect(plan.cueSamples).toBe(144 * 2002);
    for (const [inCue, seconds] of [
      [-4, 2],
      [0, 6],
      [1.9, 7.9],
      [2.1, 2.1],
      [4.4, 4.4],
      [4.6, 0.11],
      [5.9, 1.41],
      [6.5, 2.01],
    ])
      for (const channel of [0, 1]) {
        const frame = plan.cueAtSample + Math.round(inCue * 48_000);
        expect(Math.abs(sampleAt(bytes, frame, channel) - inTrack(seconds, channel))).toBeLessThan(2);
      }
  });

  it('is as long as its cue, however that was moved since', () => {
    const lengths = plan.stretches!.map(({ lengthSamples }) => lengthSamples);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(plan.lengthSamples);
    const shorter = sectionPlan({
      ...{ film, cue: { ...cue, outFrame: 300 }, startSeconds: 6.5, edit: { pieces } },
      ...{ trackSeconds: 12, withHandles: false },
    });
    expect(shorter.stretches).toEqual([
      { firstSample: 6.5 * 48_000, lengthSamples: 1.5 * 48_000 },
      { firstSample: 2 * 48_000, lengthSamples: shorter.cueSamples - 1.5 * 48_000 },
    ]);
    // Where the cue ends before the first join, there is none.
    const early = sectionPlan({
      ...{ film, cue, startSeconds: 1.5, edit: { pieces } },
      ...{ trackSeconds: 12, withHandles: false },
    });
    expect(early).toMatchObject({ firstSample: 1.5 * 48_000, lengthSamples: 144 * 2002 });
    expect(early.stretches).toBeUndefined();
  });
});
