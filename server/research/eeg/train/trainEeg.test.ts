import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestFolder } from '../../recordings/testing/files.testing';
import { writeSmallSet } from '../testing/smallSet.testing';
import { loadQueryModel } from '../query/queryModel';
import { trainEeg, type Training } from './trainEeg';
import { progressOf } from './trainingProgress';
import { installCommand, trainingPython } from './trainingPython';

const folder = new TestFolder();
const at = (name: string) => join(folder.path, name);
beforeAll(() => writeSmallSet(at('set')));
afterAll(() => folder.remove());

/** What little training there is. */
const settings = { epochs: 1, schemes: ['tracks' as const], sensitivity: false, processes: 1 };
const training = (changed: Partial<Training> = {}): Training => ({
  ...{ set: at('set'), out: at('model'), settings, python: process.env.TRAINING_PYTHON },
  ...changed,
});
const found = await trainingPython(process.env.TRAINING_PYTHON);

it('says by which one command Python comes to have what is missing, and leaves nothing behind', async () => {
  const before = readdirSync(folder.path);
  const outcome = await trainEeg(training({ python: '/nowhere/python' }));
  expect(outcome).toMatchObject({
    kind: 'missing',
    reason: expect.stringContaining(installCommand) as unknown,
  });
  expect(readdirSync(folder.path)).toEqual(before);
});

it('refuses settings that cannot be', async () => {
  await expect(trainEeg(training({ settings: { threshold: 10 } }))).rejects.toThrow('invalid threshold: 10');
});

it('takes lines of progress, and no others', () => {
  const line =
    '{"stage": "tracks", "dimension": "valence", "epoch": 2, "loss": null, "accuracy": 0.5, "fraction": 0.25}';
  expect(progressOf(line)).toMatchObject({ stage: 'tracks', epoch: 2, loss: null, fraction: 0.25 });
  for (const other of ['== eeg', '', '{"stage": 3}', '{"fraction": 0.5', 'null'])
    expect(progressOf(other)).toBeNull();
});

// With TRAINING_PYTHON, or PyTorch in .venv.
describe.skipIf(found.kind === 'missing')('with PyTorch', () => {
  it('refuses a set that is none, as training says', async () => {
    await writeSmallSet(at('cut'));
    rmSync(join(at('cut'), 'music.npy'));
    const outcome = await trainEeg(training({ set: at('cut') }));
    expect(outcome).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('invalid music.npy') as unknown,
    });
    expect(existsSync(at('model'))).toBe(false);
  }, 300_000);

  it('stops whole when it is told to', async () => {
    const interrupt = new AbortController();
    const outcome = await trainEeg(training(), {
      onProgress: () => interrupt.abort(),
      signal: interrupt.signal,
    });
    expect(outcome).toEqual({ kind: 'stopped' });
    expect(readdirSync(folder.path).filter((name) => name.startsWith('model'))).toEqual([]);
  }, 300_000);

  it('trains a model that Node can hear by', async () => {
    const fractions: number[] = [];
    const onProgress = ({ fraction }: { fraction: number }) => fractions.push(fraction);
    const outcome = await trainEeg(training({ settings: { ...settings, joint: true } }), { onProgress });
    expect(outcome).toMatchObject({ kind: 'trained', model: { simulated: true, preset: 'reduced' } });
    expect(fractions.at(-1)).toBe(1);
    const model = await loadQueryModel(at('model'), 'both');
    expect(model.networks.map(({ dimension }) => dimension)).toEqual(['joint']);
    await model.release();
    await expect(trainEeg(training())).rejects.toThrow('something is in it');
  }, 300_000);
});
