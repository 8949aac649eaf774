import { expect, it } from 'vitest';
import { trainingArguments, trainingSettings } from './trainingSettings';

const argumentsOf = (settings: object) => trainingArguments(trainingSettings.parse(settings)).join(' ');

it('passes on every setting that is given', () => {
  const told = argumentsOf({
    ...{ preset: 'published', joint: true, personal: true, schemes: ['tracks', 'both'], eegLabels: 'mean' },
    ...{ musicLabels: 'own', threshold: 4.5, sensitivity: false, epochs: 7, seed: 3, processes: 1 },
    ...{ weights: { eeg: 0.5, music: 0.25, discriminator: 0 }, alignment: 0.3 },
  });
  for (const part of [
    ...['--preset published', '--joint', '--personal', '--schemes tracks both', '--eeg-labels mean'],
    ...['--music-labels own', '--threshold 4.5', '--no-sensitivity', '--epochs 7', '--seed 3'],
    ...['--processes 1', '--weights 0.5 0.25 0', '--alignment 0.3'],
  ])
    expect(told).toContain(part);
});

it('leaves to the preset what is not given', () => {
  for (const name of ['weights', 'alignment', 'epochs', 'schemes', 'joint', 'personal', 'no-sensitivity'])
    expect(argumentsOf({})).not.toContain(`--${name}`);
});

it('refuses an objective that leaves a stream untaught, and weights below nothing', () => {
  for (const weights of [
    { eeg: 0, music: 1, discriminator: 0 },
    { eeg: 1, music: 0, discriminator: 0 },
    { eeg: 1, music: 1, discriminator: -1 },
    { eeg: 1, music: 1 },
  ])
    expect(trainingSettings.safeParse({ weights }).success).toBe(false);
  expect(trainingSettings.safeParse({ alignment: -1 }).success).toBe(false);
});
