import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { trainingPython } from '@/server/research/eeg/train/trainingPython';
import type { Api } from './api';

/** Making eight people's EEG and measuring it takes this long at most, on a machine with other work. */
const madeWithinMilliseconds = 420_000;
const trainedWithinMilliseconds = 900_000;

/** A real recording of 16 channels and a minute, which is not part of the project. */
export const realEdf = resolve('../shared/neuro/eeg_files/eeglab/test.edf');
export const realEdfMissing = existsSync(realEdf) ? false : `${realEdf} is not there`;

/** Why no model can be trained here, in words; false where one can. */
export async function pythonMissing(): Promise<string | false> {
  const found = await trainingPython(process.env.TRAINING_PYTHON);
  return found.kind === 'missing' && found.reason;
}

/** The simulated study of EEG, made and measured first where nobody has looked yet. Returns its number. */
export async function simulatedEeg(api: Api): Promise<number> {
  await api.eeg.studies.begin.mutate();
  const find = async () => (await api.eeg.studies.list.query()).find(({ simulated }) => simulated);
  const isMeasured = async () => {
    const study = await find();
    return study !== undefined && study.measured === study.recordings;
  };
  await expect.poll(isMeasured, { timeout: madeWithinMilliseconds, intervals: [1000] }).toBe(true);
  return (await find())?.id ?? 0;
}

/** The number of the model that comes with the simulated study. */
export async function givenModel(api: Api, studyId: number): Promise<number> {
  const models = await api.eeg.models.list.query({ studyId });
  const given = models.find(({ title }) => title.startsWith('Trained beforehand'));
  if (!given) throw new Error('the simulated study came without its model');
  return given.id;
}

/** One network for both dimensions, judged in one way. */
export const shortTraining = { joint: true, epochs: 2, schemes: ['tracks' as const], sensitivity: false };

/** Waits for a model. Throws with the reason where there will be none. */
export async function isTrained(api: Api, modelId: number): Promise<void> {
  const state = async () => {
    const model = await api.eeg.models.get.query({ modelId });
    if (model.state === 'failed') throw new Error(`the training failed: ${model.failure}`);
    return model.state;
  };
  await expect.poll(state, { timeout: trainedWithinMilliseconds, intervals: [1000] }).toBe('done');
}

/** Names a study on the page, and goes to it. */
export async function beginEegStudy(page: Page, title: string): Promise<number> {
  await page.goto('/research/eeg');
  await page.getByRole('textbox', { name: 'A study of your own' }).fill(title);
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  return Number(page.url().split('/').pop());
}

/** Chooses one of the options behind a button. */
export async function choose(page: Page, label: string | RegExp, option: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: option }).first().click();
}
