import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ownEmbedding } from '../../research/eeg/set/setEmbeddings';
import { smallSites, writeSmallModel } from '../../research/eeg/testing/smallModel.testing';
import { writeSmallRecording } from '../../research/eeg/testing/smallRecording.testing';
import { installCommand } from '../../research/eeg/train/trainingPython';
import { TestFolder } from '../../research/recordings/testing/files.testing';
import { runResearch } from '../testing/researchCommand.testing';

const folder = new TestFolder();
const at = (name: string) => join(folder.path, name);

beforeAll(async () => {
  vi.stubEnv('DATA_DIR', at('data'));
  vi.stubEnv('DATABASE_URL', '');
  vi.stubEnv('TRAINING_PYTHON', '/nowhere/python');
  folder.write('study/tracks.tsv', 'track\tvalence\tarousal\tembedding\nsong\t7\t3\tsong.csv\n');
  folder.write(
    'study/trials.tsv',
    'participant\tfile\tonset\tduration\ttrack\tvalence\nanna\ta.edf\t4\t12\tsong\t6\n',
  );
  folder.write('study/song.csv', `a,b\n${'1,2\n'.repeat(11)}`);
  await writeSmallRecording(at('study/a.edf'), { sites: smallSites });
});
afterAll(() => {
  vi.unstubAllEnvs();
  folder.remove();
});

describe('research eeg-set', () => {
  const makeSet = (json: boolean, out: string) =>
    runResearch(
      json,
      'eeg-set',
      at('study'),
      '--out',
      at(out),
      '--preset',
      'published',
      '--embedding-hop',
      '1',
    );

  it('tells what is in the set and what was left out', async () => {
    expect(JSON.parse((await makeSet(true, 'set')).text)).toMatchObject({
      ...{ participants: ['anna'], tracks: ['song'], channels: smallSites },
      // The song ends a second before the trial.
      counts: { trials: 1, windows: 9, rejected: 0, beyondSound: 1 },
    });
    const { text } = await makeSet(false, 'again');
    expect(text).toContain('1 participants, 1 tracks, 3 channels, 9 windows');
    expect(text).toContain('1 beyond the end of the sound');
  });

  it('says which tables are needed', async () => {
    await expect(runResearch(true, 'eeg-set', at('set'), '--out', at('other'))).rejects.toThrow('tracks.tsv');
  });
});

it('says by which one command training is installed', async () => {
  await expect(runResearch(true, 'train-eeg', at('set'), '--out', at('model'))).rejects.toThrow(
    installCommand,
  );
  expect(existsSync(at('model'))).toBe(false);
});

it('refuses weights of an objective that are not three, before anything is trained', async () => {
  const asked = ['train-eeg', at('set'), '--out', at('model')];
  await expect(runResearch(true, ...asked, '--weights', '1,2')).rejects.toThrow('three numbers are needed');
  await expect(runResearch(true, ...asked, '--weights', '0.5,1.5,1', '--alignment', '0.3')).rejects.toThrow(
    installCommand,
  );
});

it('answers a recording by the library, and says that this is no better than chance', async () => {
  writeSmallModel(at('small'), { aboveLow: -0.1, embedding: ownEmbedding });
  const asked = ['query-eeg', at('study/a.edf'), '--model', at('small'), '--from', '3', '--to', '9'];
  const answer = JSON.parse((await runResearch(true, ...asked)).text) as Record<string, unknown>;
  expect(answer).toMatchObject({
    ...{ searched: 0, matches: [], noBetterThanChance: true },
    heard: { name: 'a.edf', windows: { heard: 3 } },
  });
  const { text } = await runResearch(false, ...asked);
  expect(text).toContain('THIS RANKING IS NO BETTER THAN CHANCE');
  expect(text).toContain('(trained on simulated EEG)');
});
