import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { type Session, type SignIn } from '@haven/identity/contract';
import { firstValueFrom } from 'rxjs';

/** The one place that knows where sessions are. */
@Service()
export class SessionClient {
  private readonly http = inject(HttpClient);

  read(): Promise<Session> {
    return firstValueFrom(this.http.get<Session>('/api/session'));
  }

  signIn(credentials: SignIn): Promise<Session> {
    return firstValueFrom(this.http.post<Session>('/api/session', credentials));
  }

  async signOut(): Promise<void> {
    await firstValueFrom(this.http.delete('/api/session'));
  }
}
