import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { accessTokens, invitations, ownerId, people, type Role } from '@/db/schema';
import type { owner } from '../access/caller';
import { makeToken } from '../access/accessTokens';
import { acceptInvitation, invite, readInvitation } from '../access/invitations';
import { setPassword } from '../access/passwords/setPassword';
import { setRole } from '../access/people';
import { ask, password, signInHouse } from './testing/signIn.testing';

const house = signInHouse();

describe('people', () => {
  it('sign in by name and password once one has them, whichever way the name is cased', async () => {
    await house.nameOwner();
    const { port } = await house.startServer();
    expect((await ask(port, '/')).status).toBe(401);
    const signed = await ask(port, '/api/sign-in', { body: { name: ' ANNA ', password } });
    expect((await ask(port, '/', { cookie: signed.cookie })).told).toMatchObject({
      personId: 1,
      role: 'owner',
    });
    const wrong = await ask(port, '/api/sign-in', { body: { name: 'Anna', password: 'not this one' } });
    const nobody = await ask(port, '/api/sign-in', { body: { name: 'Nobody', password } });
    expect([wrong.status, wrong.told]).toEqual([403, nobody.told]);
  });

  it('sign in at once after others have guessed at their name', async () => {
    await house.nameOwner();
    await house.addBen();
    const { port, waits } = await house.startServer();
    for (let guess = 0; guess < 30; guess++) {
      const body = { name: 'Ben', password: `wrong word number ${guess}` };
      expect((await ask(port, '/api/sign-in', { body, from: `127.0.3.${1 + (guess % 10)}` })).status).toBe(
        403,
      );
    }
    waits.length = 0;
    const right = { body: { name: 'Ben', password }, from: '127.0.4.1' };
    expect((await ask(port, '/api/sign-in', right)).status).toBe(200);
    expect(waits).toEqual([]);
    expect((await ask(port, '/api/sign-in', { ...right, from: '127.0.3.1' })).status).toBe(200);
  });

  it.each(['a\0b', '\ud800', '', 'x'.repeat(201), 7, null])(
    'are asked for a name that can be one: %j',
    async (name) => {
      await house.nameOwner();
      const { port } = await house.startServer();
      const { status, told } = await ask(port, '/api/sign-in', { body: { name, password } });
      expect([400, 403]).toContain(status);
      expect(JSON.stringify(told)).toMatch(/invalid name/);
    },
  );

  it('lose their sessions when they change their password, but the one they do it in', async () => {
    await house.nameOwner();
    const { port, signIns } = await house.startServer();
    const body = { name: 'Anna', password };
    const [here, elsewhere] = [
      (await ask(port, '/api/sign-in', { body })).cookie,
      (await ask(port, '/api/sign-in', { body })).cookie,
    ];
    const caller = (await ask(port, '/', { cookie: here })).told as typeof owner;
    const next = 'five other words of mine';
    const change = (current: string, wanted: string) =>
      signIns.changePassword(caller, { current, next: wanted });
    await expect(change('not this one', next)).rejects.toMatchObject({
      code: 'forbidden',
      message: 'invalid current password: (hidden) (it is not the one so far)',
    });
    await expect(change(password, 'short')).rejects.toThrow('too short');
    await change(password, next);
    expect((await ask(port, '/', { cookie: here })).status).toBe(200);
    expect((await ask(port, '/', { cookie: elsewhere })).status).toBe(401);
    expect((await ask(port, '/api/sign-in', { body: { name: 'Anna', password: next } })).status).toBe(200);
  });
});

describe('a token', () => {
  it('outlived the password it was made under, and stays when a first password is chosen', async () => {
    await house.nameOwner();
    const [database, personId] = [house.database(), await house.addBen()];
    await database.update(people).set({ passwordHash: null }).where(eq(people.id, personId));
    await makeToken(database, { personId }, { name: 'radio' });
    await makeToken(database, { personId: ownerId }, { name: 'of Anna' });
    const names = async () => (await database.select().from(accessTokens)).map(({ name }) => name).toSorted();
    await setPassword(database, { personId, password });
    expect(await names()).toEqual(['of Anna', 'radio']);
    await setPassword(database, { personId, password: 'five other words of mine' });
    expect(await names()).toEqual(['of Anna']);
    const secret = await invite(database, { madeBy: ownerId, role: 'owner', personId: ownerId });
    await acceptInvitation(database, { secret, password: 'five other words of mine' });
    expect(await names()).toEqual([]);
  });
});

