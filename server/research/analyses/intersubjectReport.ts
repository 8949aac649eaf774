import type { PreparedStudy } from '@/ml/encoding/preparedStudy';
import {
  intersubjectCorrelation,
  type IntersubjectPlan,
} from '@/ml/statistics/intersubject/intersubjectCorrelation';
import type { IntersubjectReport } from './analysisResult';

/** How alike the recordings of a study's participants are, by region. Throws RangeError with fewer than three people. */
export async function intersubjectReport(
  study: PreparedStudy,
  plan: IntersubjectPlan,
  onProgress: (fraction: number) => void,
): Promise<IntersubjectReport> {
  const { targets, participants, pieces, hopSeconds } = study;
  const recordings = pieces.map((piece) => piece.recordings);
  const { table, tested } = await intersubjectCorrelation(recordings, plan, { onProgress });
  return {
    ...{ targets, participants, hopSeconds, table, tested },
    pieces: pieces.map(({ name, mood, samples }) => ({ name, mood, samples })),
    remarks: [
      'Each participant is correlated with the mean of all others. It is an approximate ceiling of what the music can explain: what people share for other reasons than the music counts too.',
      ...(plan.null?.kind === 'bootstrap'
        ? ['Participants were drawn with replacement: the test speaks of other people who hear this music.']
        : []),
    ],
  };
}
