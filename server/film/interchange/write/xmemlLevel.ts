import type { PlacedSection } from './placeCues';
import { leaf, node, type XmlNode } from './xmlText';

/** The largest level of the format: 12 dB. */
const loudest = 3.98107;

/** Gain and fades as xmeml's effect "Audio Levels", its level linear, its key points in frames of the media; none where neither is. */
export function levelFilter({ cue, gainDecibels, sourceIn, recordIn, recordOut }: PlacedSection): XmlNode[] {
  const { fadeInFrames, fadeOutFrames } = cue;
  if (gainDecibels === 0 && fadeInFrames === 0 && fadeOutFrames === 0) return [];
  const level = Math.min(loudest, 10 ** (gainDecibels / 20));
  const end = sourceIn + recordOut - recordIn;
  const fadeIn: [number, number][] = [
    [sourceIn, 0],
    [sourceIn + fadeInFrames, level],
  ];
  const fadeOut: [number, number][] = [
    [end - fadeOutFrames, level],
    [end, 0],
  ];
  const points = [...(fadeInFrames > 0 ? fadeIn : []), ...(fadeOutFrames > 0 ? fadeOut : [])];
  const keyframes = points.map(([when, value]) =>
    node('keyframe', {}, [leaf('when', when), leaf('value', value.toFixed(5))]),
  );
  const parameter = node('parameter', {}, [
    leaf('parameterid', 'level'),
    leaf('name', 'Level'),
    leaf('valuemin', 0),
    leaf('valuemax', loudest),
    leaf('value', level.toFixed(5)),
    ...keyframes,
  ]);
  const effect = node('effect', {}, [
    leaf('name', 'Audio Levels'),
    leaf('effectid', 'audiolevels'),
    leaf('effectcategory', 'audiolevels'),
    leaf('effecttype', 'audiolevels'),
    leaf('mediatype', 'audio'),
    parameter,
  ]);
  return [node('filter', {}, [effect])];
}
