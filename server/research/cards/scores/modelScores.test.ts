import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { modelFolder } from '../../../base/newestModel';
import { listModels } from '../modelCards';
import { figureWords, percentWords } from './headlineScore';
import { modelScores } from './modelScores';

const folder = mkdtempSync(join(tmpdir(), 'circumplex-scores-'));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, json: unknown) => writeFileSync(join(folder, name), JSON.stringify(json));

const pairOf = (valence: number, arousal: number) => ({ valence, arousal });

/** Every number of a JSON, however deep. */
function numbersIn(json: unknown): number[] {
  if (typeof json === 'number') return [json];
  return typeof json === 'object' && json !== null ? Object.values(json).flatMap(numbersIn) : [];
}

describe('modelScores', () => {
  it('are told of every model that ships, two to four of each', async () => {
    for (const { name } of await listModels(modelFolder())) {
      const { scores, instead } = await modelScores(modelFolder(), name);
      expect({ name, instead }).toEqual({ name, instead: null });
      expect(scores.length).toBeGreaterThanOrEqual(2);
      expect(scores.length).toBeLessThanOrEqual(4);
      for (const { values, reference } of scores)
        for (const value of [...values, ...(reference?.values ?? [])])
          expect(value).toMatch(/^-?\d+\.\d+( %)?$/);
    }
  });

  it('are figures that stand in the JSON, or means of such', async () => {
    for (const { name } of await listModels(modelFolder())) {
      const file = join(modelFolder(), name === 'eeg-1' ? 'eeg-1/model.json' : `${name}.json`);
      const numbers = numbersIn(JSON.parse(readFileSync(file, 'utf8')));
      const words = new Set(numbers.flatMap((each) => [figureWords(each), percentWords(each)]));
      const { scores } = await modelScores(modelFolder(), name);
      const told = scores.flatMap(({ values, reference }) => [...values, ...(reference?.values ?? [])]);
      // A profile's first two scores are means over its seeds, its own values as pairs.
      const unknown = told.filter((value) => !words.has(value));
      expect({ name, unknown: name.startsWith('emotion') ? unknown.slice(4) : unknown }).toEqual({
        name,
        unknown: [],
      });
    }
  });

  it('of a profile are means over its seeds, beside models of other sets', async () => {
    write('emotion-7.json', {
      figures: {
        points: { 1: { panda4q: { r: pairOf(0.5, 0.6) } }, 2: { panda4q: { r: pairOf(0.7, 0.7) } } },
        withoutEachSet: { panda4q: { r: pairOf(0.4, 0.3) } },
      },
    });
    const { scores } = await modelScores(folder, 'emotion-7');
    expect(scores).toEqual([
      {
        what: '4Q, r of songs, artists held out',
        values: ['0.600', '0.650'],
        reference: { what: 'by models of other sets alone', values: ['0.400', '0.300'] },
      },
    ]);
  });

  it('of a bridge stand beside its aim, in the words of the file that ships', async () => {
    const json = JSON.parse(readFileSync(join(modelFolder(), 'bridge-1.json'), 'utf8')) as {
      aim: { valence: number; arousal: number };
    };
    const [{ reference }] = (await modelScores(modelFolder(), 'bridge-1')).scores;
    expect(reference?.values).toEqual([json.aim.valence, json.aim.arousal].map((aim) => `${100 * aim}.0 %`));
  });

  it('are read of a folder too', async () => {
    mkdirSync(join(folder, 'embedding-9'));
    write('embedding-9/model.json', { fidelity: { all: 0.7331 } });
    expect((await modelScores(folder, 'embedding-9')).scores.map(({ values }) => values)).toEqual([
      ['0.733'],
    ]);
  });

  it('say what is there where there are none', async () => {
    write('triplet-5.json', { version: 'triplet-5', experiments: {} });
    write('odd-1.json', { one: 1 });
    writeFileSync(join(folder, 'emotion-8.json'), 'half a fil');
    const insteadOf = async (name: string) => (await modelScores(folder, name)).instead;
    expect(await insteadOf('triplet-5')).toBe(
      'triplet-5.json tells no score that is known here; it holds version, experiments.',
    );
    expect(await insteadOf('odd-1')).toBe('odd-1.json tells no score that is known here; it holds one.');
    expect(await insteadOf('emotion-8')).toBe('emotion-8.json cannot be read: it holds no JSON object.');
    expect(await insteadOf('emotion-9')).toBe('There is no emotion-9.json to read scores from.');
  });
});
