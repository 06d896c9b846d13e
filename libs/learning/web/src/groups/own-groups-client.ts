import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { type GroupOffer, type OwnGroups } from '@haven/identity/contract';
import { firstValueFrom } from 'rxjs';

/** The one place that knows where the groups are that somebody is in, and where a link leads. */
@Service()
export class OwnGroupsClient {
  private readonly http = inject(HttpClient);

  groups() {
    return httpResource<OwnGroups>(() => '/api/groups');
  }

  offer(code: () => string) {
    return httpResource<GroupOffer>(() => `/api/groups/offers/${encodeURIComponent(code())}`);
  }

  join(code: string): Promise<GroupOffer> {
    return firstValueFrom(this.http.post<GroupOffer>('/api/groups/memberships', { code }));
  }

  leave(id: string): Promise<OwnGroups> {
    return firstValueFrom(this.http.delete<OwnGroups>(`/api/groups/${id}/membership`));
  }
}
