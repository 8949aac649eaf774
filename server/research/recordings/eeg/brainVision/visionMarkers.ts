import { fileFault } from '../../files/fileFault';
import type { FileHead } from '../../files/fileHead';
import { cutWarning } from '../channels/cutWarning';
import type { EegEvent } from '../eegRecording';
import { readHeaderText } from './headerText';

/** What a marker file tells. */
export interface VisionMarkers {
  /** Labelled as MNE-Python labels them: "Stimulus/S  1". */
  events: EegEvent[];
  startedAt: string | null;
  warnings: string[];
}

/**
 * Reads a `.vmrk` file. The marker that opens the recording is no event, but tells its date.
 *
 * @throws AppError 'unreadable' for text that is none, 'invalid' for a marker without a position
 */
export async function readVisionMarkers(file: FileHead, rateHz: number): Promise<VisionMarkers> {
  const { sections } = await readHeaderText(file, 'Marker');
  const markers: VisionMarkers = { events: [], startedAt: null, warnings: [] };
  const paused: number[] = [];
  for (const [key, told] of sections.get('marker infos') ?? []) {
    if (!/^mk\d+$/.test(key)) continue;
    const { type, description, position, size, date } = partsOf(told);
    const sample = Number(position) - 1;
    if (!/^\d+$/.test(position.trim()) || sample < 0) {
      const reason = `${key}: its position "${position.slice(0, 20)}" is no data point counted from 1`;
      throw fileFault('invalid', file.path, reason);
    }
    if (type === 'New Segment') {
      markers.startedAt ??= startOf(date);
      if (sample === 0) continue;
      paused.push(sample / rateHz);
    }
    markers.events.push({
      onsetSeconds: sample / rateHz,
      durationSeconds: /^\d+$/.test(size.trim()) ? Number(size) / rateHz : 0,
      label: `${type}/${description}`,
    });
  }
  markers.warnings.push(...cutWarning('it was paused (new segments)', paused));
  return markers;
}

interface MarkerParts {
  type: string;
  description: string;
  position: string;
  size: string;
  date: string;
}

/** Type, description, position, size, channel, perhaps a date. Some writers leave commas of a description as they are. */
const marker = /^([^,]*),(.*),\s*(\d+),\s*(\d*),\s*(-?\d{1,6})(?:,(\d{14,20}|0)?)?$/;

function partsOf(told: string): MarkerParts {
  const comma = (text: string | undefined) => (text ?? '').replaceAll('\\1', ',');
  const found = marker.exec(told)?.slice(1) as (string | undefined)[] | undefined;
  const [type, description, position, size, , date] = found ?? told.split(',');
  return {
    type: comma(type),
    description: comma(description),
    position: position ?? '',
    size: size ?? '',
    date: date ?? '',
  };
}

/** Out of YYYYMMDDhhmmssuuuuuu. */
function startOf(date: string): string | null {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\d{6}$/.exec(date.trim());
  if (!parts) return null;
  const start = `${parts.slice(1, 4).join('-')}T${parts.slice(4).join(':')}`;
  return Number.isNaN(Date.parse(`${start}Z`)) ? null : start;
}
