import type { Database } from '@/db/open';
import { AppError } from '../base/errors';
import { Attempts } from './attempts';
import { Lanes } from './lanes';
import { isPassword } from './passwords/passwordHash';
import { findPerson } from './people';

/** A password as somebody gives it, and where from. */
export interface GivenPassword {
  name: string;
  password: string;
  address: string;
}

/** Checks secrets so that guessing them is slow, and knowing them is not. */
export class Guesses {
  /** A password costs some 50 ms of a core. A class that signs in together stands in one lane. */
  private readonly lanes = new Lanes({ atOnce: 2, waitingInLane: 64, waitingInAll: 2000 });

  constructor(
    private readonly database: Database,
    private readonly attempts = new Attempts(),
  ) {}

  /**
   * The number of the person whose name and password these are.
   * @throws AppError 'forbidden' where they are nobody's; 'too-many' where that many wait already.
   */
  async personBy({ name, password, address }: GivenPassword): Promise<number> {
    const account = name.normalize('NFC').trim().toLowerCase().slice(0, 60);
    const found = await this.lanes.run(
      address,
      () => this.attempts.slowDown(address, account),
      async () => {
        const person = await findPerson(this.database, name);
        if (await isPassword(password, person?.passwordHash)) return person;
        await this.attempts.countFailure(address, account);
        return undefined;
      },
    );
    if (!found)
      throw new AppError(
        'forbidden',
        'invalid name or password (whoever invited you can send a link to a new one)',
      );
    return found.id;
  }

  /** Answers a wrong token: slowly. Throws AppError 'forbidden', or 'too-many' where many such answers wait. */
  async refuseToken(address: string): Promise<never> {
    await this.attempts.holdBack(address);
    throw new AppError(
      'forbidden',
      'invalid access token (it is the ACCESS_TOKEN the server was started with, or one that you made)',
    );
  }
}
