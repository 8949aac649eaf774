import { curveSpread } from '@/ml/affect/shape';
import type { EmotionCurve } from '@/ml/affect/emotionCurve';
import { drawingOf } from '@/ml/dtw/search/drawing';
import { cueImportance, type CueQuestion } from '@/ml/film/cue';
import { atDrawnScale } from '@/app/ui/trajectory/atDrawnScale';

/** Drawing and music of a cue, sample by sample, as they are compared. */
export interface ShownFit {
  drawn: EmotionCurve;
  music: EmotionCurve;
}

/** From this share of the shape on, music is shown at the drawing's own scale. */
const shapeShare = 0.5;

/** What is drawn under a cue, and the music's curve there; where shapes are compared at the scale of the drawing. */
export function shownFit(question: CueQuestion, stretch: EmotionCurve): ShownFit {
  const { points, durationSeconds, blend = 0 } = question;
  const drawn = drawingOf({ points, durationSeconds, scope: 'section' });
  if (blend < shapeShare) return { drawn, music: stretch };
  const drawnPoints = Array.from(drawn.valence, (valence, index) => ({
    valence,
    arousal: drawn.arousal[index],
  }));
  const spread = curveSpread(stretch, cueImportance(question));
  return { drawn, music: atDrawnScale({ curve: stretch, spread }, drawnPoints) };
}
