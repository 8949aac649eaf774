'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTRPC, type TrackSummary } from '@/app/trpc';
import { toShare } from '@/app/ui/emotionField/planeShare';
import { MarkLabel } from '@/app/ui/marks/markLabel';
import { useDebounced } from '@/app/ui/useDebounced';
import { IntentionLines } from './intentionLines';
import styles from './markName.module.css';
import { markPoint, type Marks } from './marks';
import type { Intention } from './useIntentions';

interface MarkNameProps {
  marks: Marks;
  matches: readonly TrackSummary[];
  litTrackId: number | null;
  intention: Intention | undefined;
}

/** The title of the mark that is pointed at. The server is asked only where the answers do not hold it. */
export function MarkName({ marks, matches, litTrackId, intention }: MarkNameProps) {
  const trpc = useTRPC();
  const index = litTrackId === null ? -1 : marks.ids.indexOf(litTrackId);
  const point = index < 0 ? null : markPoint(marks, index);
  const known = matches.find((match) => match.trackId === litTrackId);
  const settled = useDebounced(known ? null : litTrackId, 60);
  const asked = settled !== null && settled === litTrackId ? point : null;
  const { data } = useQuery({
    ...trpc.retrieval.nearPoint.queryOptions(
      { valence: asked?.valence ?? 0, arousal: asked?.arousal ?? 0, limit: 1 },
      { trpc: { abortOnUnmount: true } },
    ),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
  });
  if (!point) return null;
  const track = known ?? data?.matches.find((match) => match.trackId === litTrackId);
  if (!track) return null;
  const place = toShare(point);
  if (!intention) return <MarkLabel track={track} place={place} left={place.x > 0.6} />;
  // Where it covers nothing of the line to what was meant.
  const below = intention.intended.point.arousal > point.arousal;
  return (
    <div className={styles.withIntention}>
      <MarkLabel track={track} place={place} left={place.x > 0.5} below={below}>
        <IntentionLines {...intention} />
      </MarkLabel>
    </div>
  );
}
