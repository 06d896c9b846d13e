import { Injectable } from '@nestjs/common';
import { type Config, InjectConfig } from '@haven/shared/api';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { parseCookie, stringifySetCookie } from 'cookie';

/** The longest that a browser keeps a cookie (RFC 6265bis, section 5.5): 400 days. The server decides when the session is over. */
const maxAge = 400 * 24 * 60 * 60;

/** The cookie with the session's token: HttpOnly, SameSite=Lax, and over https Secure with the `__Host-` prefix. */
@Injectable()
export class SessionCookie {
  private readonly secure: boolean;
  private readonly name: string;

  constructor(@InjectConfig() config: Config) {
    this.secure = config.PUBLIC_URL?.startsWith('https:') ?? false;
    this.name = this.secure ? '__Host-haven' : 'haven';
  }

  read(request: FastifyRequest): string | null {
    const token = parseCookie(request.headers.cookie ?? '')[this.name];
    return token && /^[\w-]{43}$/.test(token) ? token : null;
  }

  set(reply: FastifyReply, token: string): void {
    this.write(reply, token, maxAge);
  }

  clear(reply: FastifyReply): void {
    this.write(reply, '', 0);
    void reply.header('clear-site-data', '"cache", "storage"');
  }

  private write(reply: FastifyReply, value: string, age: number): void {
    const cookie = {
      name: this.name,
      value,
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.secure,
      maxAge: age,
    } as const;
    void reply.header('set-cookie', stringifySetCookie(cookie));
  }
}
