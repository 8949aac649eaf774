import { z } from 'zod';
import { listTokens, newToken, revokeToken } from '../../access/accessTokens';
import { refuseTools } from '../../access/caller';
import { AppError } from '../../base/errors';
import { plainText, rowId } from '../../base/inputShapes';
import { invite, listInvitations, withdrawInvitation } from '../../access/invitations';
import { listPeople, personName, personOf, personRole, setRole } from '../../access/people';
import { endSession, endSessions, listSessions } from '../../access/sessions';
import { fates, removePerson } from '../../people/removePerson';
import { forListeners, forOwners, router } from '../init';

const password = plainText(1000).min(1);
const person = z.object({ personId: rowId });

/** What one does with one's own account, which no tool does. */
const forOneself = forListeners.use(({ ctx: { caller }, next }) => {
  refuseTools(caller);
  return next();
});

/** What the owner does, and no tool. */
const forOwnersThemselves = forOwners.use(({ ctx: { caller }, next }) => {
  refuseTools(caller);
  return next();
});

const accountRouter = router({
  /** Ends all other sessions. */
  changePassword: forOneself
    .input(z.object({ current: password, next: password }))
    .mutation(({ ctx, input }) => ctx.services.signIns.changePassword(ctx.caller, input)),
  /** The sessions of one's own; `current` is the one that asks. */
  sessions: forOneself.query(async ({ ctx: { services, caller } }) => {
    const sessions = await listSessions(services.database, caller.personId);
    return sessions.map((session) => ({ ...session, current: session.sessionId === caller.sessionId }));
  }),
  endSession: forOneself.input(z.object({ sessionId: rowId })).mutation(async ({ ctx, input }) => {
    await endSession(ctx.services.database, ctx.caller, input.sessionId);
    ctx.services.signIns.forget();
  }),
  endOtherSessions: forOneself.mutation(async ({ ctx: { services, caller } }) => {
    const ended = await endSessions(services.database, caller.personId, caller.sessionId);
    services.signIns.forget();
    return { ended };
  }),
  tokens: forOneself.query(({ ctx }) => listTokens(ctx.services.database, ctx.caller.personId)),
  /** The token is told once. */
  makeToken: forOneself.input(newToken).mutation(async ({ ctx, input }) => ({
    token: await ctx.services.signIns.makeToken(ctx.caller, input),
  })),
  revokeToken: forOneself.input(z.object({ tokenId: rowId })).mutation(async ({ ctx, input }) => {
    await revokeToken(ctx.services.database, ctx.caller, input.tokenId);
    ctx.services.signIns.forget();
  }),
});

export const peopleRouter = router({
  account: accountRouter,
  list: forOwners.query(({ ctx }) => listPeople(ctx.services.database)),
  /** The first step from one to several: the owner's own name and password, after which everybody signs in. */
  nameOwner: forOwnersThemselves
    .input(z.object({ name: personName, password }))
    .mutation(({ ctx, input }) => ctx.services.signIns.nameOwner(input)),
  /** A link's secret, told once: for somebody new, or, with a person, for their new password. */
  invite: forOwnersThemselves
    // Strict, or a person would be left out of what names both, and a role be given to somebody new.
    .input(z.union([z.strictObject({ role: personRole }), z.strictObject(person.shape)]))
    .mutation(async ({ ctx: { services, caller }, input }) => {
      const { database } = services;
      const madeBy = caller.personId;
      if ('role' in input) return { secret: await invite(database, { madeBy, ...input }) };
      if (input.personId === madeBy)
        throw new AppError(
          'invalid',
          `invalid personId: ${madeBy} (change your own password by the one you have)`,
        );
      const { role } = await personOf(database, input.personId);
      return { secret: await invite(database, { madeBy, role, ...input }) };
    }),
  invitations: forOwners.query(({ ctx }) => listInvitations(ctx.services.database)),
  withdraw: forOwnersThemselves
    .input(z.object({ invitationId: rowId }))
    .mutation(({ ctx, input }) => withdrawInvitation(ctx.services.database, input.invitationId)),
  setRole: forOwnersThemselves.input(person.extend({ role: personRole })).mutation(async ({ ctx, input }) => {
    await setRole(ctx.services.database, input.personId, input.role);
    ctx.services.signIns.forget();
  }),
  /** Signs somebody out everywhere. */
  endSessions: forOwnersThemselves.input(person).mutation(async ({ ctx: { services }, input }) => {
    const ended = await endSessions(services.database, input.personId);
    services.signIns.forget();
    return { ended };
  }),
  remove: forOwnersThemselves
    .input(person.extend({ fate: z.enum(fates).optional() }))
    .mutation(async ({ ctx: { services, caller }, input }) => {
      const { database, settings, signIns } = services;
      const place = { database, dataDirectory: settings.dataDirectory, signIns };
      await removePerson(place, { ...input, heir: caller.personId });
    }),
});
