import { changes } from '@/ml/signal/changes';
import type { SimulatedSound } from '@/ml/simulation/simulatedSound';
import type { AnalysisOutcome } from '../../analysis/analysisKind';
import { resampledSeries } from '../features/resampledSeries';
import { stimulusFeatures, type FeatureTools } from '../features/stimulusFeatures';
import type { Series } from '../recordings/series';
import type { PieceSound } from './pieceSounds';
import { heardFeatures, type HeardPiece } from './stagedStudy';

/** Has the features of all pieces computed, as those of any stimulus are. */
export async function heardPieces(
  sounds: readonly PieceSound[],
  tools: FeatureTools,
  {
    hopSeconds,
    signal,
    onShare,
  }: { hopSeconds: number; signal: AbortSignal; onShare: (share: number) => void },
): Promise<AnalysisOutcome<HeardPiece[]>> {
  const answer: HeardPiece[] = [];
  for (const [place, { piece, path }] of sounds.entries()) {
    const onProgress = (fraction: number) => onShare((place + fraction) / sounds.length);
    const heard = await stimulusFeatures(tools, { path, wanted: heardFeatures }, { signal, onProgress });
    if (heard.kind !== 'answered') return heard;
    const features = heard.answer as HeardPiece['features'];
    const samples = Math.floor(piece.durationSeconds / hopSeconds);
    const sampled = (series: Series) => resampledSeries(series, { hopSeconds, samples }).values;
    const { envelope, 'circumplex embedding': embedding } = features;
    const change = { ...embedding, values: changes.euclidean(embedding.values) };
    const { name, mood } = piece;
    const sound: SimulatedSound = {
      ...{ name, mood, samples },
      envelope: sampled(envelope).values,
      embedding: sampled(embedding),
      embeddingChange: sampled(change).values,
    };
    answer.push({ features, sound });
  }
  return { kind: 'answered', answer };
}
