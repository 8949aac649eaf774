'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/app/trpc';
import type { EegStudy } from '@/app/ui/eeg/eegAnswers';
import { EditDeeds } from '@/app/ui/eeg/editDeeds';
import { useRefreshEeg } from '@/app/ui/eeg/useEegStudy';
import { ChooseTrack } from '@/app/ui/study/chooseTrack';
import panel from '@/app/ui/study/panel.module.css';
import { PanelTable } from '@/app/ui/study/panelTable';
import { draftsOf, faultOf, wishesOf, withTrack, type TrackDraft } from './trackDraft';
import { TrackRow } from './trackRow';

interface TrackEditorProps {
  study: EegStudy;
  /** Told when the tracks are kept, or nothing is to be changed. */
  onEnd: () => void;
}

/** The tracks of a study as a table that can be typed into. */
export function TrackEditor({ study, onEnd }: TrackEditorProps) {
  const trpc = useTRPC();
  const refresh = useRefreshEeg();
  const [drafts, setDrafts] = useState(() => draftsOf(study.tracks));
  const set = useMutation(trpc.eeg.tracks.set.mutationOptions());
  const change = (key: number, part: Partial<TrackDraft>) =>
    setDrafts(drafts.map((draft) => (draft.key === key ? { ...draft, ...part } : draft)));
  const keep = () =>
    set.mutate(
      { studyId: study.id, tracks: wishesOf(drafts) },
      { onSuccess: () => void refresh().then(onEnd) },
    );
  return (
    <>
      <p className={panel.note}>
        Raters’ means are on 1 to 9, empty where nobody rated. A track that gets another name is another
        track: its trials lose it.
      </p>
      {drafts.length > 0 && (
        <PanelTable label="Tracks" head={['Track', 'Raters’ valence', 'Raters’ arousal', 'Remove']}>
          {drafts.map((draft) => (
            <TrackRow
              key={draft.key}
              draft={draft}
              onChange={(part) => change(draft.key, part)}
              onRemove={() => setDrafts(drafts.filter(({ key }) => key !== draft.key))}
            />
          ))}
        </PanelTable>
      )}
      <EditDeeds
        keep="Keep these tracks"
        fault={faultOf(drafts)}
        refusal={set.error}
        isPending={set.isPending}
        onKeep={keep}
        onLeave={onEnd}
      >
        <ChooseTrack
          label="Add a track of the library"
          words="Add a track"
          onChoose={(track, close) => {
            setDrafts(withTrack(drafts, track));
            close();
          }}
          error={null}
        />
      </EditDeeds>
    </>
  );
}
