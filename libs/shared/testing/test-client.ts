/** What a spec reads of an answer. `T` is what the spec expects; problems have the shape of `Problem`. */
export interface TestAnswer<T = Record<string, unknown>> {
  status: number;
  headers: Headers;
  /** Parsed JSON, or the text when it is none. */
  body: T;
}

export interface TestRequestOptions {
  headers?: Record<string, string>;
  /** Sent as it is, with the content type given in `headers`. */
  raw?: string;
  /** Version sent in `If-Match`. */
  version?: number;
}

/** Requests below `/api/v1` (or any path that begins with `/api/` or another root when absolute), as one person. */
export class TestClient {
  constructor(
    private readonly url: string,
    private readonly cookie?: string,
  ) {}

  get<T = Record<string, unknown>>(path: string, options?: TestRequestOptions): Promise<TestAnswer<T>> {
    return this.send('GET', path, undefined, options);
  }

  post<T = Record<string, unknown>>(path: string, body?: unknown, options?: TestRequestOptions): Promise<TestAnswer<T>> {
    return this.send('POST', path, body, options);
  }

  put<T = Record<string, unknown>>(path: string, body?: unknown, options?: TestRequestOptions): Promise<TestAnswer<T>> {
    return this.send('PUT', path, body, options);
  }

  patch<T = Record<string, unknown>>(path: string, body?: unknown, options?: TestRequestOptions): Promise<TestAnswer<T>> {
    return this.send('PATCH', path, body, options);
  }

  delete<T = Record<string, unknown>>(path: string, options?: TestRequestOptions): Promise<TestAnswer<T>> {
    return this.send('DELETE', path, undefined, options);
  }

  async send<T>(method: string, path: string, body?: unknown, options: TestRequestOptions = {}): Promise<TestAnswer<T>> {
    const content = options.raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(this.address(path), {
      method,
      redirect: 'manual',
      headers: {
        ...(content !== undefined && { 'content-type': 'application/json' }),
        ...(this.cookie && { cookie: this.cookie }),
        ...(options.version !== undefined && { 'if-match': `"${options.version}"` }),
        ...options.headers,
      },
      body: content,
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: parse(text) as T };
  }

  private address(path: string): string {
    return /^\/(api|umfrage)\/|^\/(anfrage|enquiry)(\?|$)/.test(path) ? this.url + path : `${this.url}/api/v1${path}`;
  }
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
