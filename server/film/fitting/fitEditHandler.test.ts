import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { importedNow } from '../../base/testing/importedFile.testing';
import { encodePcm16, wavHeader } from '@/ml/audio/wav';
import type { PcmChunk } from '@/ml/audio/pcm';
import { mono16k } from '@/ml/beat/testing/composedBeats.testing';
import { heardBeats } from '@/ml/beat/testing/heardBeats.testing';
import { composePiece } from '@/ml/composer/composePiece';
import type { DemoPiece } from '@/ml/composer/demoPieces';
import { renderScore } from '@/ml/composer/renderScore';
import { cueOf, type CueQuestion } from '@/ml/film/cue';
import { cueFitAt } from '@/ml/film/cueFit';
import { editSeconds } from '@/ml/film/fitting/filmEdit';
import { splicedSound } from '@/ml/film/fitting/spliced';
import { createRandom } from '@/ml/random';
import type { FitAnswer } from './fitEdit';
import { fitEditHandler } from './fitEditHandler';
import { heardCurve } from './heardCurve';
import { stretchedMono } from './stretchedMono';

const folder = mkdtempSync(join(tmpdir(), 'circumplex-fitting-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, sound: PcmChunk): string {
  const path = join(folder, name);
  const { channels, sampleRateHz } = sound;
  const header = wavHeader({ sampleRateHz, channels: channels.length, frames: channels[0].length });
  writeFileSync(path, Buffer.concat([header, encodePcm16(sound)]));
  return path;
}

const ask = async (path: string, curve: CueCurve, { mayStretch = false, ...cue }: Asked) =>
  (await fitEditHandler.answer(
    { file: importedNow(path), curve, cue, mayStretch },
    () => undefined,
  )) as FitAnswer;
type Asked = CueQuestion & { mayStretch?: boolean };
type CueCurve = { valence: Float32Array; arousal: Float32Array };

/** From gloom to joy: the other way round than the piece goes. */
const cue: CueQuestion = {
  points: [
    { t: 0, valence: -0.4, arousal: 0.3 },
    { t: 30, valence: -0.4, arousal: 0.2 },
    { t: 34, valence: 0.5, arousal: 0.5 },
    { t: 60, valence: 0.5, arousal: 0.5 },
  ],
  durationSeconds: 60,
  importance: [],
  toleranceSeconds: 0.5,
  blend: 1,
};

describe('an edit that fits a cue', () => {
  it('is offered with what it is worth as it sounds', async () => {
    const keyPoints = [
      { t: 0, valence: 0.3, arousal: -0.2 },
      { t: 40, valence: 0.6, arousal: 0.6 },
      { t: 80, valence: 0, arousal: 0 },
      { t: 120, valence: -0.5, arousal: 0.4 },
      { t: 180, valence: -0.5, arousal: -0.3 },
    ];
    const piece: DemoPiece = {
      slug: 'turn',
      title: 'Turn',
      durationSeconds: 120,
      seed: 77,
      keyPoints,
      moving: true,
    };
    const sound = renderScore(composePiece(piece));
    const mono = mono16k(sound);
    const curve = await heardCurve(mono, () => undefined);
    const answer = await ask(written('turn.wav', sound), curve, cue);
    if (!answer.offered) throw new Error(answer.reason);
    expect(editSeconds(answer.edit)).toBeCloseTo(60, 6);
    expect(answer.joins.length).toBe(answer.edit.pieces.length - 1);
    expect(answer.joins.length).toBeGreaterThan(0);
    expect(answer.betterPercent).toBeGreaterThanOrEqual(10);
    expect(answer.distance).toBeCloseTo((1 - answer.betterPercent! / 100) * answer.bestUncut!.distance, 9);
    expect(answer.bestUncut!.distance).toBeLessThanOrEqual(answer.plainTrim!.distance);
    expect(answer.randomEdits!.medianDistance).toBeGreaterThan(answer.distance);
    const heard = await heardCurve(splicedSound(mono, answer.edit), () => undefined);
    expect(cueFitAt(cueOf(cue), heard, 0)!.distance).toBeCloseTo(answer.distance, 2);
    for (const report of answer.joins) {
      expect(Math.abs(report.beatPhaseMs)).toBeLessThan(70);
      expect(Math.max(report.timbrePercentile, report.harmonyPercentile)).toBeLessThanOrEqual(95);
      if (report.without) expect(editSeconds(report.without)).toBeCloseTo(60, 6);
    }
    expect(answer.edit.stretch).toBeUndefined();

    const stretched = await ask(join(folder, 'turn.wav'), curve, { ...cue, mayStretch: true });
    if (!stretched.offered) throw new Error(stretched.reason);
    const { stretch, pieces } = stretched.edit;
    expect(editSeconds(stretched.edit)).toBeCloseTo(60, 6);
    expect(Math.abs(stretch! - 1)).toBeLessThan(0.03);
    // It ends where a bar does.
    const downbeats = heardBeats(mono).downbeats;
    const nearest = Math.min(...downbeats.map((beat) => Math.abs(beat - pieces.at(-1)!.endSeconds)));
    expect(nearest).toBeLessThan(0.01);
    const slower = await stretchedMono(splicedSound(mono, { pieces }), stretch!);
    const asHeard = cueFitAt(cueOf(cue), await heardCurve(slower, () => undefined), 0)!;
    expect(asHeard.distance).toBeCloseTo(stretched.distance, 2);
  }, 120_000);

  it('is none where the cue is too short, or nothing is steady, and it says why', async () => {
    const random = createRandom(2, 'noise');
    const noise = Float32Array.from({ length: 60 * 16_000 }, () => 0.1 * random.between(-1, 1));
    const path = written('noise.wav', { channels: [noise], sampleRateHz: 16_000 });
    const flat = new Float32Array(120).fill(0.1);
    const curve = { valence: flat, arousal: flat };
    const unsteady = await ask(path, curve, cue);
    expect(unsteady.offered).toBe(false);
    expect('reason' in unsteady && unsteady.reason).toContain('no steady beat');
    expect(unsteady.bestUncut).not.toBeNull();
    const short = await ask(path, curve, { ...cue, durationSeconds: 19 });
    expect('reason' in short && short.reason).toContain('too short for a join');
  });
});
