import { Injectable } from '@nestjs/common';
import { type Actor, notFound, type Person } from '@haven/shared/api';

type Finder = (owner: Person, id: string) => Promise<boolean>;

/**
 * Throw-away learners, whom somebody who writes a course goes through it as. They have no session: whoever asks in their name has that of
 * their owner, and beside it nothing that it would not give already. Which of them there are is known where courses are, and reported here.
 */
@Injectable()
export class StandIns {
  private finder: Finder | null = null;

  report(finder: Finder): void {
    this.finder = finder;
  }

  /**
   * The throw-away learner `id` of `owner`. Never the owner instead: what is done in a preview must not become theirs.
   * @throws Refusal `not-found` where it is over, somebody else's, or never was, alike.
   */
  async find(owner: Actor, id: string): Promise<Person> {
    const found = owner.id !== null && (await this.finder?.(owner, id));
    if (!found) throw notFound();
    return { id, role: 'preview' };
  }
}
