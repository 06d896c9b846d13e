import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { type OwnExtraTime } from '@haven/assessment/contract';
import { firstValueFrom } from 'rxjs';

/** The one place that knows where a code for more time is used. */
@Service()
export class TimeCodeClient {
  private readonly http = inject(HttpClient);

  use(code: string): Promise<OwnExtraTime> {
    return firstValueFrom(this.http.post<OwnExtraTime>('/api/extra-time', { code }));
  }
}
