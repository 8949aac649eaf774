import type { Study, StudyProblem } from '@/app/ui/study/studyAnswers';

/** What one participant has of one piece. */
export interface Presence {
  participant: string;
  stimulus: string;
  /** Null where there is none. */
  recording: { samples: number; regions: number; hopSeconds: number | null } | null;
  /** The scales that were rated. */
  ratings: string[];
  /** True where any of it takes part in no analysis. */
  refused: boolean;
}

/** What is there of everybody, by piece: [piece][participant], in the study's orders. */
export function presenceOf(
  { participants, stimuli, series }: Pick<Study, 'participants' | 'stimuli' | 'series'>,
  problems: readonly StudyProblem[],
): Presence[][] {
  const key = (participant: string | null, stimulus: string | null) =>
    JSON.stringify([participant, stimulus]);
  const cells = new Map<string, Presence>();
  const rows = stimuli.map(({ name: stimulus }) =>
    participants.map(({ label: participant }) => {
      const cell: Presence = { participant, stimulus, recording: null, ratings: [], refused: false };
      cells.set(key(participant, stimulus), cell);
      return cell;
    }),
  );
  for (const { kind, participant, stimulus, name, samples, columns, hopSeconds } of series) {
    const cell = cells.get(key(participant, stimulus));
    if (kind === 'recording' && cell) cell.recording = { samples, regions: columns.length, hopSeconds };
    if (kind === 'rating') cell?.ratings.push(name);
  }
  for (const { severity, participant, stimulus } of problems) {
    const cell = cells.get(key(participant, stimulus));
    if (severity === 'refused' && cell) cell.refused = true;
  }
  return rows;
}

/** The same for an ear, and for a pointer that rests on it. */
export function presenceWords({ participant, stimulus, recording, ratings, refused }: Presence): string {
  const recorded = recording
    ? `${recording.samples} volumes of ${recording.regions} regions${recording.hopSeconds === null ? '' : ` every ${recording.hopSeconds} s`}`
    : 'no recording';
  const rated = ratings.length > 0 ? `rated ${ratings.join(', ')}` : 'no ratings';
  return `${participant}, ${stimulus}: ${recorded}, ${rated}${refused ? ', refused' : ''}`;
}