describe('the first name', () => {
  it('was taken by two who chose one at the same moment', async () => {
    const { signIns } = await house.startServer();
    const ends = await Promise.allSettled(
      ['Anna', 'Eve'].map((name) => signIns.nameOwner({ name, password })),
    );
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const [{ reason }] = ends.filter((end) => end.status === 'rejected');
    expect(reason).toMatchObject({ code: 'conflict' });
    const taker = ['Anna', 'Eve'][ends.findIndex(({ status }) => status === 'fulfilled')];
    expect(await house.database().select().from(people)).toMatchObject([{ id: ownerId, name: taker }]);
  });
});

describe('an invitation', () => {
  it('makes one of the people once, in its role, who is signed in at once', async () => {
    await house.nameOwner();
    const { port } = await house.startServer();
    const secret = await invite(house.database(), { madeBy: ownerId, role: 'member' });
    expect((await ask(port, '/api/invitation', { body: { secret } })).told).toEqual({
      role: 'member',
      name: null,
    });
    const weak = await ask(port, '/api/join', { body: { secret, name: 'Ben', password: 'ben' } });
    expect([weak.status, JSON.stringify(weak.told)]).toEqual([400, expect.stringContaining('(hidden)')]);
    const taken = await ask(port, '/api/join', { body: { secret, name: 'ANNA', password } });
    expect([taken.status, taken.told]).toMatchObject([409, { code: 'conflict' }]);
    const joined = await ask(port, '/api/join', { body: { secret, name: 'Ben', password } });
    expect((await ask(port, '/', { cookie: joined.cookie })).told).toMatchObject({ role: 'member' });
    expect((await ask(port, '/api/join', { body: { secret, name: 'Carl', password } })).status).toBe(404);
    expect((await ask(port, '/api/invitation', { body: { secret } })).status).toBe(404);
  });

  it('is used by one of two who come at the same moment', async () => {
    await house.nameOwner();
    const { port } = await house.startServer();
    const secret = await invite(house.database(), { madeBy: ownerId, role: 'listener' });
    const answers = await Promise.all(
      ['Ben', 'Carl'].map((name) => ask(port, '/api/join', { body: { secret, name, password } })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404]);
    expect(await house.database().$count(people)).toBe(2);
  });

  it('runs out, and needs whole secrets', async () => {
    await house.nameOwner();
    const { port } = await house.startServer();
    const secret = await invite(house.database(), { madeBy: ownerId, role: 'owner' });
    expect((await ask(port, '/api/invitation', { body: { secret: secret.slice(1) } })).status).toBe(400);
    expect((await ask(port, '/api/invitation', { body: {} })).status).toBe(400);
    await house
      .database()
      .update(invitations)
      .set({ expiresAt: new Date(Date.now() - 1000) });
    expect((await ask(port, '/api/join', { body: { secret, name: 'Ben', password } })).status).toBe(404);
  });

  it('to one of the people chooses a new password and ends their sessions', async () => {
    await house.nameOwner();
    const personId = await house.addBen();
    const { port } = await house.startServer();
    const { cookie } = await ask(port, '/api/sign-in', { body: { name: 'Ben', password } });
    const secret = await invite(house.database(), { madeBy: ownerId, role: 'listener', personId });
    const told = (await ask(port, '/api/invitation', { body: { secret } })).told;
    expect(told).toEqual({ role: 'listener', name: 'Ben' });
    const next = 'five other words of mine';
    expect((await ask(port, '/api/join', { body: { secret, password: next } })).status).toBe(200);
    expect((await ask(port, '/', { cookie })).status).toBe(401);
    expect((await ask(port, '/api/sign-in', { body: { name: 'Ben', password: next } })).status).toBe(200);
  });

  it('outlived the owner who made it: another role, a new password and leaving end it', async () => {
    await house.nameOwner();
    const database = house.database();
    const carl = await house.addCarl();
    const link = (role: Role) => invite(database, { madeBy: carl, role });
    const readable = async (secret: string) =>
      readInvitation(database, secret).then(
        () => true,
        () => false,
      );
    const first = await link('owner');
    expect(await readable(first)).toBe(true);
    await setRole(database, carl, 'member');
    expect(await readable(first)).toBe(false);
    await expect(link('member')).rejects.toMatchObject({ code: 'forbidden' });
    await setRole(database, carl, 'owner');
    const [second, reset] = [
      await link('owner'),
      await invite(database, { madeBy: ownerId, role: 'owner', personId: carl }),
    ];
    await setPassword(database, { personId: carl, password: 'five other words of mine' });
    expect([await readable(second), await readable(reset)]).toEqual([false, false]);
    const third = await link('owner');
    await database.delete(people).where(eq(people.id, carl));
    expect(await readable(third)).toBe(false);
    const kept = await invite(database, { madeBy: ownerId, role: 'member' });
    expect(await readable(kept)).toBe(true);
  });

  it('is made once somebody is named', async () => {
    await expect(invite(house.database(), { madeBy: ownerId, role: 'member' })).rejects.toThrow(
      'nobody is named yet',
    );
  });
});
