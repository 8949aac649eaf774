import { basename } from 'node:path';
import { isAudioName } from '../../../base/audioExtensions';
import { fileWords, type FileWords } from './fileWords';
import { isBeside, isExportedAnalysis } from './isBeside';
import { isLabelImage } from './isLabelImage';
import { mappingRow, type MappingRow, type MappingUse } from './mappingRow';

/** What a piece is called where no name says it: the only one there is. */
const onlyPiece = 'piece';

/** Tables that say what others cannot: one each a study, wherever they lie. */
const tables: Record<string, MappingUse | undefined> = {
  'participants.tsv': 'participants',
  'stimuli.tsv': 'stimuli',
  'targets.tsv': 'targets',
  'regions.tsv': 'targets',
};

const recordingWord = /^(bold|timeseries|timecourses?|ts|roi|rois|regions|parcels|recording|fmri)$/i;
const confoundsWord = /^(confounds|motion|movement|rp|regressors)/i;
const ratingWord = /^(ratings?|physio|behavio?u?r|beh|emotion|continuous)$/i;

/**
 * What brought files are likely to be, by their names alone: BIDS names and folders, or plain words (s18-timecourses,
 * sub-01_happy_rating, song3.wav). A proposal for a person to look through. One row a file, in the order of names.
 */
export function proposeMapping(names: string[]): MappingRow[] {
  const pieces = new Set(
    names
      .filter((name) => isAudioName(name))
      .map((name) => basename(name, `.${basename(name).split('.').pop()}`)),
  );
  const images = names.filter((name) => isLabelImage(name));
  const labels = images.length === 1 ? images[0] : null;
  return [...names]
    .sort((one, other) => one.localeCompare(other, 'en'))
    .map((file) => rowOf(file, { pieces, labels }));
}

function rowOf(
  file: string,
  { pieces, labels }: { pieces: ReadonlySet<string>; labels: string | null },
): MappingRow {
  const table = tables[basename(file).toLowerCase()];
  if (table) return mappingRow.parse({ file, use: table });
  if (isExportedAnalysis(file)) return mappingRow.parse({ file, use: 'analysis' });
  if (isBeside(file) || isLabelImage(file)) return mappingRow.parse({ file, use: 'ignore' });
  if (isAudioName(file)) {
    const stimulus = basename(file, `.${basename(file).split('.').pop()}`);
    return mappingRow.parse({ file, use: 'sound', stimulus });
  }
  const words = fileWords(file, pieces);
  const use = likelyUse(words);
  const { participant } = words;
  const stimulus = words.stimulus ?? onlyPiece;
  if (use === 'ignore') return mappingRow.parse({ file, use });
  return mappingRow.parse({
    ...{ file, use, participant, stimulus },
    name: use === 'rating' || use === 'feature' ? nameOf(words) : null,
    labels: use === 'recording' && /^nii/.test(words.ending) ? labels : null,
  });
}

const readable = /^(tsv|csv|txt|npy|jams|tsv\.gz|csv\.gz|nii|nii\.gz|ptseries\.nii|dat|1d)$/;

function likelyUse({ ending, suffix, participant, entities, rest }: FileWords): MappingUse {
  if (!readable.test(ending)) return 'ignore';
  if (ending === 'jams') return 'rating';
  if (entities.desc === 'confounds' || rest.some((word) => confoundsWord.test(word))) return 'confounds';
  if (suffix === 'stim') return 'feature';
  if (suffix === 'physio' || rest.some((word) => ratingWord.test(word) && word !== 'rate')) return 'rating';
  if (participant === null) return 'feature';
  if (/nii/.test(ending) || rest.some((word) => recordingWord.test(word))) return 'recording';
  return 'feature';
}

/** The scale or the feature; null where the columns say it. */
function nameOf({ entities, rest, suffix }: FileWords): string | null {
  if (entities.recording ?? entities.desc) return entities.recording ?? entities.desc;
  const left = rest.filter((word) => !ratingWord.test(word) && word !== 'stim');
  return left[0] ?? (ratingWord.test(suffix) || suffix === 'stim' ? null : suffix);
}
