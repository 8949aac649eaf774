'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/app/trpc';
import { TextInput } from '@/app/ui/field/textInput';
import { formatClock } from '@/app/ui/format';
import { StimulusSound } from '@/app/ui/study/stimulusSound';
import type { Study, StudyStimulus } from '@/app/ui/study/studyAnswers';
import { ChooseSound } from './chooseSound';
import styles from './pieceRow.module.css';
import { useRefreshStudy } from './useStudy';

interface PieceRowProps {
  study: Study;
  stimulus: StudyStimulus;
}

/** One piece; its mood is changed in place. */
export function PieceRow({ study, stimulus }: PieceRowProps) {
  const trpc = useTRPC();
  const onSuccess = useRefreshStudy();
  const [mood, setMood] = useState(stimulus.mood ?? '');
  const change = useMutation(trpc.studies.setStimulus.mutationOptions({ onSuccess }));
  const { id, name, durationSeconds, soundFileId } = stimulus;
  const keep = () => {
    const next = mood.trim() === '' ? null : mood.trim();
    if (next !== stimulus.mood) change.mutate({ studyId: study.id, stimulusId: id, mood: next });
  };
  const file = study.files.find((each) => each.id === soundFileId);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <TextInput
          label={`Mood of ${name}`}
          hideLabel
          placeholder="none"
          value={mood}
          onChange={setMood}
          onDone={keep}
          width="7rem"
        />
        {change.error && <p role="alert">{change.error.message}</p>}
      </td>
      <td>{durationSeconds === null ? '–' : formatClock(durationSeconds)}</td>
      <td>
        <span className={styles.sound} title={file?.name}>
          <StimulusSound study={study} stimulus={stimulus} />
          <ChooseSound studyId={study.id} stimulus={stimulus} />
        </span>
      </td>
    </tr>
  );
}
