import { mayDropFrames } from '@/ml/timeCode/frameRate';
import type { Timeline } from '../../timeline';
import { byTime } from '../byTime';
import { hiddenMarkers } from '../hiddenMarkers';
import type { TimelineFile } from '../timelineFile';
import { XmemlSequence } from './xmemlSequence';
import { childOf, childrenOf, parseXml, type XmlElement } from './xmlTree';
import { rateOf, textOf, wholeOf } from './xmemlValues';

/**
 * XML of Final Cut Pro 7 (xmeml 4 and 5), as Premiere Pro and Resolve write it: the first sequence with its clips, its
 * markers, and those of clips and nested sequences where they are seen.
 *
 * @throws AppError 'unreadable' where it has no sequence, no rate or numbers that are none
 */
export function readXmeml(file: TimelineFile): Timeline {
  const sequences = topSequences(parseXml(file));
  if (sequences.length === 0)
    throw file.fault('unreadable', 'it holds no sequence: export a sequence, not clips');
  const [sequence] = sequences;
  const timecode = childOf(sequence, 'timecode');
  const rate = rateOf(file, sequence) ?? rateOf(file, timecode);
  if (!rate) throw file.fault('unreadable', 'its sequence has no rate', sequence.line);
  const startFrame = wholeOf(file, timecode, 'frame') ?? 0;
  const contents = new XmemlSequence(file, rate).read(sequence, startFrame);
  return {
    format: 'xmeml',
    name: textOf(sequence, 'name'),
    rate,
    rateFrom: 'file',
    dropFrame: textOf(timecode, 'displayformat') === 'DF' && mayDropFrames(rate),
    startFrame,
    events: contents.events,
    markers: byTime(contents.markers),
    remarks: [
      ...(sequences.length > 1 ? [`sequences: ${sequences.length}, the first is read`] : []),
      ...hiddenMarkers(contents.markers),
    ],
  };
}

/** Sequences that stand in a project or bin, not in a clip. */
function topSequences(element: XmlElement): XmlElement[] {
  const folders = ['xmeml', 'project', 'children', 'bin'];
  if (!folders.includes(element.name)) return [];
  return [
    ...childrenOf(element, 'sequence').filter(({ children }) => children.length > 0),
    ...element.children.flatMap(topSequences),
  ];
}
