import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createProject } from '../../film/projects/store/createProject';
import { listProjects } from '../../film/projects/store/listProjects';
import { projectOf } from '../../film/projects/testing/filmProject.testing';
import { isPassword } from '../../access/passwords/passwordHash';
import { personCalled } from '../../access/people';
import { owner } from '../../access/caller';
import { beginSession } from '../../access/sessions';
import { withSession } from '../session';
import { runRegistered } from '../testing/registeredCommand.testing';
import { addPeopleCommands } from './peopleCommands';
import { addTokensCommands } from './tokensCommands';

const password = 'four words of my own';
let folder: string;
let passwordFile: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'circumplex-people-'));
  passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, `${password}\n`);
  vi.stubEnv('DATA_DIR', join(folder, 'data'));
  vi.stubEnv('DATABASE_URL', '');
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const people = (...args: string[]) => runRegistered(addPeopleCommands, ['people', ...args], false);
const tokens = (...args: string[]) => runRegistered(addTokensCommands, ['tokens', ...args], false);

describe('people', () => {
  it('begin with the owner, who takes a name and a password', async () => {
    await expect(people('add', 'Ben', '--role', 'member', '--invite')).rejects.toThrow(
      'the first of the people is the owner: add yourself, then others',
    );
    writeFileSync(join(folder, 'weak'), 'Anna2026\n');
    await expect(people('add', 'Anna', '--password-file', join(folder, 'weak'))).rejects.toThrow('too short');
    expect((await people('list')).text).toMatch(/owner +owner +nothing yet/);
    expect((await people('add', 'Anna', '--password-file', passwordFile)).text).toBe(
      'Anna is added as owner\n',
    );
    const anna = await withSession(({ database }) => personCalled(database, 'anna'));
    expect([anna.id, await isPassword(password, anna.passwordHash)]).toEqual([1, true]);
  });

  it('are added with a link, and given roles and passwords', async () => {
    const { text } = await people('add', 'Ben', '--role', 'listener', '--invite');
    expect(text).toMatch(/^Ben is added as listener\nhttp:\/\/127\.0\.0\.1:3000\/join#[\w-]{43}\ngood once/);
    expect((await people('role', 'ben', 'member')).text).toBe('ben is member now\n');
    await expect(people('role', 'Ben', 'king')).rejects.toThrow('king');
    await expect(people('role', 'Anna', 'listener')).rejects.toThrow(
      'the first of the people stays an owner',
    );
    await people('password', 'Ben', '--password-file', passwordFile);
    expect((await people()).text).toMatch(/Ben +member +name and password/);
    expect((await people('invite', 'Ben')).text).toContain('/join#');
    await withSession(async ({ database }) => {
      const { id: personId } = await personCalled(database, 'Ben');
      for (const browser of ['Firefox on Linux', 'Safari on iOS'])
        await beginSession(database, { personId, address: '10.0.0.7', browser });
    });
    expect((await people('sessions')).text).toMatch(/1 +Ben +Firefox on Linux +10\.0\.0\.7/);
    await expect(people('sign-out', 'Anna', '--session', '1')).rejects.toThrow('no session of this number');
    expect((await people('sign-out', 'Ben', '--session', '1')).text).toBe('1 sessions ended\n');
    expect((await people('sign-out', 'Ben')).text).toBe('1 sessions ended\n');
    await expect(people('add', 'BEN', '--invite')).rejects.toThrow('one of the people is called so already');
    await expect(people('password', 'Carl', '--password-file', passwordFile)).rejects.toThrow(
      'invalid name: Carl',
    );
  });

  it('have tokens, shown once and told by their names', async () => {
    const { text } = await tokens('make', 'radio', '--for', 'Ben', '--role', 'listener', '--days', '30');
    expect(text).toMatch(/^cx_[\w-]{43}\n$/);
    const listed = await tokens();
    expect(listed.text).toMatch(/1 +radio +Ben +listener/);
    expect(listed.text).not.toContain('cx_');
    expect((await tokens('revoke', '1')).text).toBe('radio is revoked\n');
    await expect(tokens('revoke', '1')).rejects.toThrow('no token has this number');
  });

  it('go only when it is said what becomes of what is theirs', async () => {
    await withSession(async ({ database }) => {
      const { id: personId } = await personCalled(database, 'Ben');
      await createProject({ database, caller: { personId } }, projectOf({ name: 'Of Ben' }));
    });
    await expect(people('remove', 'Ben')).rejects.toThrow(
      'invalid name: Ben (has one film: have them handed over',
    );
    expect((await people('remove', 'Ben', '--hand-over')).text).toBe('Ben is removed\n');
    await withSession(async ({ database }) => {
      expect(await listProjects({ database, caller: owner })).toMatchObject([{ name: 'Of Ben' }]);
    });
    await expect(people('remove', 'Anna', '--delete')).rejects.toThrow('the first of the people stays');
  });
});
