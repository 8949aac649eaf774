/** What one column, channel or region holds. Numbers are over finite values; null where there are none. */
export interface ColumnDescription {
  name: string;
  unit: string | null;
  mean: number | null;
  /** Of the population: the root of the mean squared difference from the mean (numpy's std). */
  standardDeviation: number | null;
  minimum: number | null;
  maximum: number | null;
  /** How many values are missing or infinite. */
  missing: number;
}

/** What one channel of an EEG recording holds. */
export interface ChannelDescription extends ColumnDescription {
  /** What it measures: eeg, eog, ecg, emg, status, other. */
  kind: string;
  rateHz: number;
  samples: number;
  /** The recording's own filters; null where it does not say, a high-pass of 0 where it lets everything pass. */
  highPassHz: number | null;
  lowPassHz: number | null;
  /** True where a table beside the recording marks it as bad. */
  bad: boolean;
}

/** What a table of events holds. */
interface EventsDescription {
  count: number;
  firstOnsetSeconds: number | null;
  lastOnsetSeconds: number | null;
  /** Kinds of events with how many there are of each, as far as the table names kinds. */
  types: { name: string; count: number }[];
  /** Of EEG recordings: every event in the order of onsets, from the first sample on. */
  list?: { onsetSeconds: number; durationSeconds: number; label: string }[];
}

/**
 * What a file is, as `circumplex research describe FILE --json` writes it. The names are part of the product: they
 * stay.
 */
export interface FileDescription {
  /** The last part of its path. */
  name: string;
  sizeBytes: number;
  /**
   * - series: samples at one rate in columns; ratings: the same, given by people
   * - volumes: a run of brain volumes, or one; labels: a volume of whole numbers that can name regions
   * - surface: a mesh or values on one
   * - events: what happened when; table: rows of words, such as participants
   * - sound: music or another stimulus
   * - eeg: electrodes over time, each channel at its own rate
   */
  kind: 'series' | 'ratings' | 'volumes' | 'labels' | 'surface' | 'events' | 'table' | 'sound' | 'eeg';
  /** Such as "CSV", "NPY", "NIfTI-1", "BIDS physio". */
  format: string;
  /** [samples, columns] of a series, [samples of the fastest channel, channels] of EEG, [x, y, z, volumes] of volumes, [rows, columns] of a table. */
  shape: number[];
  /** Seconds between samples, the TR of fMRI; null where the file does not say. */
  hopSeconds: number | null;
  /** Samples a second: 1 / hopSeconds. */
  rateHz: number | null;
  /** From the start of the stimulus to the first sample. */
  startSeconds: number | null;
  /** Samples times hop. */
  durationSeconds: number | null;
  /** One entry a column, channel or region; volumes without a label image have one entry for all voxels. */
  columns: (ColumnDescription | ChannelDescription)[];
  /** Only of tables of events and of EEG. */
  events: EventsDescription | null;
  /** What else its format says, by name: the type of its numbers, its affine, how it is laid out. */
  details: Record<string, string | number | boolean | null | (string | number)[] | number[][]>;
  /** What is odd about a file that can be read. */
  warnings: string[];
}
