import type { EntropyCourse } from '@/app/ui/eeg/eegAnswers';
import { placeChannels } from '@/ml/eeg/montage/placeChannels';
import type { HeadElectrode } from '@/app/ui/head/headMaps';

/** A stretch of a recording; to its end where it has no length. */
export interface Stretch {
  startSeconds: number;
  durationSeconds: number | null;
}

/** Entropy over a stretch, at the electrodes that have a place. */
export interface TrialCourse {
  electrodes: HeadElectrode[];
  /** The middle of each window, from the beginning of the stretch. */
  seconds: number[];
  /** Whether artefacts were in a window. */
  rejected: boolean[];
  /** [band][window][electrode], in nats. */
  values: number[][][];
}

/** Windows may begin or end this much outside, as their times are rounded. */
const slackSeconds = 1e-6;

/**
 * The windows that lie within a stretch.
 *
 * @param courses one a band, of the same windows
 */
export function trialCourse(courses: readonly EntropyCourse[], stretch: Stretch): TrialCourse {
  const [{ channels, startSeconds, rejected, windowSeconds }] = courses;
  const from = stretch.startSeconds - slackSeconds;
  const to =
    stretch.durationSeconds === null
      ? Infinity
      : stretch.startSeconds + stretch.durationSeconds + slackSeconds;
  const windows = [...startSeconds.keys()].filter(
    (window) => startSeconds[window] >= from && startSeconds[window] + windowSeconds <= to,
  );
  const sites = placeChannels(channels.map(({ name }) => name));
  const placed = [...channels.keys()].filter((channel) => channels[channel].position !== null);
  return {
    electrodes: placed.flatMap((channel): HeadElectrode[] => {
      const { name, position } = channels[channel];
      return position ? [{ channel: sites[channel].site ?? name, position }] : [];
    }),
    seconds: windows.map((window) => startSeconds[window] + windowSeconds / 2 - stretch.startSeconds),
    rejected: windows.map((window) => rejected[window]),
    values: courses.map(({ values }) =>
      windows.map((window) => placed.map((channel) => values[window][channel])),
    ),
  };
}

/** The same as differences from each electrode's mean over the windows without artefacts, band by band. */
export function changesOf({ values, rejected, ...rest }: TrialCourse): TrialCourse {
  const kept = [...rejected.keys()].filter((window) => !rejected[window]);
  return {
    ...rest,
    rejected,
    values: values.map((band) => {
      const means = rest.electrodes.map((_, electrode) =>
        meanOf((kept.length > 0 ? kept : [...band.keys()]).map((window) => band[window][electrode])),
      );
      return band.map((window) => window.map((value, electrode) => value - means[electrode]));
    }),
  };
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The mean over the electrodes, window by window; null where artefacts were: [band][window]. */
export const headMeans = ({ values, rejected }: TrialCourse): (number | null)[][] =>
  values.map((band) => band.map((window, index) => (rejected[index] ? null : meanOf(window))));

/** The window whose middle is nearest to a moment, of at least one. */
export function nearestWindow(seconds: readonly number[], moment: number): number {
  let nearest = 0;
  seconds.forEach((middle, window) => {
    if (Math.abs(middle - moment) < Math.abs(seconds[nearest] - moment)) nearest = window;
  });
  return nearest;
}
