'use client';

import { usePlayer, usePlayerPosition } from '@/app/ui/player/playerContext';
import { TimeMark } from '@/app/ui/timeline/timeMark';
import type { TrajectoryMatch } from './useTrajectoryMatches';

/** Where in the drawing one hears now, while a match plays; its section is stretched to the drawing's length. */
export function MatchPlayhead({ matches }: { matches: readonly TrajectoryMatch[] }) {
  const { item } = usePlayer();
  const position = usePlayerPosition();
  const match = matches.find(
    ({ trackId, section }) => trackId === item?.trackId && section.start === (item.startSeconds ?? 0),
  );
  if (!match) return null;
  const { start, end } = match.section;
  const share = (position - start) / (end - start);
  if (!(share >= 0 && share <= 1)) return null;
  return <TimeMark kind="dotted" share={share} />;
}
