import type { Command } from 'commander';
import { defaultEegSimulation } from '@/ml/eeg/simulation/eegSimulationPlan';
import { simulateEegFolder, type SimulatedFolder } from '../../research/eeg/simulate/simulateEegFolder';
import { simulateEegSet, type SimulatedEegSet } from '../../research/eeg/simulate/simulateEegSet';
import type { CommandContext } from '../commandContext';
import { untilInterrupted } from '../interrupt';
import { naturalNumber, number, wholeNumber } from '../numberArguments';
import { clock, table, type Output } from '../output';
import { ShareLine } from '../shareLine';

interface SimulateOptions {
  out: string;
  participants?: number;
  effect?: number;
  fingerprint?: number;
  seed?: number;
  tracks?: number;
  set?: boolean;
}

/** Registers `research simulate-eeg`. */
export function addResearchSimulateEeg(research: Command, { run, output }: CommandContext): void {
  research
    .command('simulate-eeg')
    .description(
      'write EEG of simulated people who listen to the demo music: EDF+ files, their ratings, and tables that say which stretch is which track',
    )
    .requiredOption('--out <folder>', 'a new folder, or an empty one')
    .option('--participants <n>', 'how many people (8)', wholeNumber(200))
    .option(
      '--effect <strength>',
      `how far the music reaches the EEG: 0 not at all, 1 strongly (${defaultEegSimulation.effectStrength})`,
      number(0, 3),
    )
    .option(
      '--fingerprint <strength>',
      'a pattern of each track that has nothing to do with emotion (0)',
      number(0, 3),
    )
    .option('--seed <n>', 'equal seeds give equal files (1)', naturalNumber(2 ** 31 - 1))
    .option(
      '--tracks <n>',
      'how many pieces of the demo music, spread over the emotions (all)',
      wholeNumber(36),
    )
    .option(
      '--set',
      'a training set in place of recordings, its features drawn without signals and its embedding simulated: for studies of many seeds',
    )
    .action((options: SimulateOptions) => run(() => simulateCommand(options, output())));
}

function simulateCommand({ out, set, ...wish }: SimulateOptions, output: Output): Promise<number> {
  const line = new ShareLine(output.json);
  return untilInterrupted(async (signal) => {
    const following = {
      onProgress: (share: number, participant: string) => line.show(share, participant),
      signal,
    };
    if (set) {
      const written = await simulateEegSet(out, wish, following).finally(() => line.close());
      output.result(written, () => setLines(written));
    } else {
      const folder = await simulateEegFolder(out, wish, following).finally(() => line.close());
      output.result(folder, () => lines(folder));
    }
    return 0;
  });
}

const setLines = ({ title, participants, tracks, windows }: SimulatedEegSet): string[] => [
  `${title}: nothing here was recorded from anybody`,
  `${windows} windows of ${participants.length} people and ${tracks.length} tracks of the demo music`,
];

function lines({ title, tracks, recordings }: SimulatedFolder): string[] {
  return [
    `${title}: nothing here was recorded from anybody`,
    `${tracks.length} tracks of the demo music`,
    '',
    ...table(recordings, [
      ['participant', ({ participant }) => participant],
      ['file', ({ file }) => file],
      ['length', ({ tracks: heard }) => clock(endOf(heard.at(-1)))],
    ]),
  ];
}

const endOf = (track?: { onsetSeconds: number; durationSeconds: number }): number =>
  track ? track.onsetSeconds + track.durationSeconds : 0;
