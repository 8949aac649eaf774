import type { BidsFile, BidsRun } from '../../../recordings/bids/bidsFolder';
import { isLabelImage } from '../isLabelImage';
import { runsWords, type MappingNote } from './mappingNote';

/** The recording that a run is taken by. */
export interface ChosenRecording {
  file: BidsFile;
  /** Of volumes: the label image they are reduced by; null for series of regions. */
  labels: string | null;
  /** False for volumes that no label image fits: they wait for one. */
  isUsable: boolean;
}

/** Label images that are nobody's own, by place: in one space for everybody. */
export function labelImages(places: string[]): string[] {
  return places.filter((place) => isLabelImage(place) && !/(^|[/_])sub-/.test(place));
}

/**
 * The version of every run's recording that is taken: series of regions before volumes, derivatives before what came
 * from the scanner, and of these the version that most runs have, so that all are alike. Volumes can be used where
 * there is one label image in their space; those that cannot are told.
 */
export function chosenRecordings(
  runs: BidsRun[],
  images: string[],
  notes: MappingNote[],
): Map<BidsRun, ChosenRecording> {
  const counts = new Map<string, number>();
  for (const run of runs)
    for (const version of new Set(filesOf(run).map(versionOf)))
      counts.set(version, (counts.get(version) ?? 0) + 1);
  const chosen = new Map<BidsRun, ChosenRecording>();
  const withoutLabels: BidsRun[] = [];
  for (const run of runs) {
    const sorted = filesOf(run).sort((one, other) => compared(one, other, counts));
    const possible = sorted.map((file) => recordingOf(file, images));
    const recording = possible.find(({ isUsable }) => isUsable) ?? possible.at(0);
    if (recording) chosen.set(run, recording);
    if (recording?.isUsable === false) withoutLabels.push(run);
  }
  notes.push(...labelNotes(withoutLabels, images));
  return chosen;
}

const filesOf = ({ regions, bold }: BidsRun): BidsFile[] => [...regions, ...bold];

const ofRun = new Set(['sub', 'ses', 'task', 'run']);

/** All that tells a file from another of its run. */
function versionOf({ pipeline, entities, place }: BidsFile): string {
  const others = Object.entries(entities).filter(([key]) => !ofRun.has(key));
  return JSON.stringify([isVolumes(place), pipeline, others]);
}

function isVolumes(place: string): boolean {
  return /\.nii(\.gz)?$/.test(place) && !place.endsWith('.ptseries.nii');
}

/** Lower is taken first. */
function rank({ place, pipeline, entities }: BidsFile): number {
  if (entities.part !== undefined && entities.part !== 'mag') return 4;
  if (!isVolumes(place)) return 0;
  return pipeline !== null || entities.desc !== undefined || entities.space !== undefined ? 1 : 2;
}

function compared(one: BidsFile, other: BidsFile, counts: ReadonlyMap<string, number>): number {
  const [first, second] = [versionOf(one), versionOf(other)];
  const more = (counts.get(second) ?? 0) - (counts.get(first) ?? 0);
  return rank(one) - rank(other) || more || (first < second ? -1 : 1);
}

/** The one label image that fits a run of volumes: of the same space, or one that does not say its space. */
function labelsOf({ place, entities: { space } }: BidsFile, images: string[]): string | null {
  if (!isVolumes(place)) return null;
  const fitting = images.filter((image) => {
    const said = /(?:^|[_/])(?:space|tpl)-([A-Za-z0-9+]+)/.exec(image)?.[1];
    return said === undefined || said === space;
  });
  return fitting.length === 1 ? fitting[0] : null;
}

function recordingOf(file: BidsFile, images: string[]): ChosenRecording {
  const labels = labelsOf(file, images);
  return { file, labels, isUsable: !isVolumes(file.place) || labels !== null };
}

function labelNotes(runs: BidsRun[], images: string[]): MappingNote[] {
  if (runs.length === 0) return [];
  const what =
    images.length === 0
      ? 'bring a label image in their space, such as an atlas that ends in _dseg.nii.gz'
      : `${images.length} label images are here, none or several in their space: choose one in the table`;
  const message = `invalid recording of ${runsWords(runs)}: volumes without regions (${what})`;
  return [{ kind: 'fault', message }];
}
