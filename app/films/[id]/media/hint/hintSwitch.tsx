'use client';

import { Button } from '@/app/ui/button';
import { TickBox } from '@/app/ui/field/tickBox';
import { ProgressBar } from '@/app/ui/progressBar';
import type { FilmBench } from '../../project/filmBench';
import styles from '../frames/findCuts.module.css';
import { takeHint } from './takeHint';
import type { ArousalHint } from './useArousalHint';

/** Turns a guess at the film's arousal on, says that it is one, and draws it as the project's own on request. */
export function HintSwitch({ hint, edit }: { hint: ArousalHint; edit: FilmBench['edit'] }) {
  const { isOn, turn, arousal, fraction, failure } = hint;
  return (
    <div className={styles.finding}>
      <TickBox isSelected={isOn} onChange={turn}>
        Guess the arousal
      </TickBox>
      {!isOn && <p className={styles.words}>From cuts, motion and loudness; it knows nothing of the story</p>}
      {fraction !== null && (
        <div className={styles.progress} role="status">
          <span>Looking and listening, {Math.round(100 * fraction)} %</span>
          <ProgressBar label="Looking and listening" fraction={fraction} />
        </div>
      )}
      {failure !== null && <p role="alert">{failure}</p>}
      {arousal && (
        <Button size="small" onPress={() => edit((project) => takeHint(project, arousal))}>
          Draw the guess as my curve
        </Button>
      )}
    </div>
  );
}
