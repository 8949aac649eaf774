import { Option, type Command } from 'commander';
import { ownerId, roles } from '@/db/schema';
import { listTokens, makeToken, newToken, revokeToken } from '../../access/accessTokens';
import { listPeople, personCalled } from '../../access/people';
import { largestId } from '../../base/bounds';
import { AppError } from '../../base/errors';
import { parseInput } from '../../base/parseInput';
import type { CommandContext } from '../commandContext';
import { wholeNumber } from '../numberArguments';
import { table, type Output } from '../output';
import { withSession } from '../session';

interface MakeOptions {
  for?: string;
  role?: (typeof roles)[number];
  days?: number;
}

/** Adds `tokens list|make|revoke`: what tools send in place of a name and a password. */
export function addTokensCommands(program: Command, { run, output }: CommandContext): void {
  const tokens = program
    .command('tokens')
    .description('access tokens of tools, sent as "Authorization: Bearer TOKEN"');
  tokens
    .command('list', { isDefault: true })
    .description('which there are; what they are made of is kept nowhere')
    .action(() => run(() => listCommand(output())));
  tokens
    .command('make')
    .description('make one, which is shown once')
    .argument('<name>', 'what it is for')
    .option('--for <person>', 'whose it is; the owner’s where it is left out')
    .addOption(new Option('--role <role>', 'what it may do at most').choices(roles))
    .addOption(new Option('--days <n>', 'runs out after so many').argParser(wholeNumber(3650)))
    .action((name: string, options: MakeOptions) => run(() => makeCommand(name, options, output())));
  tokens
    .command('revoke')
    .description('make one worthless')
    .argument('<id>', 'its number', wholeNumber(largestId))
    .action((tokenId: number) => run(() => revokeCommand(tokenId, output())));
}

async function listCommand(output: Output): Promise<number> {
  return withSession(async ({ database }) => {
    const [tokens, people] = [await listTokens(database), await listPeople(database)];
    const nameOf = (personId: number) => people.find((person) => person.personId === personId)?.name ?? '';
    const day = (moment: Date | null) => moment?.toISOString().slice(0, 10) ?? '';
    output.result(tokens, () =>
      table(tokens, [
        ['id', ({ tokenId }) => String(tokenId)],
        ['name', ({ name }) => name],
        ['whose', ({ personId }) => nameOf(personId)],
        ['at most', ({ role }) => role ?? ''],
        ['used', ({ usedAt }) => day(usedAt)],
        ['runs out', ({ expiresAt }) => day(expiresAt)],
      ]),
    );
    return 0;
  });
}

async function makeCommand(
  name: string,
  { for: whose, ...rest }: MakeOptions,
  output: Output,
): Promise<number> {
  return withSession(async ({ database }) => {
    const personId = whose === undefined ? ownerId : (await personCalled(database, whose)).id;
    const token = await makeToken(database, { personId }, parseInput(newToken, { name, ...rest }));
    output.note('it is shown this once: keep it where the tool finds it');
    output.result({ token }, () => [token]);
    return 0;
  });
}

async function revokeCommand(tokenId: number, output: Output): Promise<number> {
  return withSession(async ({ database }) => {
    const token = (await listTokens(database)).find((each) => each.tokenId === tokenId);
    if (!token) throw new AppError('not-found', `invalid id: ${tokenId} (no token has this number)`);
    await revokeToken(database, token, tokenId);
    output.result({ revoked: tokenId }, () => [`${token.name} is revoked`]);
    return 0;
  });
}
