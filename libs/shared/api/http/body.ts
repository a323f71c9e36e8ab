import { json, type Request, type Response, urlencoded } from 'express';
import { DomainError } from '../errors/domain-error';

const LIMIT = 1024 * 1024;
/** Deeper than any input of ours, far below what recursion bears. */
const MAX_DEPTH = 20;

// No compressed bodies: a small one could grow without limit.
const readJson = json({ limit: LIMIT, inflate: false, strict: true, type: () => true });
const readForm = urlencoded({ limit: LIMIT, inflate: false, extended: false, parameterLimit: 100, type: () => true });

const isJson = /^application\/json\s*(;|$)/i;
const isForm = /^application\/x-www-form-urlencoded\s*(;|$)/i;

const hasBody = (request: Request): boolean =>
  request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;

/** 415 unless the body is JSON, or a form on a route that takes forms. Nothing at all needs no type. */
export function refuseContentType(request: Request, acceptsForm: boolean): void {
  const type = request.headers['content-type'];
  if (type === undefined && !hasBody(request)) return;
  if (type !== undefined && (isJson.test(type) || (acceptsForm && isForm.test(type)))) return;
  throw new DomainError('unsupported', 'request.contentType');
}

/** 415 unless the body is a file as it is: named `application/octet-stream`, and not compressed, so that its size is its size. */
export function refuseUnlessFile(request: Request): void {
  const type = request.headers['content-type'] ?? '';
  const isPlain = ['', 'identity'].includes(request.headers['content-encoding'] ?? '');
  if (!isPlain || !/^application\/octet-stream\s*(;|$)/i.test(type)) throw new DomainError('unsupported', 'request.contentType');
}

const forms = new WeakSet<object>();

/** Whether this body came as a form, whose values are all text. */
export const isFormBody = (body: unknown): boolean => typeof body === 'object' && body !== null && forms.has(body);

/** Reads the body of a request that may use the route. */
export async function readBody(request: Request, response: Response): Promise<void> {
  if (request.method === 'GET' || request.method === 'HEAD' || !hasBody(request)) return;
  const isFormType = isForm.test(request.headers['content-type'] ?? '');
  const read = isFormType ? readForm : readJson;
  await new Promise<void>((done, refuse) => read(request, response, (error?: unknown) => (error ? refuse(problemOf(error)) : done())));
  if (isFormType) forms.add(request.body as object);
  if (isTooDeep(request.body, 0)) throw new DomainError('invalid', 'request.malformed');
}

function problemOf(error: unknown): DomainError {
  const { type } = error as { type?: string };
  if (type === 'entity.too.large' || type === 'parameters.too.many') return new DomainError('tooLarge', 'request.tooLarge');
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') return new DomainError('unsupported', 'request.contentType');
  return new DomainError('invalid', 'request.malformed');
}

function isTooDeep(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth >= MAX_DEPTH || Object.values(value).some((inner) => isTooDeep(inner, depth + 1));
}
