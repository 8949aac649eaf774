import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { analysisReport } from '../../research/reports/analysisReport';
import { analysisCsvFiles } from '../../research/reports/analysisTables';
import { reportedResult } from '../../research/reports/reportedResult';
import type { CommandContext } from '../commandContext';
import { rowNumber } from '../numberArguments';
import type { Output } from '../output';
import { withSession } from '../session';

interface ReportOptions {
  out: string;
  tables?: string;
}

/** Registers `research report STUDY ANALYSIS`. */
export function addResearchReport(research: Command, { run, output }: CommandContext): void {
  research
    .command('report')
    .description('write what an analysis found as one HTML file that needs no network, and its tables as CSV')
    .argument('<study>', 'the number of the study', rowNumber)
    .argument('<analysis>', 'the number of its analysis', rowNumber)
    .requiredOption('--out <file>', 'the HTML file to be written')
    .option('--tables <folder>', 'a folder for every table of it as CSV')
    .action((studyId: number, analysisId: number, options: ReportOptions) =>
      run(() => reportCommand({ studyId, analysisId }, options, output())),
    );
}

async function reportCommand(
  asked: { studyId: number; analysisId: number },
  options: ReportOptions,
  output: Output,
): Promise<number> {
  return withSession(async ({ database, settings: { dataDirectory }, caller }) => {
    const result = await reportedResult({ database, dataDirectory, caller }, asked);
    const file = resolve(options.out);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, analysisReport(result));
    const tables = options.tables === undefined ? new Map<string, string>() : analysisCsvFiles(result);
    const folder = resolve(options.tables ?? '.');
    if (tables.size > 0) await mkdir(folder, { recursive: true });
    for (const [name, csv] of tables) await writeFile(join(folder, name), csv);
    output.result({ file, tables: [...tables.keys()].map((name) => join(folder, name)) }, () => [
      `the report of "${result.title}" is in ${file}`,
      ...(tables.size > 0 ? [`${tables.size} tables are in ${folder}`] : []),
    ]);
    return 0;
  });
}
