import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { ownerId, people } from '@/db/schema';
import { listInvitations } from '../access/invitations';
import { openTestHouse, type TestHouse } from './testing/house.testing';

const ben = 7;
let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse(0);
  const { database } = house.library;
  await database.update(people).set({ name: 'Anna', passwordHash: 'x' }).where(eq(people.id, ownerId));
  await database.insert(people).values({ id: ben, name: 'Ben', role: 'member' });
});
afterAll(() => house.close());

describe('people.invite', () => {
  it('gave who had taken over a session a link to a new password of its own', async () => {
    await expect(house.ask.people.invite({ personId: ownerId })).rejects.toThrow(
      'invalid personId: 1 (change your own password by the one you have)',
    );
    expect(await listInvitations(house.library.database)).toEqual([]);
  });

  it('made a link for a new owner of what named both a person and a role', async () => {
    const both = { role: 'owner', personId: ben } as const;
    await expect(house.ask.people.invite(both)).rejects.toThrow('invalid');
    expect(await listInvitations(house.library.database)).toEqual([]);
    await house.ask.people.invite({ personId: ben });
    expect(await listInvitations(house.library.database)).toMatchObject([{ name: 'Ben', role: 'member' }]);
  });
});
