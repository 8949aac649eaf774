import { Option, type Command } from 'commander';
import { plainCurve } from '@/ml/affect/plainCurve';
import { matchProject } from '../../film/projects/matchProject';
import { inThisLibrary } from '../../film/projects/store/carryProject';
import { Retrieval } from '../../retrieval/retrieval';
import type { CommandContext } from '../commandContext';
import { wholeNumber } from '../numberArguments';
import { clock, table, type Output } from '../output';
import { readProjectFile } from '../readProjectFile';
import { withSession } from '../session';

interface VideoMatchOptions {
  limit: number;
  once?: boolean;
}

/** Registers `video match PROJECT`. */
export function addVideoMatch(video: Command, { run, output }: CommandContext): void {
  video
    .command('match')
    .description('the places of tracks that move as a film does, for every cue that is not locked')
    .argument('<project>', 'a film’s project as JSON')
    .addOption(new Option('--limit <n>', 'how many a cue at most').default(10).argParser(wholeNumber(200)))
    .option('--once', 'choose no track for two cues')
    .action((path: string, options: VideoMatchOptions) => run(() => matchCommand(path, options, output())));
}

async function matchCommand(
  path: string,
  { limit, once }: VideoMatchOptions,
  output: Output,
): Promise<number> {
  const given = await readProjectFile(path);
  await withSession(async ({ database, settings, caller }) => {
    const { document: project, missing } = await inThisLibrary(database, given);
    for (const { trackId, title } of missing)
      output.note(`not in this library: ${title ?? `track ${trackId}`}`);
    const { searchMemoryBytes: memoryBytes, searchSeconds } = settings;
    // Faults come up again where they are waited for, below.
    const retrieval = new Retrieval({ database, memoryBytes, searchSeconds, onFault: () => undefined });
    try {
      await retrieval.curves.loaded();
      const wish = { limit, reusePenalty: once ? Infinity : 0 };
      const { cues, choice } = await matchProject(retrieval, caller, { project, wish });
      const plain = cues.map((cue) => ({
        ...cue,
        matches: cue.matches.map((match) => ({
          ...match,
          // The curve of the section suffices.
          trackCurve: undefined,
          curve: plainCurve(match.curve),
        })),
      }));
      output.result({ cues: plain, total: choice.total, unfilled: choice.unfilled, missing }, () =>
        cues.flatMap(({ name, matches, best, stopped }) => [
          stopped
            ? `${name} (stopped after ${stopped.stoppedAfterSeconds} s: ${stopped.compared} of ${stopped.searched} tracks searched)`
            : name,
          ...table(
            matches.map((match, place) => ({ ...match, isBest: place === best })),
            [
              ['', ({ isBest }) => (isBest ? '*' : '')],
              ['ID', ({ trackId }) => String(trackId)],
              ['Distance', ({ distance }) => distance.toFixed(3)],
              ['From', ({ section }) => clock(section.start)],
              ['Certain to', ({ place }) => `${place.plusMinusSeconds.toFixed(1)} s`],
              ['Title', ({ title }) => title],
            ],
          ),
          '',
        ]),
      );
    } finally {
      await retrieval.stop();
    }
  });
  return 0;
}
