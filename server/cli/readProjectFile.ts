import { basename } from 'node:path';
import { AppError } from '../base/errors';
import { parseInput } from '../base/parseInput';
import { filmProject, type FilmProject, type FilmProjectInput } from '../film/projects/filmProject';
import { readHead } from '../research/recordings/files/fileHead';
import { readWhole } from '../research/recordings/files/readDocument';

/** A film's project out of a JSON file. Throws AppError 'unreadable' or 'not-found' for the file, 'invalid' for its text. */
export async function readProjectFile(path: string): Promise<FilmProject> {
  const bytes = await readWhole(await readHead(path));
  return parseInput(filmProject, documentOf(basename(path), new TextDecoder().decode(bytes)));
}

/** What the text says, whatever it is: the schema tells what is wrong with it. */
function documentOf(name: string, text: string): FilmProjectInput {
  try {
    return JSON.parse(text) as FilmProjectInput;
  } catch (error) {
    throw new AppError('invalid', `invalid PROJECT: ${name} (a film’s project as JSON)`, { cause: error });
  }
}
