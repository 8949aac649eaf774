import { nearPointInDatabase } from '../../retrieval/nearPoint';
import { signed, table, type Output } from '../output';
import { withSession } from '../session';

/** `point VALENCE AROUSAL`: the tracks nearest to a point of the plane. */
export async function pointCommand(
  point: { valence: number; arousal: number; limit: number },
  output: Output,
): Promise<number> {
  await withSession(async ({ database, caller }) => {
    const matches = await nearPointInDatabase(database, caller, point);
    output.result({ matches }, () =>
      table(matches, [
        ['ID', ({ trackId }) => String(trackId)],
        ['Distance', ({ distance }) => distance.toFixed(3)],
        ['Valence', ({ valence }) => signed(valence)],
        ['Arousal', ({ arousal }) => signed(arousal)],
        ['Title', ({ title }) => title],
        ['Artist', ({ artist }) => artist ?? ''],
      ]),
    );
  });
  return 0;
}
