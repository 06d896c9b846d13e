import { Id, Role } from '@haven/shared/contract';
import * as z from 'zod';

/** What a person types to sign in. The address is compared trimmed and in lower case. */
export const SignIn = z.strictObject({
  email: z.string().max(254).trim().toLowerCase().pipe(z.email()),
  password: z.string().min(1).max(200),
});
export type SignIn = z.infer<typeof SignIn>;

/** Who the browser speaks for: nobody yet (`person` is null), a guest with a device key, or someone with an account. */
export const Session = z.object({
  person: z.object({ id: Id, role: Role, name: z.string().nullable() }).nullable(),
});
export type Session = z.infer<typeof Session>;
