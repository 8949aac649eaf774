import type { AnalysisResult } from '../../analyses/analysisResult';
import { markup, type Markup } from '../markup/markup';
import { methodsParagraphs } from '../methods/methodsParagraphs';
import { text } from '../tables/cells';
import { tableMarkup } from '../tables/tableMarkup';
import { bullets, paragraph, section } from './section';

function inputsTable({ inputs }: AnalysisResult): Markup {
  return tableMarkup({
    name: 'inputs',
    caption: 'The series that took part',
    columns: ['kind', 'piece', 'participant', 'name', 'SHA-256 of its numbers'].map(text),
    rows: inputs.map(({ kind, stimulus, participant, name, sha256 }) => ({
      cells: [kind, stimulus, participant, name, sha256],
    })),
  });
}

/** What every report ends with: what to know, what was done, and what it takes to do it again. */
export function closing(result: AnalysisResult): (Markup | null)[] {
  const settings = JSON.stringify(result.spec, null, 2);
  const versions = Object.entries(result.versions).map(([name, version]) => `${name} ${version}`);
  return [
    section('What a reader must know', [
      bullets(result.report.remarks),
      result.problems.length === 0 ? null : markup`<h3>Of the data</h3>`,
      bullets(result.problems.map(({ message }) => message)),
    ]),
    section('Methods', methodsParagraphs(result).map(paragraph)),
    section('To do it again', [
      paragraph(`Seed ${result.seed}; ${versions.join(', ')}; inputs ${result.inputsSha256}.`),
      markup`<details><summary>The whole specification</summary><pre>${settings}</pre></details>`,
      inputsTable(result),
    ]),
  ];
}
