import { sql, type SQL } from 'drizzle-orm';
import { files, tracks } from '@/db/schema';
import { foldText } from '../../base/foldText';
import { holdsWord, nearWord } from './wordPattern';

/** For each word of a search, the condition over `tracks` that it occurs in a file's labels. */
export function wordConditions(text = ''): SQL[] {
  return foldText(text).split(' ').filter(Boolean).map(wordCondition);
}

/**
 * That a folded word occurs in the labels of some file of the recording, in whichever encoding. Where it occurs nowhere
 * in the library, words of 4 letters and more may be mistyped in one place.
 */
function wordCondition(word: string): SQL {
  const holds = sql`${files.searchKey} like ${holdsWord(word)}`;
  const mistyped = nearWord(word);
  if (mistyped === undefined) return foundBy(holds);
  const nowhere = sql`not exists (select 1 from ${files} where ${holds})`;
  return sql`(${foundBy(holds)} or (${nowhere} and ${foundBy(sql`${files.searchKey} ~ ${mistyped}`)}))`;
}

function foundBy(condition: SQL): SQL {
  return sql`${tracks.groupId} in (select found.group_id from ${files} join ${tracks} found
    on found.id = ${files.trackId} where ${condition})`;
}
