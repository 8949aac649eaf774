'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import type { EegRecording, EegStudy } from '@/app/ui/eeg/eegAnswers';
import { EditDeeds } from '@/app/ui/eeg/editDeeds';
import { useRefreshEeg } from '@/app/ui/eeg/useEegStudy';
import panel from '@/app/ui/study/panel.module.css';
import { PanelTable } from '@/app/ui/study/panelTable';
import { draftsOf, faultOf, wishesOf, withAnother, type TrialDraft } from './trialDraft';
import { TrialRow } from './trialRow';

interface TrialEditorProps {
  recording: EegRecording;
  study: EegStudy;
  /** Told when the trials are kept, or nothing is to be changed. */
  onEnd: () => void;
}

const head = ['Trial', 'Heard', 'From (s)', 'Length (s)', 'Own valence', 'Own arousal', 'Remove'];

/** The trials of a recording as a table that can be typed into. */
export function TrialEditor({ recording, study, onEnd }: TrialEditorProps) {
  const trpc = useTRPC();
  const refresh = useRefreshEeg();
  const [drafts, setDrafts] = useState(() =>
    recording.trials.length > 0 ? draftsOf(recording.trials) : withAnother([]),
  );
  const set = useMutation(trpc.eeg.trials.set.mutationOptions());
  const keep = () =>
    set.mutate(
      { recordingId: recording.id, trials: wishesOf(drafts) },
      { onSuccess: () => void refresh().then(onEnd) },
    );
  const change = (key: number, part: Partial<TrialDraft>) =>
    setDrafts(drafts.map((draft) => (draft.key === key ? { ...draft, ...part } : draft)));
  return (
    <>
      <p className={panel.note}>
        Times are from the beginning of the recording; without a length, a trial is as long as its track. Own
        ratings are on 1 to 9, empty where they were not asked.
        {study.tracks.length === 0 && ' Tracks are named on the study’s page first.'}
      </p>
      <PanelTable label="Trials" head={head}>
        {drafts.map((draft, index) => (
          <TrialRow
            key={draft.key}
            number={index + 1}
            draft={draft}
            tracks={study.tracks}
            onChange={(part) => change(draft.key, part)}
            onRemove={() => setDrafts(drafts.filter(({ key }) => key !== draft.key))}
          />
        ))}
      </PanelTable>
      <EditDeeds
        keep="Keep these trials"
        fault={faultOf(drafts, recording)}
        refusal={set.error}
        isPending={set.isPending}
        onKeep={keep}
        onLeave={onEnd}
      >
        <Button size="small" onPress={() => setDrafts(withAnother(drafts))}>
          Add a trial
        </Button>
      </EditDeeds>
    </>
  );
}
