import { Option, type Command } from 'commander';
import { ownerId, roles, type Role } from '@/db/schema';
import { invite } from '../../access/invitations';
import { requireGoodPassword } from '../../access/passwords/requireGoodPassword';
import { setPassword } from '../../access/passwords/setPassword';
import { addPerson, listPeople, personCalled, personName, personRole, setRole } from '../../access/people';
import { endSession, endSessions, listSessions } from '../../access/sessions';
import { largestId } from '../../base/bounds';
import type { Settings } from '../../base/settings';
import { parseInput } from '../../base/parseInput';
import { removePerson } from '../../people/removePerson';
import { askPassword } from '../askPassword';
import type { CommandContext } from '../commandContext';
import { wholeNumber } from '../numberArguments';
import { table, type Output } from '../output';
import { withSession } from '../session';

interface AddOptions {
  role?: Role;
  passwordFile?: string;
  invite?: boolean;
}

const passwordFile = () => new Option('--password-file <file>', 'take the password from a file');

/** Adds `people list|add|password|invite|role|sessions|sign-out|remove`: who may use this installation. */
export function addPeopleCommands(program: Command, { run, output }: CommandContext): void {
  const people = program
    .command('people')
    .description('who may use this library; once one has a password, everybody signs in by name');
  people
    .command('list', { isDefault: true })
    .description('who there is')
    .action(() => run(() => listCommand(output())));
  people
    .command('add')
    .description('add somebody; the first is you, the owner')
    .argument('<name>')
    .addOption(new Option('--role <role>', 'member where it is left out').choices(roles))
    .addOption(passwordFile())
    .option('--invite', 'print a link by which they choose their password')
    .action((name: string, options: AddOptions) => run(() => addCommand(name, options, output())));
  people
    .command('password')
    .description('give somebody a new password, which ends their sessions and access tokens')
    .argument('<name>')
    .addOption(passwordFile())
    .action((name: string, options: { passwordFile?: string }) =>
      run(() => passwordCommand(name, options.passwordFile, output())),
    );
  people
    .command('invite')
    .description('print a link, good for seven days and once: for somebody new, or for a new password')
    .argument('[name]', 'who is to choose a new password')
    .addOption(new Option('--role <role>', 'of somebody new').choices(roles).default('member'))
    .action((name: string | undefined, { role }: { role: Role }) =>
      run(() => inviteCommand({ name, role }, output())),
    );
  people
    .command('role')
    .description(
      'what somebody may do: listeners search and listen, members also bring and keep, owners do all',
    )
    .argument('<name>')
    .argument('<role>', roles.join(', '))
    .action((name: string, role: string) => run(() => roleCommand({ name, role }, output())));
  people
    .command('sign-out')
    .description('end the sessions of somebody, or one of them')
    .argument('<name>')
    .addOption(
      new Option('--session <id>', 'this one alone, by its number').argParser(wholeNumber(largestId)),
    )
    .action((name: string, { session }: { session?: number }) =>
      run(() => signOutCommand({ name, session }, output())),
    );
  people
    .command('sessions')
    .description('who is signed in, from where, and since when')
    .action(() => run(() => sessionsCommand(output())));
  people
    .command('remove')
    .description('take somebody off the people; their corrections go')
    .argument('<name>')
    .addOption(
      new Option('--hand-over', 'the first owner has their films and studies from then on').conflicts(
        'delete',
      ),
    )
    .option('--delete', 'their films and studies are deleted for good')
    .action((name: string, fates: { handOver?: boolean; delete?: boolean }) =>
      run(() => removeCommand(name, fates, output())),
    );
}

async function listCommand(output: Output): Promise<number> {
  const people = await withSession(({ database }) => listPeople(database));
  output.result(people, () =>
    table(people, [
      ['name', ({ name }) => name],
      ['role', ({ role }) => role],
      ['signs in by', ({ hasPassword }) => (hasPassword ? 'name and password' : 'nothing yet')],
      ['sessions', ({ sessions }) => String(sessions)],
      ['last seen', ({ seenAt }) => seenAt?.toISOString().slice(0, 10) ?? ''],
    ]),
  );
  return 0;
}

