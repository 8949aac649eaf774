import { basename } from 'node:path';
import type { CleaningPlan } from '@/ml/eeg/cleaning/cleaningPlan';
import { isVoltage } from '@/ml/eeg/cleaning/microvolts';
import type { PassBand } from '@/ml/eeg/cleaning/firTaps';
import { narrowestPassBand } from '@/ml/eeg/entropy/judgeBands';
import { AppError } from '../../../base/errors';
import type { EegChannel, EegRecording } from '../../recordings/eeg/eegRecording';
import { cleaningPlanOf, type CleaningWish } from './cleaningWish';

/** A recording, where it lies. */
export interface OpenedRecording {
  path: string;
  recording: EegRecording;
}

/** What is to be done to which channels of a recording. */
export interface PlannedCleaning extends OpenedRecording {
  /** The head's channels, by index. */
  places: number[];
  plan: CleaningPlan;
  /** What all filters, the recorder's and ours, leave of the spectrum. */
  passed: PassBand;
  warnings: string[];
}

/** Of the fastest channel's rate: what is slower is no electrode of the same amplifier. */
const slowestShare = 0.25;

function leftOut(odd: readonly EegChannel[]): string[] {
  if (odd.length === 0) return [];
  const told = odd.map(({ name, unit, rateHz }) => `${name} (${unit ?? 'no unit'}, ${rateHz} Hz)`);
  return [`Left out, as they are no voltage or slower than the others: ${told.join(', ')}.`];
}

const unfiltered =
  'It was not filtered: it consists of trials that were cut out, and filters run across cuts.';

/**
 * How a recording is to be cleaned: its EEG channels, or those named, those that it marks as bad among the bad ones. One
 * that consists of trials cut out (DEAP) is not filtered.
 *
 * @throws AppError 'invalid' where none of its channels is the head's, or one that is named is not there
 */
export function planCleaning({ path, recording }: OpenedRecording, asked: CleaningWish): PlannedCleaning {
  const isCut = recording.trials.length > 0;
  const wish = isCut ? { ...asked, highPassHz: null, lowPassHz: null, notchHz: [] } : asked;
  const { places, odd } = headChannels(path, recording, wish);
  const channels = places.map((place) => recording.channels[place]);
  const marked = channels.filter(({ bad }) => bad).map(({ name }) => name);
  const plan = cleaningPlanOf(wish, marked);
  const warnings = [...recording.warnings, ...(isCut ? [unfiltered] : []), ...leftOut(odd)];
  return { path, recording, places, plan, passed: narrowestPassBand([...channels, plan]), warnings };
}

interface HeadChannels {
  /** By index. */
  places: number[];
  /** Channels called as electrodes are, which were measured in no voltage, or as slowly as no electrode is. */
  odd: EegChannel[];
}

function headChannels(
  path: string,
  { channels }: EegRecording,
  { channels: wanted, unit }: CleaningWish,
): HeadChannels {
  const names = channels.map(({ name }) => name);
  if (wanted) {
    const unknown = wanted.find((name) => !names.includes(name));
    if (unknown === undefined) return { places: wanted.map((name) => names.indexOf(name)), odd: [] };
    throw new AppError('invalid', `invalid channel: ${unknown} (${basename(path)} has ${names.join(', ')})`);
  }
  const found = channels.flatMap(({ kind }, place) => (kind === 'eeg' ? [place] : []));
  const fastest = Math.max(...found.map((place) => channels[place].rateHz));
  const inVolts = found.filter(
    (place) =>
      isVoltage(channels[place].unit || unit || '') && channels[place].rateHz >= slowestShare * fastest,
  );
  // Where none has a unit, it is asked for.
  if (inVolts.length === 0 && found.length > 0) return { places: found, odd: [] };
  const odd = found.filter((place) => !inVolts.includes(place)).map((place) => channels[place]);
  if (found.length > 0) return { places: inVolts, odd };
  const told = `none of ${names.slice(0, 10).join(', ')} is known to be EEG: name the channels`;
  throw new AppError('invalid', `invalid FILE: ${basename(path)} (${told})`);
}
