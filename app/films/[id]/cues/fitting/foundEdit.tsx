import { Button } from '@/app/ui/button';
import { formatClock, formatDistance } from '@/app/ui/format';
import type { CueSection } from '@/app/ui/film/filmProject';
import styles from './fittingTab.module.css';
import { loudnessWords, percentileWords, phaseWords, stretchWords, tempoWords } from './joinWords';
import type { FitAnswer } from './useFitLength';

type Edit = NonNullable<CueSection['edit']>;

interface FoundEditProps {
  answer: Extract<FitAnswer, { offered: true }>;
  onTry: (edit: Edit) => void;
}

/** An edit that is offered, with each of its joins as it was measured, and the edit without it. */
export function FoundEdit({ answer, onTry }: FoundEditProps) {
  const { edit, joins, betterPercent } = answer;
  return (
    <>
      <div className={styles.row}>
        <span>
          {joins.length === 1 ? 'One join' : `${joins.length} joins`}
          {betterPercent === null
            ? '; the track is shorter than the cue.'
            : `; ${betterPercent.toFixed(0)} % nearer than the best uncut stretch.`}
          {edit.stretch !== undefined && ` ${stretchWords(edit.stretch)}.`}
        </span>
        <Button onPress={() => onTry(edit)}>Try it</Button>
      </div>
      <ol className={styles.joins} aria-label="Joins">
        {joins.map((join) => (
          <li key={join.atSeconds}>
            <p>
              <strong>{formatClock(join.atSeconds)} into the cue</strong>: from{' '}
              {formatClock(join.fromSeconds)} to {formatClock(join.toSeconds)} of the track
            </p>
            <p className={styles.about}>
              {phaseWords(join.beatPhaseMs)}, {tempoWords(join.tempoChangePercent)},{' '}
              {loudnessWords(join.loudnessStepLu)}. Timbre {percentileWords(join.timbrePercentile)}, harmony{' '}
              {percentileWords(join.harmonyPercentile)} of the track’s own steps from bar to bar. Singing is
              not judged.
            </p>
            {join.without && (
              <Button size="small" onPress={() => onTry({ pieces: join.without!.pieces })}>
                Try without it ({formatDistance(join.without.distance)} predicted)
              </Button>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
