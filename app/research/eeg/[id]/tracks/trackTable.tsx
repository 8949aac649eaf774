'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC, type TrackSummary } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import type { EegStudy, EegTrack } from '@/app/ui/eeg/eegAnswers';
import { TrackSound } from '@/app/ui/eeg/trackSound';
import { useRefreshEeg } from '@/app/ui/eeg/useEegStudy';
import { ChooseTrack } from '@/app/ui/study/chooseTrack';
import panel from '@/app/ui/study/panel.module.css';
import { PanelTable } from '@/app/ui/study/panelTable';
import { TrackEditor } from './trackEditor';

/** The tracks that were heard: their sound, and what raters said of them. */
export function TrackTable({ study }: { study: EegStudy }) {
  const trpc = useTRPC();
  const refresh = useRefreshEeg();
  const change = useMutation(trpc.eeg.tracks.set.mutationOptions());
  const [isEditing, setIsEditing] = useState(false);
  const choose = (track: EegTrack) => (chosen: TrackSummary, close: () => void) =>
    change.mutate(
      {
        studyId: study.id,
        tracks: study.tracks.map((each) => wishOf(each, each === track ? chosen.trackId : each.trackId)),
      },
      {
        onSuccess: () => {
          close();
          void refresh();
        },
      },
    );
  return (
    <section className={panel.section} aria-labelledby="tracks-title">
      <div className={panel.head}>
        <h2 id="tracks-title">Tracks</h2>
        {!isEditing && (
          <Button size="small" onPress={() => setIsEditing(true)}>
            {study.tracks.length === 0 ? 'Add tracks' : 'Change tracks'}
          </Button>
        )}
      </div>
      {isEditing ? (
        <TrackEditor study={study} onEnd={() => setIsEditing(false)} />
      ) : (
        <Tracks study={study} choose={choose} error={change.error} />
      )}
    </section>
  );
}

interface TracksProps {
  study: EegStudy;
  choose: (track: EegTrack) => (chosen: TrackSummary, close: () => void) => void;
  error: { message: string } | null;
}

function Tracks({ study: { tracks }, choose, error }: TracksProps) {
  if (tracks.length === 0)
    return (
      <p className={panel.note}>
        Nobody has said yet what was heard. Add tracks of your library here, or bring tracks.tsv.
      </p>
    );
  return (
    <>
      <p className={panel.note}>
        Raters’ means are on 1 to 9; over 5 counts as high. A track needs a sound to train on and to be
        played.
      </p>
      <PanelTable label="Tracks" head={['Track', 'Raters’ valence', 'Raters’ arousal', 'Heard in', 'Sound']}>
        {tracks.map((track) => (
          <tr key={track.id}>
            <th scope="row">{track.name}</th>
            <td>{ratingWords(track.valence)}</td>
            <td>{ratingWords(track.arousal)}</td>
            <td>{track.trials === 1 ? '1 trial' : `${track.trials} trials`}</td>
            <td>
              <TrackSound name={track.name} trackId={track.trackId} />
              <ChooseTrack
                label={`Choose the sound of ${track.name}`}
                words={track.trackId === null ? 'Choose' : 'Change'}
                onChoose={choose(track)}
                error={error}
              />
            </td>
          </tr>
        ))}
      </PanelTable>
    </>
  );
}

const ratingWords = (rating: number | null): string => (rating === null ? 'not rated' : rating.toFixed(1));

const wishOf = ({ name, valence, arousal }: EegTrack, trackId: number | null) => ({
  ...{ name, valence, arousal, trackId },
});
