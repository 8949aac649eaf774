'use client';

import { useState } from 'react';
import { Button } from '@/app/ui/button';
import { Disclosure } from '@/app/ui/field/disclosure';
import type { EegRecording, EegStudy } from '@/app/ui/eeg/eegAnswers';
import { formatClock, formatCount } from '@/app/ui/format';
import panel from '@/app/ui/study/panel.module.css';
import { PanelTable } from '@/app/ui/study/panelTable';
import { TrialEditor } from './trialEditor';

/** More of them are seen when they are wanted. */
const mostShown = 8;

interface TrialsProps {
  recording: EegRecording;
  study: EegStudy;
}

/** What was heard when, and what its listener said of it; to be changed by hand. */
export function Trials({ recording, study }: TrialsProps) {
  const [isEditing, setIsEditing] = useState(false);
  const { trials } = recording;
  return (
    <section className={panel.section} aria-labelledby="trials-title">
      <div className={panel.head}>
        <h2 id="trials-title">What was heard when</h2>
        {!isEditing && (
          <Button size="small" onPress={() => setIsEditing(true)}>
            {trials.length === 0 ? 'Add trials' : 'Change trials'}
          </Button>
        )}
      </div>
      {isEditing ? (
        <TrialEditor recording={recording} study={study} onEnd={() => setIsEditing(false)} />
      ) : trials.length === 0 ? (
        <p className={panel.note}>
          Nobody has said yet. Add trials here, or bring trials.tsv on the study’s page for all recordings at
          once.
        </p>
      ) : (
        <Disclosure title={formatCount(trials.length, 'trial')} open={trials.length <= mostShown}>
          <TrialTable trials={trials} />
        </Disclosure>
      )}
    </section>
  );
}

function TrialTable({ trials }: Pick<EegRecording, 'trials'>) {
  return (
    <PanelTable label="Trials" head={['Heard', 'From', 'Length', 'Own valence', 'Own arousal']}>
      {trials.map(({ id, name, track, startSeconds, durationSeconds, valence, arousal }) => (
        <tr key={id}>
          <th scope="row">{track ?? `${name}, none of the tracks`}</th>
          <td>{formatClock(startSeconds)}</td>
          <td>{durationSeconds === null ? 'as the track' : formatClock(durationSeconds)}</td>
          <td>{valence ?? 'not asked'}</td>
          <td>{arousal ?? 'not asked'}</td>
        </tr>
      ))}
    </PanelTable>
  );
}
