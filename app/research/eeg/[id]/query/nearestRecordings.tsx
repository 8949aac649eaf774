'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import { useTRPC } from '@/app/trpc';
import type { EegFound } from '@/app/ui/eeg/eegAnswers';
import { eegRecordingLink } from '@/app/ui/eeg/eegLinks';
import type { TrainedModel } from '@/app/ui/eeg/useTrainedModels';
import { Select } from '@/app/ui/field/select';
import { formatClock, formatCount, formatDistance } from '@/app/ui/format';
import { ErrorState, LoadingState } from '@/app/ui/message/message';
import panel from '@/app/ui/study/panel.module.css';
import { SimulatedBadge } from '@/app/ui/study/badge';
import { PanelTable } from '@/app/ui/study/panelTable';
import type { FoundWish } from './foundWish';

interface NearestRecordingsProps extends Pick<FoundWish, 'dimension'> {
  model: TrainedModel;
  tracks: EegFound['matches'];
}

const none = 'none';
const most = 8;

/** The other way round: whose EEG is nearest to a track. */
export function NearestRecordings({ model, tracks, dimension }: NearestRecordingsProps) {
  const [trackId, setTrackId] = useState<number | null>(null);
  return (
    <section className={panel.section} aria-labelledby="nearest-title">
      <div className={panel.head}>
        <h2 id="nearest-title">Whose EEG is nearest to a track</h2>
      </div>
      <Select
        label="Track"
        value={trackId === null ? none : String(trackId)}
        options={[
          { value: none, name: 'Choose one of those found' },
          ...tracks.map((track) => ({ value: String(track.trackId), name: track.title })),
        ]}
        onChange={(value) => setTrackId(value === none ? null : Number(value))}
      />
      {trackId !== null && <Nearest {...{ model, trackId, dimension }} />}
    </section>
  );
}

interface NearestProps extends Pick<FoundWish, 'dimension'> {
  model: TrainedModel;
  trackId: number;
}

function Nearest({ model, ...wish }: NearestProps) {
  const trpc = useTRPC();
  const nearest = useQuery(
    trpc.eeg.nearestRecordings.queryOptions({ ...wish, modelId: model.id, limit: most }),
  );
  if (nearest.error)
    return (
      <ErrorState
        title="Recordings could not be compared"
        error={nearest.error}
        onRetry={() => void nearest.refetch()}
      />
    );
  if (!nearest.data) return <LoadingState>Comparing with every recording</LoadingState>;
  const { recordings, left, noBetterThanChance, simulated } = nearest.data;
  return (
    <>
      {noBetterThanChance && (
        <p className={panel.note}>
          <strong>No better than chance</strong> on what it was not trained on.
        </p>
      )}
      {simulated && (
        <p className={panel.note}>
          <SimulatedBadge /> The model was trained on people who do not exist.
        </p>
      )}
      <PanelTable label="Nearest recordings" head={['Participant', 'Trial', 'Stretch', 'Distance']}>
        {recordings.map(({ recordingId, participant, trial, fromSeconds, toSeconds, similarity }) => (
          <tr key={`${recordingId} ${fromSeconds}`}>
            <th scope="row">
              <Link href={eegRecordingLink(model.studyId, recordingId)}>{participant}</Link>
            </th>
            <td>{trial ?? 'the whole recording'}</td>
            <td>{`${formatClock(fromSeconds)} to ${formatClock(toSeconds)}`}</td>
            <td>{formatDistance(1 - similarity)}</td>
          </tr>
        ))}
      </PanelTable>
      {left.length > 0 && (
        <p className={panel.note}>
          {formatCount(left.length, 'recording')} could not be compared: {left[0].reason}
        </p>
      )}
    </>
  );
}
