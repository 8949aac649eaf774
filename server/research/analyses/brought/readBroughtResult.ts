import { AppError } from '../../../base/errors';
import { invalidInput } from '../../../base/invalidInput';
import type { AnalysisResult } from '../analysisResult';
import { resultShape } from './resultShape';
import { sizeFaults } from './sizeFaults';

const format = 'circumplex analysis';

/**
 * The answer of an analysis out of a file that was exported here or elsewhere, checked in every part.
 *
 * @param name of the file, as its refusal says it
 * @throws AppError 'unreadable' for what is no JSON or another document, 'unsupported' for a later format, 'invalid'
 *   for a part that is not as it was written, naming it
 */
export function readBroughtResult(text: string, name: string): AnalysisResult {
  const document = parsed(text, name);
  const parsedResult = resultShape.safeParse(document);
  if (!parsedResult.success) {
    const why = invalidInput(parsedResult.error, document).message.replace(/^invalid /, '');
    throw new AppError('invalid', `invalid analysis: ${name} (${why})`);
  }
  const [fault] = sizeFaults(parsedResult.data);
  if (fault !== undefined)
    throw new AppError(
      'invalid',
      `invalid analysis: ${name} (report.${fault} does not fit the rest: it is damaged)`,
    );
  // Every part of it has been checked; numbers that were not computed are null in every such file.
  return document as AnalysisResult;
}

function parsed(text: string, name: string): unknown {
  const document = jsonOf(text);
  if (document === undefined)
    throw new AppError(
      'unreadable',
      `invalid analysis: ${name} (it is no JSON: it was cut short or damaged)`,
    );
  const said = typeof document === 'object' ? (document as Record<string, unknown> | null) : null;
  if (said?.format !== format)
    throw new AppError('unreadable', `invalid analysis: ${name} (it is no analysis that was exported here)`);
  if (typeof said.formatVersion === 'number' && said.formatVersion > 1)
    throw new AppError(
      'unsupported',
      `invalid analysis: ${name} (its format is version ${said.formatVersion}, of a later program: 1 is read)`,
    );
  return document;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Told by whoever asks.
    return undefined;
  }
}
