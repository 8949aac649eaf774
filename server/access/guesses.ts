import type { Database } from '@/db/open';
import { AppError } from '../base/errors';
import { Turns } from '../base/turns';
import { Attempts } from './attempts';
import { Lanes } from './lanes';
import { isPassword } from './passwords/passwordHash';
import { findPerson } from './people';

/** Where a secret comes from. */
export interface Whence {
  address: string;
  /** Aborted once whoever gave it has gone. */
  signal?: AbortSignal;
}

/** A name and a password as somebody gives them. */
export interface GivenPassword {
  name: string;
  password: string;
}

const what = 'sign-ins';

/**
 * Checks secrets so that guessing them is slow, and knowing them is not. A right one is told at once; a wrong one keeps its
 * place in a lane for as long as its answer is held back, also where whoever gave it does not wait for that. So many guesses
 * at once are compared no faster, and the right one among them is never refused.
 */
export class Guesses {
  /** Guesses at tokens, by address. */
  private readonly atTokens = new Lanes({ atOnce: 8, what });
  /** Guesses at one's password, by address and name: who guesses at one name holds up no other. */
  private readonly atNames = new Lanes({ atOnce: 1, what });
  /** A password costs some 50 ms of a core. Who guesses at a hundred names has others wait for two of them. */
  private readonly ofAddress = new Lanes({ atOnce: 2, what });
  private readonly cores = new Turns({ atOnce: 2, mostWaiting: Infinity, what });

  constructor(
    private readonly database: Database,
    private readonly attempts = new Attempts(),
  ) {}

  /** The number of the person whose name and password these are; undefined, after a while, where they are nobody's. */
  async personBy(
    { name, password }: GivenPassword,
    { address, signal }: Whence,
  ): Promise<number | undefined> {
    const account = name.normalize('NFC').trim().toLowerCase().slice(0, 60);
    const check = async () => {
      const person = await findPerson(this.database, name);
      return (await isPassword(password, person?.passwordHash)) ? person?.id : undefined;
    };
    const inTurn = () => this.ofAddress.run(address, () => this.cores.run(check, signal), signal);
    return this.atNames.run(
      `${address} ${account}`,
      async () => {
        const personId = await inTurn();
        if (personId === undefined) await this.attempts.holdBack(address, account);
        return personId;
      },
      signal,
    );
  }

  /**
   * Resolves where `isRight` finds that a token is. Throws AppError 'forbidden', after a while, where it is not.
   */
  async requireToken(isRight: () => boolean, { address, signal }: Whence): Promise<void> {
    await this.atTokens.run(
      address,
      async () => {
        if (isRight()) return;
        await this.attempts.holdBack(address);
        throw new AppError(
          'forbidden',
          'invalid access token (it is the ACCESS_TOKEN the server was started with, or one that you made)',
        );
      },
      signal,
    );
  }
}
