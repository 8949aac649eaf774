/** What the name of a file says, by BIDS entities (sub-01_task-happy_recording-joy_physio) or plain words. */
export interface FileWords {
  participant: string | null;
  stimulus: string | null;
  /** BIDS entities, such as task, recording, desc. */
  entities: Record<string, string>;
  /** BIDS suffix, or the last word. */
  suffix: string;
  /** What is left of the words: neither participant, nor piece, nor an entity. */
  rest: string[];
  /** Endings without their first dot, in lower case: 'tsv.gz'. */
  ending: string;
}

const endings =
  /\.(ptseries\.nii|dtseries\.nii|nii\.gz|tsv\.gz|csv\.gz|label\.gii|shape\.gii|[A-Za-z0-9]{1,8})$/;
const entity = /^([a-z]+)-([A-Za-z0-9+]+)$/;
/** sub01, s18, p3, participant12, subject-04 … */
const person = /^(?:sub|subj|subject|participant|s|p)-?0*(\d+)$/i;
/** song1, piece-2, track3 … */
const piece = /^(?:song|piece|track|stim|stimulus|clip|excerpt)-?\d+$/i;

/**
 * Reads a file's name with its folders. `pieces` are the names of pieces that are known, such as those of sound files:
 * a word that is one of them is the piece.
 */
export function fileWords(name: string, pieces: ReadonlySet<string>): FileWords {
  const ending = endings.exec(name)?.[1].toLowerCase() ?? '';
  const segments = name.slice(0, name.length - (ending ? ending.length + 1 : 0)).split('/');
  const words = segments.map((segment) => segment.split(/[_\s]+/).filter((word) => word !== ''));
  const entities = Object.fromEntries(
    words.flat().flatMap((word) => {
      const found = entity.exec(word);
      return found && !person.test(word) && !piece.test(word) ? [[found[1], found[2]]] : [];
    }),
  ) as Record<string, string>;
  // Plain names also divide by hyphens (s18-sndpwr), which BIDS keeps for entities.
  const own = (words.at(-1) ?? []).flatMap((word) =>
    entity.test(word) && !plainHyphen(word) ? [word] : parts(word),
  );
  const folders = words.slice(0, -1).flat();
  const participant =
    [...own].concat(folders).find((word) => person.test(word) || /^sub-/.test(word)) ?? null;
  const stimulus =
    entities.task ??
    entities.stim ??
    [...own, ...folders].find((word) => pieces.has(word) || piece.test(word)) ??
    null;
  const rest = own.filter((word) => word !== participant && word !== stimulus && !isEntity(word));
  return {
    participant: participant === null ? null : label(participant),
    stimulus,
    entities,
    suffix: own.at(-1) ?? '',
    rest,
    ending,
  };
}

/** s18-sndpwr is two words, sub-01 and task-happy are one each. */
function plainHyphen(word: string): boolean {
  const [first] = word.split('-');
  return person.test(first) && first !== 'sub';
}

function parts(word: string): string[] {
  return person.test(word) || piece.test(word) ? [word] : word.split('-').filter((part) => part !== '');
}

function isEntity(word: string): boolean {
  return entity.test(word);
}

/** A participant's label: sub-01 without its prefix, as BIDS has it; s18 as it is. */
function label(word: string): string {
  return word.replace(/^sub-/, '');
}
