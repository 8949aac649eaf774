import type { Participant } from './readParticipants';

/** A file of a BIDS dataset that belongs to a run. */
export interface BidsFile {
  path: string;
  /** From the root of the dataset, with slashes. */
  place: string;
  /** The derivative it belongs to, such as fmriprep; null for the raw dataset. */
  pipeline: string | null;
  /** Of its name: task, run, space, desc, atlas and so on. */
  entities: Record<string, string>;
}

/** One recording of one participant: all files that share participant, session, task and run. */
export interface BidsRun {
  /** Without "sub-". */
  participant: string;
  session: string | null;
  task: string;
  run: string | null;
  /** Volumes, raw and of every derivative, in every space. */
  bold: BidsFile[];
  /** Series by region: ptseries.nii, and tables of derivatives such as XCP-D's. */
  regions: BidsFile[];
  physio: BidsFile[];
  stim: BidsFile[];
  events: BidsFile[];
  confounds: BidsFile[];
  /** The TR as the JSON files say; null where none does. */
  hopSeconds: number | null;
}

/** A BIDS dataset, or a derivative of one, as far as a study needs it. */
export interface BidsFolder {
  /** By dataset_description.json; null where it does not say. */
  name: string | null;
  /** Those of participants.tsv, and everybody who has files. */
  participants: Participant[];
  tasks: string[];
  runs: BidsRun[];
  /** What was left out and why, and what is wrong with single files, naming participant and run. */
  warnings: string[];
}
