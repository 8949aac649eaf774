/** A process of the tests: takes jobs of the data directory it is given, and never gets done with one. */
import { openDatabase } from '@/db/open';
import { JobRunner } from '../jobRunner';
import { sumKind, untilStopped } from './sumKind.testing';

const opened = await openDatabase({
  dataDirectory: process.argv[2],
  purpose: 'command line',
  onTaken: 'connect',
});
if (opened.kind === 'taken') throw new Error('connecting never reports a data directory as taken');
const onFault = (error: unknown) => console.error(error);
new JobRunner({ database: opened.database, kinds: [sumKind(untilStopped)], workers: 1, onFault }).start();
