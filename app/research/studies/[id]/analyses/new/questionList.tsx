'use client';

import { Label, Radio, RadioGroup } from 'react-aria-components';
import { questions } from '@/app/ui/study/analysisWords';
import styles from './questionList.module.css';
import type { AnalysisKind } from './specByKind';

interface QuestionListProps {
  order: readonly AnalysisKind[];
  asked: AnalysisKind;
  /** Why a study cannot answer it; null where it can. */
  whyNot: (kind: AnalysisKind) => string | null;
  onAsk: (kind: AnalysisKind) => void;
}

const methods: Record<AnalysisKind, string> = {
  coupling: 'Changes of features against changes of ratings, at lags',
  encoding: 'Ridge regression from features to every region, held out',
  leadLag: 'Ratings before and after the brain, lag by lag',
  intersubject: 'Each participant against the others, region by region',
};

/** The questions, each with how it is answered. */
export function QuestionList({ order, asked, whyNot, onAsk }: QuestionListProps) {
  return (
    <RadioGroup className={styles.questions} value={asked} onChange={(kind) => onAsk(kind as AnalysisKind)}>
      <Label className="heard">Question</Label>
      {order.map((kind) => (
        <Radio key={kind} value={kind} className={styles.question}>
          <span className={styles.words}>{questions[kind]}</span>
          <span className={styles.method}>{whyNot(kind) ?? methods[kind]}</span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
