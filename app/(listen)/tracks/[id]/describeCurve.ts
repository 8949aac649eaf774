import { formatClock, formatSigned } from '@/app/ui/format';
import type { LaneSampling } from '@/app/ui/timeline/laneGeometry';
import { secondsOf } from '@/ml/affect/sampling';
import { mean } from '@/ml/statistics/mean';
import type { TrackCurve } from './trackCurve';

/** A change of the mean from the first to the last third that is worth a word. */
const noticeable = 0.08;
/** A range over a whole track that counts as moving. */
const steadyRange = 0.12;

interface Course {
  mean: number;
  least: number;
  most: number;
  /** The moment of the highest value, in seconds. */
  peakSeconds: number;
  word: 'stays' | 'rises' | 'falls' | 'moves';
}

/** How a series goes, in one word: from its ends if they differ, else whether it moves at all. */
export function courseOf(values: Float32Array, sampling: LaneSampling): Course {
  const third = Math.max(1, Math.floor(values.length / 3));
  const change = mean(values.subarray(-third)) - mean(values.subarray(0, third));
  const most = values.reduce((high, value) => Math.max(high, value), -1);
  const least = values.reduce((low, value) => Math.min(low, value), 1);
  const peakSeconds = secondsOf(sampling, values.indexOf(most));
  return { mean: mean(values), least, most, peakSeconds, word: wordFor(change, most - least) };
}

function wordFor(change: number, range: number): Course['word'] {
  if (change > noticeable) return 'rises';
  if (change < -noticeable) return 'falls';
  return range > steadyRange ? 'moves' : 'stays';
}

/** A track's curve in two sentences, for those who cannot see it and as its caption. */
export function describeCurve(curve: TrackCurve): string {
  const valence = sentence('Valence', 'pleasant', courseOf(curve.heard.valence, curve));
  const arousal = sentence('Arousal', 'energetic', courseOf(curve.heard.arousal, curve));
  return `${valence} ${arousal}`;
}

function sentence(name: string, quality: string, { word, mean, least, most, peakSeconds }: Course): string {
  if (word === 'stays') return `${name} stays near ${formatSigned(mean)}.`;
  const where = `between ${formatSigned(least)} and ${formatSigned(most)}`;
  const how = word === 'moves' ? `moves ${where}` : `${word} over the track, ${where}`;
  return `${name} ${how}, most ${quality} at ${formatClock(peakSeconds)}.`;
}
