import type { FileDescription } from '../describe/fileDescription';
import type { FileReader } from '../fileReader';
import type { FileHead } from '../files/fileHead';
import { headLines } from '../text/headLines';
import { eventsOf, type RunEvent } from './readEvents';

/** Tables of events: by BIDS's name, or by a first line with onset and duration. */
export const eventsReader: FileReader = {
  format: 'events',
  recognises: (file) => /_events\.tsv(\.gz)?$/i.test(file.name) || namesEvents(file),
  describe: describeEvents,
};

function namesEvents(file: FileHead): boolean {
  const names = (headLines(file)[0] ?? '').toLowerCase().split(/[\t,;]/);
  return ['onset', 'duration'].every((name) => names.some((heading) => heading.trim() === name));
}

async function describeEvents(file: FileHead): Promise<FileDescription> {
  const events = await eventsOf(file);
  const onsets = events.map(({ onsetSeconds }) => onsetSeconds);
  const columns = Object.keys(events[0]?.cells ?? {});
  const last = onsets.reduce((latest, onset) => Math.max(latest, onset), -Infinity);
  const first = onsets.reduce((earliest, onset) => Math.min(earliest, onset), Infinity);
  return {
    name: file.name,
    sizeBytes: file.sizeBytes,
    kind: 'events',
    format: /_events\.tsv/i.test(file.name) ? 'BIDS events' : 'events',
    shape: [events.length, columns.length],
    hopSeconds: null,
    rateHz: null,
    startSeconds: null,
    durationSeconds: null,
    columns: [],
    events: {
      count: events.length,
      firstOnsetSeconds: events.length > 0 ? first : null,
      lastOnsetSeconds: events.length > 0 ? last : null,
      types: countTypes(events),
    },
    details: { columns },
    warnings: [],
  };
}

const mostTypes = 100;

/** The most frequent first; events without a type are not counted. */
function countTypes(events: readonly RunEvent[]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { type } of events) if (type !== null) counts.set(type, (counts.get(type) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1]).slice(0, mostTypes);
  return sorted.map(([name, count]) => ({ name, count }));
}
