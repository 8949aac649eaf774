import { isAudioName } from '../../../../base/audioExtensions';
import { bidsNameOf } from '../../../recordings/bids/bidsName';
import type { BidsRun } from '../../../recordings/bids/bidsFolder';
import { mappingRow, type MappingRow } from '../mappingRow';
import { stemOf, type HeardPiece } from './heardPieces';
import type { MappingNote } from './mappingNote';

type Heard = ReadonlyMap<BidsRun, HeardPiece[]>;

/** The sounds of the pieces: those that events name, else one that is called as the piece is. */
export function soundRows(places: string[], heard: Heard, notes: MappingNote[]): MappingRow[] {
  const sounds = places.filter(isAudioName);
  const pieces = new Map([...heard.values()].flat().map((piece) => [piece.stimulus, piece]));
  const missing = new Set<string>();
  const rows = [...pieces.values()].flatMap(({ stimulus, sound }) => {
    const wanted = sound?.replace(/^\/+/, '');
    const file = sounds.find((place) =>
      wanted === undefined ? stemOf(place) === stimulus : place === wanted || place.endsWith(`/${wanted}`),
    );
    if (file === undefined && wanted !== undefined) missing.add(wanted);
    return file === undefined ? [] : [mappingRow.parse({ file, use: 'sound', stimulus })];
  });
  for (const sound of missing)
    notes.push({
      kind: 'fault',
      message: `invalid stim_file: ${sound} (it is not here: bring it as stimuli/${sound}, or give the piece a track)`,
    });
  return rows;
}

/** Features that are everybody's: a _stim file without a participant, of every piece of its task. */
export function sharedFeatureRows(places: string[], heard: Heard): MappingRow[] {
  return places.flatMap((file) => {
    const name = bidsNameOf(file.split('/').pop() ?? '');
    if (name?.suffix !== 'stim' || name.entities.sub !== undefined || !/^\.tsv(\.gz)?$/.test(name.ending))
      return [];
    const { task, desc, stim } = name.entities;
    const own = desc ?? stim ?? null;
    return piecesOf(task ?? stim, heard).map((stimulus) =>
      mappingRow.parse({ file, use: 'feature', stimulus, name: own }),
    );
  });
}

/** The pieces of a task, or the one that is called so. */
function piecesOf(word: string | undefined, heard: Heard): string[] {
  if (word === undefined) return [];
  const all = [...heard].flatMap(([{ task }, pieces]) => pieces.map(({ stimulus }) => ({ task, stimulus })));
  const found = all
    .filter(({ stimulus }) => stimulus === word)
    .concat(all.filter(({ task }) => task === word));
  return found.length === 0 ? [word] : [...new Set(found.map(({ stimulus }) => stimulus))];
}
