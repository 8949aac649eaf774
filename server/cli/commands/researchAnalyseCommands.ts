import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { AppError } from '../../base/errors';
import { plainReason } from '../../base/plainReason';
import { digestOf } from '../../research/analyses/digestOf';
import { measuredBy } from '../../research/analyses/compareAnalyses';
import type { AnalysisResult } from '../../research/analyses/analysisResult';
import type { AnalysisSpecInput } from '../../research/analyses/analysisSpec';
import { ownedAnalysis } from '../../research/analyses/ownedAnalysis';
import { readResult } from '../../research/analyses/readResult';
import { startAnalysis } from '../../research/analyses/startAnalysis';
import type { CommandContext } from '../commandContext';
import { rowNumber } from '../numberArguments';
import { table, type Output } from '../output';
import { followStudyWork } from '../studies/followStudyJob';
import { layerLines } from '../studies/layerLines';
import { spaceArgument } from '../studies/spaceArgument';

const spaceHelp =
  'features, as NAME, NETWORK:LAYER or NAME:CHANGE (signed, absolute, euclidean, cosine, principal); "rating NAME" takes a rating';

/** Registers `research encode`, `research couple` and `research analyse`. */
export function addResearchAnalyses(research: Command, { run, output }: CommandContext): void {
  research
    .command('encode')
    .description('predict recordings from features or ratings, on held-out data')
    .argument('<study>', 'its number', rowNumber)
    .requiredOption('--spaces <space...>', spaceHelp)
    .option(
      '--layers',
      'the spaces are layers of one network, from its input on: tell which each region prefers',
    )
    .option('--plan <json>', 'what differs from the defaults: {"delays":[0,1,2],"null":null}')
    .option('--preprocessing <json>', 'what differs from the defaults: {"highPassHz":0.01}')
    .action((id: number, { spaces, layers, ...rest }: Parts & { spaces: string[]; layers?: true }) =>
      run(() => {
        const { plan, ...parts } = partsOf(rest);
        const asked = { kind: 'encoding' as const, spaces: spaces.map(spaceArgument), ...parts };
        return analyse(id, { ...asked, plan: { ...plan, ...(layers && { layers }) } }, output());
      }),
    );
  research
    .command('couple')
    .description('how changes of features go together with changes of ratings')
    .argument('<study>', 'its number', rowNumber)
    .requiredOption('--spaces <space...>', spaceHelp)
    .requiredOption('--scales <scale...>', 'ratings, as NAME or NAME:CHANGE')
    .option('--plan <json>', 'what differs from the defaults: {"lagsSeconds":[0,1,2]}')
    .option('--preprocessing <json>', 'what differs from the defaults')
    .action((id: number, { spaces, scales, ...rest }: Parts & { spaces: string[]; scales: string[] }) =>
      run(() => {
        const ratings = scales.map((scale) => spaceArgument(`rating ${scale}`));
        const asked = { kind: 'coupling' as const, spaces: spaces.map(spaceArgument), scales: ratings };
        return analyse(id, { ...asked, ...partsOf(rest) }, output());
      }),
    );
  research
    .command('analyse')
    .description('any analysis, by a specification in a JSON file: such as the "spec" of a result')
    .argument('<study>', 'its number', rowNumber)
    .argument('<file>')
    .action((id: number, file: string) =>
      run(async () => analyse(id, json(await readText(file), file) as AnalysisSpecInput, output())),
    );
}

interface Parts {
  plan?: string;
  preprocessing?: string;
}

function partsOf({ plan, preprocessing }: Parts): Record<string, object> {
  return {
    ...(plan !== undefined && { plan: json(plan, '--plan') }),
    ...(preprocessing !== undefined && { preprocessing: json(preprocessing, '--preprocessing') }),
  };
}

function json(text: string, name: string): object {
  try {
    return JSON.parse(text) as object;
  } catch (cause) {
    throw new AppError('invalid', `invalid ${name}: ${text.slice(0, 60)} (JSON)`, { cause });
  }
}

async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AppError('unreadable', `invalid file: ${path} (${plainReason(cause)})`, { cause });
  });
}

/** Starts an analysis, sees it through and tells what it found. The specification is checked where it is started. */
async function analyse(id: number, spec: AnalysisSpecInput, output: Output): Promise<number> {
  let analysisId = 0;
  return followStudyWork(
    {
      queue: async (place) => {
        const started = await startAnalysis(place, { studyId: id, spec });
        ({ analysisId } = started);
        return [started.batchId];
      },
      report: async (place) => {
        const { state, failure } = await ownedAnalysis(place.database, place.caller, analysisId);
        if (state !== 'done') throw new AppError('invalid', failure ?? `the analysis is ${state}`);
        tell(analysisId, await readResult(place, analysisId), output);
        return 0;
      },
    },
    output,
  );
}

function tell(analysisId: number, result: AnalysisResult, output: Output): void {
  const { measure, byName } = measuredBy(result);
  const rows = [...byName].map(([name, found]) => ({ name, ...found }));
  const { participants, pieces } = digestOf(result);
  output.result({ analysisId, ...result }, () => [
    `analysis ${analysisId}: ${participants} participants, ${pieces} pieces; ${measure}`,
    '',
    ...table(rows, [
      [result.kind === 'coupling' ? 'feature' : 'region', ({ name }) => name],
      ['value', ({ value }) => value.toFixed(4)],
      ['p', ({ p }) => (p === null ? '' : p.toFixed(4))],
    ]),
    ...(result.kind === 'encoding' ? layerLines(result.report) : []),
    ...result.problems.map(({ severity, message }) => `${severity}: ${message}`),
    ...result.report.remarks.map((remark) => `note: ${remark}`),
  ]);
}