async function addCommand(given: string, options: AddOptions, output: Output): Promise<number> {
  const name = parseInput(personName, given);
  const password = options.invite ? undefined : await askPassword(options.passwordFile);
  if (password !== undefined) requireGoodPassword(password, name);
  return withSession(async ({ database, settings }) => {
    const { personId, role } = await addPerson(database, { name, role: options.role });
    const link =
      password === undefined
        ? linkTo(settings, await invite(database, { madeBy: ownerId, role, personId }))
        : null;
    if (password !== undefined) await setPassword(database, { personId, password });
    output.result({ personId, name, role, link }, () => [
      `${name} is added as ${role}`,
      ...(link === null ? [] : describeLink(link)),
    ]);
    return 0;
  });
}

async function passwordCommand(name: string, file: string | undefined, output: Output): Promise<number> {
  const password = await askPassword(file);
  return withSession(async ({ database }) => {
    const { id: personId } = await personCalled(database, name);
    await setPassword(database, { personId, password });
    output.result({ personId }, () => [
      `${name} has a new password; their sessions and access tokens have ended`,
    ]);
    return 0;
  });
}

async function inviteCommand({ name, role }: { name?: string; role: Role }, output: Output): Promise<number> {
  return withSession(async ({ database, settings }) => {
    const person = name === undefined ? undefined : await personCalled(database, name);
    const wish = person ? { role: person.role, personId: person.id } : { role };
    const link = linkTo(settings, await invite(database, { madeBy: ownerId, ...wish }));
    output.result({ link }, () => describeLink(link));
    return 0;
  });
}

async function roleCommand({ name, role }: { name: string; role: string }, output: Output): Promise<number> {
  const given = parseInput(personRole, role as Role);
  return withSession(async ({ database }) => {
    const { id: personId } = await personCalled(database, name);
    await setRole(database, personId, given);
    output.result({ personId, role }, () => [`${name} is ${role} now`]);
    return 0;
  });
}

async function sessionsCommand(output: Output): Promise<number> {
  return withSession(async ({ database }) => {
    const [sessions, people] = [await listSessions(database), await listPeople(database)];
    const nameOf = (personId: number) => people.find((person) => person.personId === personId)?.name ?? '';
    const minute = (moment: Date) => moment.toISOString().slice(0, 16).replace('T', ' ');
    output.result(sessions, () =>
      table(sessions, [
        ['id', ({ sessionId }) => String(sessionId)],
        ['who', ({ personId }) => nameOf(personId)],
        ['with', ({ browser }) => browser],
        ['from', ({ address }) => address],
        ['since', ({ madeAt }) => minute(madeAt)],
        ['last seen', ({ seenAt }) => minute(seenAt)],
      ]),
    );
    return 0;
  });
}

async function signOutCommand(
  { name, session }: { name: string; session?: number },
  output: Output,
): Promise<number> {
  return withSession(async ({ database }) => {
    const { id: personId } = await personCalled(database, name);
    if (session !== undefined) await endSession(database, { personId }, session);
    const ended = session === undefined ? await endSessions(database, personId) : 1;
    output.result({ ended }, () => [`${ended} sessions ended`]);
    return 0;
  });
}

async function removeCommand(
  name: string,
  fates: { handOver?: boolean; delete?: boolean },
  output: Output,
): Promise<number> {
  return withSession(async ({ database, settings: { dataDirectory } }) => {
    const { id: personId } = await personCalled(database, name);
    const fate = fates.handOver ? 'handOver' : fates.delete ? 'delete' : undefined;
    await removePerson({ database, dataDirectory }, { personId, fate, heir: ownerId });
    output.result({ removed: personId }, () => [`${name} is removed`]);
    return 0;
  });
}

/** The secret stands behind #, which browsers send to nobody. */
function linkTo({ host, port, publicOrigin }: Settings, secret: string): string {
  const origin = publicOrigin ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return `${origin}/join#${secret}`;
}

function describeLink(link: string): string[] {
  return [link, 'good once, for seven days; put the address in front by which others reach this server'];
}
