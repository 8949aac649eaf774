/**
 * A process of the tests: opens the data directory it is given, says on stdout whether it runs the engine, and
 * then holds it ('hold') or inserts batches and prints each acknowledged one ('insert') until stdin ends.
 */
import { openDatabase } from '../open';
import { batches } from '../schema';

const [dataDirectory, work] = process.argv.slice(2);
const say = (message: unknown) => process.stdout.write(`${JSON.stringify(message)}\n`);

const outcome = await openDatabase({
  dataDirectory,
  purpose: 'server',
  onTaken: 'connect',
  url: 'http://test',
});
if (outcome.kind === 'taken') throw new Error('connecting never reports a data directory as taken');
say({ owner: outcome.owner });

let ended = false;
process.stdin.on('end', () => (ended = true)).resume();
while (!ended) {
  if (work === 'insert') {
    const label = `from process ${process.pid}`;
    const [{ id }] = await outcome.database.insert(batches).values({ label }).returning();
    say({ inserted: id });
  } else {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
await outcome.close();
