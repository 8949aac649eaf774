import { boxAt, boxesIn, mediaTable, type Box } from './movieBoxes';

/** Where the time code of a film's first frame is told, and how it counts. */
export interface StartTimeCode {
  /** Frames from 00:00:00:00. */
  startFrame: number;
  dropFrame: boolean;
}

/** The index of ten hours of film is some 50 MB; beyond this it is none. */
const mostIndexBytes = 256 * 2 ** 20;

/**
 * The start time code of a QuickTime or MP4 file, from its tmcd track (QuickTime File Format, "Timecode sample
 * description"). Of the file only its index is read, and the four bytes of the time code. Null for any other file, and
 * without such a track.
 */
export async function startTimeCode(file: Blob): Promise<StartTimeCode | null> {
  const index = await movieIndex(file);
  const track = index && timeCodeTrack(new DataView(await index.arrayBuffer()));
  if (!track) return null;
  const sample = await file.slice(track.offset, track.offset + 4).arrayBuffer();
  if (sample.byteLength < 4) return null;
  return { startFrame: new DataView(sample).getUint32(0), dropFrame: track.dropFrame };
}

/** The moov box in the file's outermost row; null where there is none, or where the file is no row of boxes. */
async function movieIndex(file: Blob): Promise<Blob | null> {
  for (let start = 0; start + 8 <= file.size;) {
    const head = new DataView(await file.slice(start, start + 16).arrayBuffer());
    const box = boxAt(head, 0, file.size - start);
    if (!box) return null;
    if (box.type === 'moov')
      return box.end > mostIndexBytes ? null : file.slice(start + box.start, start + box.end);
    start += box.end;
  }
  return null;
}

/** The lowest bit of a tmcd sample description's flags: labels are dropped. */
const dropFlag = 1;
/** In stsd: version, flags and count, then the first description: its size, type, six reserved bytes and a reference. */
const [descriptionAt, flagsAt] = [8, 8 + 16 + 4];

function timeCodeTrack(index: DataView): { offset: number; dropFrame: boolean } | null {
  for (const track of boxesIn(index, { start: 0, end: index.byteLength })) {
    if (track.type !== 'trak') continue;
    const description = mediaTable(index, track, 'stsd');
    if (!description || !isTimeCode(index, description)) continue;
    const offset = firstOffset(index, track);
    if (offset === null) continue;
    return { offset, dropFrame: (index.getUint32(description.start + flagsAt) & dropFlag) !== 0 };
  }
  return null;
}

function isTimeCode(index: DataView, { start, end }: Box): boolean {
  return end - start >= flagsAt + 4 && boxAt(index, start + descriptionAt, end)?.type === 'tmcd';
}

/** Where in the file a track's first sample lies, as its chunk offsets tell in 32 or 64 bits. */
function firstOffset(index: DataView, track: Box): number | null {
  const [narrow, wide] = [mediaTable(index, track, 'stco'), mediaTable(index, track, 'co64')];
  if (narrow && narrow.end - narrow.start >= 12) return index.getUint32(narrow.start + 8);
  if (wide && wide.end - wide.start >= 16) return Number(index.getBigUint64(wide.start + 8));
  return null;
}
