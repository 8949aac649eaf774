import { mayDropFrames } from '@/ml/timeCode/frameRate';
import { nearestFrameOfExact } from '@/ml/timeCode/gridSeconds';
import { zero } from '@/ml/timeCode/rational';
import type { Timeline } from '../../timeline';
import { byTime } from '../byTime';
import { hiddenMarkers } from '../hiddenMarkers';
import type { TimelineFile } from '../timelineFile';
import { FcpxmlResources, firstSequence } from './fcpxmlResources';
import { FcpxmlSequence } from './fcpxmlSequence';
import { parseXml } from './xmlTree';

/**
 * XML of Final Cut Pro (FCPXML 1.8 to 1.13, other versions as far as they agree): the first project's clips, and its markers at
 * the time at which they are seen, those in clips and in compound clips included.
 *
 * @throws AppError 'unreadable' where it has no sequence or times that are none, 'invalid' where neither it nor the film has a rate
 */
export function readFcpxml(file: TimelineFile): Timeline {
  const root = parseXml(file);
  const found = firstSequence(root);
  if (!found) throw file.fault('unreadable', 'it holds no project: export a project, not an event');
  const { sequence, name, projects } = found;
  const resources = new FcpxmlResources(file, root);
  const own = resources.rate(sequence);
  const rate = own ?? file.film.rate;
  if (!rate)
    throw file.fault('invalid', 'its format tells no rate: give the rate of the film', sequence.line);
  const contents = new FcpxmlSequence(file, resources, rate).read(sequence);
  return {
    format: 'fcpxml',
    name,
    rate,
    rateFrom: own ? 'file' : 'given',
    dropFrame: sequence.attributes.tcFormat === 'DF' && mayDropFrames(rate),
    startFrame: nearestFrameOfExact(resources.time(sequence, 'tcStart') ?? zero, rate),
    events: contents.events,
    markers: byTime(contents.markers),
    remarks: [
      ...(projects > 1 ? [`projects: ${projects}, the first is read`] : []),
      ...hiddenMarkers(contents.markers),
    ],
  };
}
