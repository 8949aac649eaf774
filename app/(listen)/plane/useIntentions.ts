import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTRPC, type Answers } from '@/app/trpc';
import { intendedOf, type Intended } from '@/app/ui/marks/intended';
import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import { intendedCurve } from '@/ml/composer/intendedCurve';

/** Where a piece was meant, and where the model hears it as a whole. */
export interface Intention {
  intended: Intended;
  heard: EmotionPoint;
}

/** What was meant by the tracks of the library that were composed for an emotion, by their numbers. */
export function useIntentions(): ReadonlyMap<number, Intention> {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.catalogue.intentions.queryOptions());
  return useMemo(() => new Map(data?.map((piece) => [piece.trackId, readIntention(piece)])), [data]);
}

function readIntention(piece: Answers['catalogue']['intentions'][number]): Intention {
  return { intended: intendedOf(intendedCurve(piece), piece.moving), heard: piece.heard };
}
