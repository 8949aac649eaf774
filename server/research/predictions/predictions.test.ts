import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { comparePiece, hasRatings } from './comparePiece';
import { readPredictions, type Predictions } from './predictionsFile';
import { ratingsOverTime } from './ratingsOverTime';

/** A file whose fourth quarter note is heard at 2.0761485 s and the eighth at 3.8002845 s, by pretty_midi. */
const midi = Buffer.from(
  (
    JSON.parse(
      readFileSync(new URL('../../../ml/midi/reference/tempoMap.json', import.meta.url), 'utf8'),
    ) as { midiBase64: string }
  ).midiBase64,
  'base64',
);
const folder = mkdtempSync(join(tmpdir(), 'circumplex-research-'));
afterAll(() => rmSync(folder, { recursive: true }));

const constant = (value: number, length = 3) => Array.from({ length }, () => value);
const raters = [
  { valence: [-0.5, 0, 0.5], arousal: constant(0.2) },
  { valence: [-0.1, 0.4, 0.9, 0.9], arousal: constant(0.4) },
  { valence: [0.1, 0.2, 0.3], arousal: constant(0.9) },
  { valence: [1, 1], arousal: constant(1) },
];

describe('ratingsOverTime', () => {
  it('takes the quartiles of whole raters, each rating from its fourth quarter note on', () => {
    const moments = [0.25, 2.07, 2.08, 3.79, 3.81, 900];
    const ratings = ratingsOverTime(raters, { midi, ratings: 3, moments });
    expect(ratings?.raters).toBe(3);
    expect(ratings?.valence.median).toEqual([-0.1, -0.1, 0.2, 0.2, 0.5, 0.5]);
    // Halfway between neighbours of three: numpy.percentile([-0.5, -0.1, 0.1], [25, 75]).
    expect(ratings?.valence.lower[0]).toBeCloseTo(-0.3, 12);
    expect(ratings?.valence.upper[0]).toBeCloseTo(0, 12);
    expect(ratings?.arousal.upper).toEqual(moments.map(() => 0.65));
  });

  it('is null where no rater said enough', () => {
    expect(ratingsOverTime(raters, { midi, ratings: 9, moments: [0] })).toBeNull();
    expect(ratingsOverTime([], { midi, ratings: 1, moments: [0] })).toBeNull();
  });
});

const predictions: Predictions = {
  name: 'dynamic-1',
  hopSeconds: 0.5,
  startSeconds: 0.25,
  scale: 100,
  models: ['vaeLstm', 'constant'],
  pieces: {
    Series_Piece: {
      vaeLstm: { valence: [...constant(-20, 4), ...constant(10, 3), 40], arousal: constant(40, 8) },
      constant: { valence: constant(0, 8), arousal: constant(30, 9) },
    },
    Series_Unrated: { vaeLstm: { valence: [1, 2, 3], arousal: [1, 2, 3] } },
  },
};

function writeResearchData(): string {
  const vgmidi = join(folder, 'data', 'vgmidi');
  mkdirSync(join(vgmidi, 'labelled', 'midi'), { recursive: true });
  writeFileSync(join(vgmidi, 'labelled', 'midi', 'Series_Piece.mid'), midi);
  const annotations = Object.fromEntries(
    // Half of the published lists are JSON, half are text that holds JSON.
    raters.map(({ valence, arousal }, index) => [
      `piece0_${index}`,
      index % 2
        ? { valence, arousal }
        : { valence: JSON.stringify(valence), arousal: JSON.stringify(arousal) },
    ]),
  );
  const pieces = { piece0: { midi: 'Series_Piece.mid', measures: 3, name: 'Piece' } };
  writeFileSync(join(vgmidi, 'vgmidi_raw_1.json'), JSON.stringify({ annotations, pieces }));
  writeFileSync(join(vgmidi, 'vgmidi_raw_2.json'), JSON.stringify({ annotations: {}, pieces: {} }));
  return join(folder, 'data');
}

describe('comparePiece', () => {
  it('shows predictions alone where the ratings are absent', async () => {
    const nowhere = join(folder, 'nowhere');
    expect(await hasRatings(nowhere)).toBe(false);
    const { ratings, curves } = await comparePiece(predictions, 'Series_Piece', nowhere);
    expect(ratings).toBeNull();
    expect(curves.map(({ model, score }) => [model, score])).toEqual([
      ['vaeLstm', null],
      ['constant', null],
    ]);
    expect(curves[0].valence).toEqual([-0.2, -0.2, -0.2, -0.2, 0.1, 0.1, 0.1, 0.4]);
  });

  it('scores each model against the median of the raters', async () => {
    const data = writeResearchData();
    expect(await hasRatings(data)).toBe(true);
    const { ratings, curves } = await comparePiece(predictions, 'Series_Piece', data);
    // Moments 0.25 to 1.75, 2.25 to 3.25 and 3.75 s lie in the first, the second and again the second rating.
    expect(ratings?.valence.median).toEqual([-0.1, -0.1, -0.1, -0.1, 0.2, 0.2, 0.2, 0.2]);
    const [lstm, still] = curves;
    expect(lstm.score?.valence.error).toBeCloseTo(Math.sqrt((4 * 0.01 + 3 * 0.01 + 0.04) / 8), 12);
    // numpy.corrcoef of the two series above.
    expect(lstm.score?.valence.correlation).toBeCloseTo(0.8980265101338745, 12);
    expect(lstm.score?.arousal).toEqual({ correlation: null, error: 0 });
    expect(still.score?.valence.correlation).toBeNull();
    expect(still.arousal).toHaveLength(8);
    expect((await comparePiece(predictions, 'Series_Unrated', data)).ratings).toBeNull();
  });

  it('refuses a piece that is not there, whatever its name', async () => {
    for (const piece of ['../secret', 'toString', '__proto__'])
      await expect(comparePiece(predictions, piece, folder)).rejects.toThrow(`invalid piece: ${piece}`);
  });
});

describe('readPredictions', () => {
  it('takes the newest, says where there are none, and refuses another shape', async () => {
    const models = mkdtempSync(join(folder, 'models-'));
    expect(await readPredictions(models)).toBeNull();
    writeFileSync(
      join(models, 'dynamic-2.predictions.json'),
      JSON.stringify({ ...predictions, name: undefined }),
    );
    writeFileSync(join(models, 'dynamic-1.predictions.json'), '{');
    expect(await readPredictions(models)).toEqual({ ...predictions, name: 'dynamic-2' });
    writeFileSync(join(models, 'dynamic-10.predictions.json'), '{"scale":1}');
    await expect(readPredictions(models)).rejects.toThrow('invalid predictions');
  });
});
