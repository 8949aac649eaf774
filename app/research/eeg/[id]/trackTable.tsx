'use client';

import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import type { EegStudy, EegTrack } from '@/app/ui/eeg/eegAnswers';
import { TrackSound } from '@/app/ui/eeg/trackSound';
import { useRefreshEeg } from '@/app/ui/eeg/useEegStudy';
import { ChooseTrack } from '@/app/ui/study/chooseTrack';
import panel from '@/app/ui/study/panel.module.css';
import { PanelTable } from '@/app/ui/study/panelTable';

/** The tracks that were heard: their sound, and what raters said of them. */
export function TrackTable({ study }: { study: EegStudy }) {
  const trpc = useTRPC();
  const refresh = useRefreshEeg();
  const change = useMutation(trpc.eeg.tracks.set.mutationOptions());
  const choose = (track: EegTrack) => (trackId: number, close: () => void) =>
    change.mutate(
      {
        studyId: study.id,
        tracks: study.tracks.map((each) => wishOf(each, each === track ? trackId : each.trackId)),
      },
      {
        onSuccess: () => {
          close();
          void refresh();
        },
      },
    );
  if (study.tracks.length === 0) return null;
  return (
    <section className={panel.section} aria-labelledby="tracks-title">
      <div className={panel.head}>
        <h2 id="tracks-title">Tracks</h2>
        <p className={panel.note}>
          Raters’ means are on 1 to 9; over 5 counts as high. A track needs a sound to train on and to be
          played.
        </p>
      </div>
      <PanelTable head={['Track', 'Raters’ valence', 'Raters’ arousal', 'Heard in', 'Sound']}>
        {study.tracks.map((track) => (
          <tr key={track.id}>
            <th scope="row">{track.name}</th>
            <td>{ratingWords(track.valence)}</td>
            <td>{ratingWords(track.arousal)}</td>
            <td>{track.trials === 1 ? '1 trial' : `${track.trials} trials`}</td>
            <td>
              <TrackSound name={track.name} trackId={track.trackId} />
              <ChooseTrack
                name={track.name}
                hasSound={track.trackId !== null}
                onChoose={choose(track)}
                error={change.error}
              />
            </td>
          </tr>
        ))}
      </PanelTable>
    </section>
  );
}

const ratingWords = (rating: number | null): string => (rating === null ? 'not rated' : rating.toFixed(1));

const wishOf = ({ name, valence, arousal }: EegTrack, trackId: number | null) => ({
  ...{ name, valence, arousal, trackId },
});
