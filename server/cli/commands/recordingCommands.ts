import { joinTracks } from '../../catalogue/recordings/joinTracks';
import { partTrack } from '../../catalogue/recordings/partTrack';
import type { Output } from '../output';
import { withSession } from '../session';

/** `part ID`: says that a track is another recording than those it stands with. */
export async function partCommand(trackId: number, output: Output): Promise<number> {
  return withSession(async ({ database }) => {
    await partTrack(database, trackId);
    output.result({ parted: trackId }, () => [`${trackId} is a recording of its own now`]);
    return 0;
  });
}

/** `join ID ID`: says that two tracks are encodings of one recording. */
export async function joinCommand(
  { trackId, withTrackId }: { trackId: number; withTrackId: number },
  output: Output,
): Promise<number> {
  return withSession(async ({ database }) => {
    await joinTracks(database, trackId, withTrackId);
    output.result({ joined: [trackId, withTrackId] }, () => [
      `${trackId} and ${withTrackId} are one recording now`,
    ]);
    return 0;
  });
}
