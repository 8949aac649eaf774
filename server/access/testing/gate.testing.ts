import type { Database } from '@/db/open';
import { readSettings } from '../../base/settings';
import { owner } from '../caller';
import { Gate } from '../gate';
import { SignIns } from '../signIns';

/**
 * The gate of a server with these variables, where nobody is named: without an access token everybody is the owner, with
 * one whoever sends it is. Sessions need a database.
 */
export function testGate(variables: Record<string, string> = {}, database = {} as Database): Gate {
  const settings = readSettings(variables);
  const signIns = settings.accessToken
    ? new SignIns({ database, settings })
    : { callerOf: () => Promise.resolve(owner) };
  return new Gate(settings, false, signIns);
}
