import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { type StudioGroup, type StudioGroups } from '@haven/identity/contract';
import { firstValueFrom } from 'rxjs';

const groups = '/api/studio/groups';

/** The one place that knows where the studio's groups are. */
@Service()
export class GroupClient {
  private readonly http = inject(HttpClient);

  groups() {
    return httpResource<StudioGroups>(() => groups);
  }

  make(name: string): Promise<StudioGroup> {
    return firstValueFrom(this.http.post<StudioGroup>(groups, { name }));
  }

  renew(id: string): Promise<StudioGroup> {
    return firstValueFrom(this.http.post<StudioGroup>(`${groups}/${id}/code`, {}));
  }

  delete(id: string): Promise<StudioGroup> {
    return firstValueFrom(this.http.delete<StudioGroup>(`${groups}/${id}`));
  }

  restore(id: string): Promise<StudioGroup> {
    return firstValueFrom(this.http.post<StudioGroup>(`${groups}/${id}/restoration`, {}));
  }
}
