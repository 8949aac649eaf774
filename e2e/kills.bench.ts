import { allWork } from './kills/allWork';
import { killOften } from './kills/killedWork';

/*
 * `npm run bench -- kills [COUNT] [NAMES]`: processes are killed (SIGKILL) at random moments while they import, correct,
 * search, take uploads, back up, restore and start for the first time, so often each; what each kill met, and what was
 * lost, doubled or wrong afterwards. With DATABASE_URL in databases of its own in that PostgreSQL. The programs must be built.
 */

const kills = Number(process.argv[2] ?? 30);
const names = process.argv[3]?.split(',');
const postgresUrl = process.env.DATABASE_URL;
console.log(`on ${postgresUrl ? 'PostgreSQL' : 'the embedded engine'}`);
for (const work of allWork(postgresUrl)) {
  if (names && !names.includes(work.name)) continue;
  const seed = Number(process.env.SEED ?? 1);
  const { withWorkInHand, promised, complaints } = await killOften(work, { kills, postgresUrl, seed });
  console.log(
    `${work.name}: ${kills} kills, ${withWorkInHand} with work in hand, ${promised} promised, ${complaints.length} wrong`,
  );
  for (const complaint of new Set(complaints)) console.log(`  ${complaint}`);
  if (complaints.length > 0) process.exitCode = 1;
}
