import { httpResource } from '@angular/common/http';
import { computed, inject, Service } from '@angular/core';
import { SessionStore } from '@haven/identity/web';
import { type Enrolments } from '@haven/learning/contract';

/** Which courses this person has begun, and which of them completed. Asked only for someone who has a session, so never for a visitor nor in a server render. */
@Service()
export class BegunCoursesClient {
  private readonly session = inject(SessionStore);
  private readonly enrolments = httpResource<Enrolments>(() => (this.session.person() ? '/api/enrolments' : undefined));

  private readonly items = computed(() => (this.enrolments.hasValue() ? this.enrolments.value().items : []));

  readonly slugs = computed<ReadonlySet<string>>(() => new Set(this.items().map(({ course }) => course.slug)));
  readonly completed = computed<ReadonlySet<string>>(
    () => new Set(this.items().flatMap(({ course, completedAt }) => (completedAt ? [course.slug] : []))),
  );
}
