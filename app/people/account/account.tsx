'use client';

import { useCaller } from '@/app/ui/caller/callerContext';
import { ChangePassword } from './changePassword';
import { Sessions } from './sessions';
import { Tokens } from './tokens';

/** One's own password, sessions and access tokens. */
export function Account() {
  const caller = useCaller();
  return (
    <>
      {caller?.areNamed && <ChangePassword />}
      {caller?.hasSession && <Sessions />}
      <Tokens />
    </>
  );
}
