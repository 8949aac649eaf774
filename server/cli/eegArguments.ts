import { InvalidArgumentError, Option, type Command } from 'commander';
import { entropyMethods, entropyPresets } from '../research/eeg/entropy/entropyWish';
import type { MeasuringWish } from '../research/eeg/entropy/measuringWish';
import { number } from './numberArguments';

interface Band {
  name: string;
  fromHz: number;
  toHz: number;
}

/** What the options of `withMeasuringOptions` are read as. */
export interface MeasuringOptions {
  bands?: Band[];
  window?: number;
  hop?: number;
  step?: number;
  preset: (typeof entropyPresets)[number];
  method?: (typeof entropyMethods)[number];
  channels?: string[];
  badChannels?: string[];
  findBad: boolean;
  leaveOutBad?: boolean;
  reference: 'average' | 'none';
  highPass?: number | null;
  lowPass?: number | null;
  notch?: (number | null)[];
  rejectMicrovolts?: number | null;
  unit?: string;
  baseline?: 'drop' | 'subtract';
}

const hertz = (text: string): number | null => (text === 'none' ? null : number(0.01, 1000)(text));
const listed = <T>(parse: (text: string) => T) => {
  return (text: string, before: T[] = []): T[] => [...before, parse(text)];
};

/** Options that say how a recording is cleaned and its entropy measured, the same for every command. */
export function withMeasuringOptions(command: Command): Command {
  const seconds = number(0.01, 3600);
  return command
    .option(
      '--bands <band...>',
      'as NAME:FROM-TO in Hz (theta:4-8 alpha:8-13 beta:13-30 gamma:30-45)',
      listed(band),
    )
    .option('--window <seconds>', 'length of a window (10)', seconds)
    .option('--hop <seconds>', 'from window to window (0.5)', seconds)
    .option('--step <seconds>', 'length of a step within a window (1)', seconds)
    .addOption(
      new Option('--preset <name>', 'of windows; "published" is 3 s every 1 s')
        .choices(entropyPresets)
        .default('default'),
    )
    .addOption(
      new Option('--method <name>', 'how a band is measured (stft); the two need not agree').choices(
        entropyMethods,
      ),
    )
    .option('--channels <name...>', 'which are EEG, where the file does not say')
    .option('--bad-channels <name...>', 'known to be bad')
    .option('--no-find-bad', 'look for no other bad channels')
    .option('--leave-out-bad', 'leave out bad channels in place of interpolating them')
    .addOption(new Option('--reference <reference>').choices(['average', 'none']).default('average'))
    .option('--high-pass <hz>', '"none" leaves it out (1)', hertz)
    .option('--low-pass <hz>', '"none" leaves it out (45)', hertz)
    .option('--notch <hz...>', 'of the mains; "none" leaves it out (50)', listed(hertz))
    .option(
      '--reject-microvolts <uV>',
      'a second is rejected in which a channel moves by more; "none" rejects nothing (200)',
      microvolts,
    )
    .option('--unit <unit>', 'of channels whose unit the file does not tell')
    .addOption(
      new Option('--baseline <what>', "of the 3 s before each of DEAP's trials (drop)").choices([
        'drop',
        'subtract',
      ]),
    );
}

const microvolts = (text: string): number | null => (text === 'none' ? null : number(0.1, 1e6)(text));

/** Such as "theta:4-8". */
function band(text: string): Band {
  const [, name, from, to] = /^(.+):(\d*\.?\d+)-(\d*\.?\d+)$/.exec(text) ?? [];
  if (name === undefined) throw new InvalidArgumentError('NAME:FROM-TO is accepted, such as theta:4-8.');
  return { name, fromHz: Number(from), toHz: Number(to) };
}

/** The wish of these options; what is left out is as always. */
export function measuringWishOf(options: MeasuringOptions): MeasuringWish {
  const { preset, bands, window, hop, step, method, notch } = options;
  return {
    entropy: { preset, bands, windowSeconds: window, hopSeconds: hop, stepSeconds: step, method },
    cleaning: {
      channels: options.channels,
      baseline: options.baseline,
      badChannels: options.badChannels,
      findBad: options.findBad,
      badChannelsAre: options.leaveOutBad ? 'left out' : undefined,
      reference: options.reference,
      highPassHz: options.highPass,
      lowPassHz: options.lowPass,
      notchHz: notch?.filter((hz) => hz !== null),
      rejectMicrovolts: options.rejectMicrovolts,
      unit: options.unit,
    },
  };
}
