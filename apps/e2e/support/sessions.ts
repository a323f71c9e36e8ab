import { type APIRequestContext, expect, request } from '@playwright/test';
import { DEMO_PASSWORD } from './accounts';

/** What a browser keeps of a signed-in person. */
export type Kept = Awaited<ReturnType<APIRequestContext['storageState']>>;

/** Signs in over HTTP. @returns the cookie, for browsers and for scripts */
export async function signIn(baseURL: string, email: string, password = DEMO_PASSWORD): Promise<Kept> {
  const client = await request.newContext({ baseURL });
  try {
    const answer = await client.post('/api/v1/session', { data: { email, password } });
    expect(answer.status(), `sign-in of ${email}`).toBe(200);
    return await client.storageState();
  } finally {
    await client.dispose();
  }
}

/** One sign-in per person and worker: checking a password is slow on purpose. */
export class Sessions {
  private readonly kept = new Map<string, Promise<Kept>>();

  constructor(private readonly baseURL: string) {}

  of(email: string): Promise<Kept> {
    const kept = this.kept.get(email) ?? signIn(this.baseURL, email);
    this.kept.set(email, kept);
    return kept;
  }
}
