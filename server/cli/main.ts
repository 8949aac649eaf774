import { Command, Option } from 'commander';
import { addAssetsCommands } from './commands/assetsCommands';
import { backupCommand, restoreCommand } from './commands/backupCommands';
import { exportCommand, type ExportOptions } from './commands/exportCommand';
import { importCommand } from './commands/importCommand';
import { matchCommand, type MatchOptions } from './commands/matchCommand';
import {
  addModelCommand,
  listModelsCommand,
  removeModelCommand,
  chooseModelCommand,
} from './commands/modelsCommands';
import { addPeopleCommands } from './commands/peopleCommands';
import { pointCommand } from './commands/pointCommand';
import { joinCommand, partCommand } from './commands/recordingCommands';
import { removeCommand } from './commands/removeCommand';
import { addResearchCommands } from './commands/researchCommands';
import { retryCommand } from './commands/retryCommand';
import { statusCommand } from './commands/statusCommand';
import { addTokensCommands } from './commands/tokensCommands';
import { addVideoCommands } from './commands/videoCommands';
import { frontEndNames } from '@/ml/embedding/frontEnds/frontEnds';
import { bearUnreadOutput } from '../base/unreadOutput';
import type { NewModel } from '../embeddings/addModel';
import { number, rowNumber, wholeNumber } from './numberArguments';
import { Output } from './output';
import { plainFault } from './plainFault';
import { terminalText } from './terminalText';

const trackIds = (text: string, before: number[] = []) => [...before, rowNumber(text)];
const limitOption = () =>
  new Option('--limit <n>', 'how many at most').default(20).argParser(wholeNumber(200));

const program = new Command('circumplex')
  .description('Find music by emotion: the same library as the pages show.')
  .option(
    '--json',
    'write results as one JSON document, progress as one JSON object a line on standard error',
  )
  .configureOutput({ outputError: (text, write) => write(`circumplex: ${text.replace(/^error: /, '')}`) });

const output = () => new Output(program.opts<{ json?: boolean }>().json === true);

/** Runs a command and makes its answer the exit status. */
function run(work: () => number | Promise<number>): Promise<void> {
  return Promise.resolve()
    .then(work)
    .then(
      (status) => {
        process.exitCode = status;
      },
      (error: unknown) => {
        process.stderr.write(`circumplex: ${terminalText(plainFault(error))}\n`);
        process.exitCode = 1;
      },
    );
}

program
  .command('import')
  .description('import files, and folders with all that is in them')
  .argument('<path...>')
  .option('--watch', 'also look through these folders at every start of the server and every few minutes')
  .action((paths: string[], { watch }: { watch?: boolean }) =>
    run(() => importCommand(paths, { watch: watch === true }, output())),
  );

program
  .command('status')
  .description('how large the library is, how the queue stands, what could not be read')
  .action(() => run(() => statusCommand(output())));

program
  .command('point')
  .description('the tracks nearest to a point of the plane')
  .argument('<valence>', 'from -1 to 1', number(-1, 1))
  .argument('<arousal>', 'from -1 to 1', number(-1, 1))
  .addOption(limitOption())
  .action((valence: number, arousal: number, { limit }: { limit: number }) =>
    run(() => pointCommand({ valence, arousal, limit }, output())),
  );

program
  .command('match')
  .description('the tracks whose emotion moves as a curve does')
  .argument('<curve>', 'a CSV file with the columns time_s, valence, arousal')
  .option(
    '--duration <seconds>',
    'length of the drawing; whole tracks are about as long',
    number(0.5, 86_400),
  )
  .addOption(new Option('--scope <scope>', 'what is to match').choices(['track', 'section']).default('track'))
  .addOption(
    new Option('--mode <mode>', 'compare as drawn, or only how it moves').choices(['level', 'shape']),
  )
  .addOption(limitOption())
  .action(
    (path: string, { duration, ...options }: Omit<MatchOptions, 'durationSeconds'> & { duration?: number }) =>
      run(() => matchCommand(path, { ...options, durationSeconds: duration }, output())),
  );

program
  .command('export')
  .description('every track with its emotion, to standard output')
  .option('--curves', 'their emotion curves')
  .addOption(new Option('--format <format>').choices(['csv', 'json']).default('csv'))
  .action(({ curves, format }: Partial<ExportOptions>) =>
    run(() => exportCommand({ curves: curves === true, format: output().json ? 'json' : (format ?? 'csv') })),
  );

program
  .command('retry')
  .description('try failed files again')
  .action(() => run(() => retryCommand(output())));

program
  .command('remove')
  .description('take tracks out of the library; only uploads are deleted from disk')
  .argument('<id...>', 'numbers of tracks', trackIds)
  .action((ids: number[]) => run(() => removeCommand(ids, output())));

program
  .command('part')
  .description('say that a track is another recording than those it stands with')
  .argument('<id>', 'number of a track', rowNumber)
  .action((trackId: number) => run(() => partCommand(trackId, output())));

program
  .command('join')
  .description('say that two tracks are encodings of one recording')
  .argument('<id>', 'number of a track', rowNumber)
  .argument('<with>', 'number of the other', rowNumber)
  .action((trackId: number, withTrackId: number) =>
    run(() => joinCommand({ trackId, withTrackId }, output())),
  );

program
  .command('backup')
  .description('copy the whole library into an empty folder: the catalogue, uploads and demo music')
  .argument('<dir>')
  .action((folder: string) => run(() => backupCommand(folder, output())));

program
  .command('restore')
  .description('put a backup into an empty library')
  .argument('<dir>')
  .option('--replace', 'remove what the library holds first')
  .action((folder: string, { replace }: { replace?: boolean }) =>
    run(() => restoreCommand(folder, { replace: replace === true }, output())),
  );

const models = program
  .command('models')
  .description('the emotion model, and the embeddings by which sounds are compared');

models
  .command('list', { isDefault: true })
  .description('what is installed, what is in use, and how many tracks have it')
  .action(() => run(() => listModelsCommand(output())));

models
  .command('add')
  .description('take in an embedding network (ONNX), once it is seen to fit')
  .argument('<name>', 'what to call it')
  .argument('<file-or-url>', 'a file, or an https address to download it from')
  .requiredOption('--sha256 <hash>', 'SHA-256 of the file')
  .addOption(
    new Option('--front-end <name>', 'how it wants its sound').choices(frontEndNames).makeOptionMandatory(),
  )
  .option('--output <name>', 'the output that is the embedding, where it has several')
  .option('--allow-private', 'download also from a private network, or from this machine')
  .action((name: string, place: string, options: Omit<NewModel, 'name' | 'place'>) =>
    run(() => addModelCommand({ ...options, name, place }, output())),
  );

models
  .command('use')
  .description('compare sounds by an embedding; tracks that lack it are embedded')
  .argument('<name>', 'circumplex for the project’s own')
  .action((name: string) => run(() => chooseModelCommand(name, output())));

models
  .command('remove')
  .description('delete an added embedding with all its vectors')
  .argument('<name>')
  .action((name: string) => run(() => removeModelCommand(name, output())));

addResearchCommands(program, { run, output });
addAssetsCommands(program, run, output);
addVideoCommands(program, { run, output });
addPeopleCommands(program, { run, output });
addTokensCommands(program, { run, output });

bearUnreadOutput();
await program.parseAsync();
