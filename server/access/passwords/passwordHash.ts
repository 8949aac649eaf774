import { hash, verify } from '@node-rs/argon2';

/** Argon2id, with twice the memory that OWASP's password storage cheat sheet asks for at two passes: 46 MiB. */
const cost = { memoryCost: 47_104, timeCost: 2, parallelism: 1 };

/** What is kept of a password: Argon2id with a salt of its own, in PHC's form. */
export function passwordHash(password: string): Promise<string> {
  return hash(asKept(password), cost);
}

/** True where the password is the one of that hash. Without a hash it takes as long, and is false. */
export async function isPassword(password: string, kept: string | null | undefined): Promise<boolean> {
  const fits = await verify(kept ?? (await nobodysHash()), asKept(password));
  return fits && Boolean(kept);
}

/** One password is typed as different letters on different keyboards: NFKC makes them the same (NIST SP 800-63B). */
function asKept(password: string): string {
  return password.normalize('NFKC');
}

let madeUp: Promise<string> | undefined;

function nobodysHash(): Promise<string> {
  return (madeUp ??= passwordHash('nobody has this password'));
}
