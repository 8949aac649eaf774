import { TickBox } from '@/app/ui/field/tickBox';
import type { AnalysisSpec, Study } from '@/app/ui/study/studyAnswers';
import styles from './specSettings.module.css';

interface PieceInputsProps {
  study: Study;
  spec: AnalysisSpec;
  onChange: (spec: AnalysisSpec) => void;
}

/** Which pieces take part: all, until one is left out. */
export function PieceInputs({ study, spec, onChange }: PieceInputsProps) {
  const all = study.stimuli.map(({ name }) => name);
  const taken = spec.stimuli ?? all;
  const take = (name: string, is: boolean) => {
    const next = all.filter((each) => (each === name ? is : taken.includes(each)));
    onChange({ ...spec, stimuli: next.length === all.length ? null : next });
  };
  return (
    <fieldset className={styles.set}>
      <legend>Pieces</legend>
      <div className={styles.fields}>
        {all.map((name) => (
          <TickBox key={name} isSelected={taken.includes(name)} onChange={(is) => take(name, is)}>
            {name}
          </TickBox>
        ))}
      </div>
    </fieldset>
  );
}
