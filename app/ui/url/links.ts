import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import { clampPoint } from '../clampAffect';
import type { Drawing } from '../trajectory/drawing';
import { writeDrawing } from './drawingParameter';
import { writeParameters } from './parameters';
import { writePoint } from './pointParameters';

/** The plane with an emotion chosen. */
export const planeLink = (emotion: EmotionPoint): string =>
  `/?${writeParameters(writePoint(clampPoint(emotion))).toString()}`;

/** The drawing page with a movement drawn. */
export const drawLink = (drawing: Drawing): string =>
  `/draw?${writeParameters(writeDrawing(drawing)).toString()}`;
