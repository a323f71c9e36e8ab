import type { DocumentDto, DocumentPageDto, UploadedDocumentDto } from '@lotse/cases/contract';
import type { TestAnswer, TestApi, TestPerson } from '@lotse/shared/testing';

/** The beginning of a PDF with words of its own. */
export const pdf = (words: string): string => `%PDF-1.7\n% ${words}\n%%EOF\n`;

/** Sends a file as a person. */
export function upload(
  api: TestApi,
  person: TestPerson,
  caseId: string,
  name: string,
  { level, content = pdf(name), key }: { level?: string; content?: string; key?: string } = {},
): Promise<TestAnswer<UploadedDocumentDto>> {
  const query = new URLSearchParams({ name, ...(level && { level }) });
  const headers = { 'content-type': 'application/octet-stream', ...(key && { 'idempotency-key': key }) };
  return api.as(person).post<UploadedDocumentDto>(`/cases/${caseId}/documents?${query}`, undefined, { raw: content, headers });
}

/** A newer content of a document. */
export function uploadVersion(api: TestApi, person: TestPerson, { id, version }: DocumentDto, content: string) {
  const headers = { 'content-type': 'application/octet-stream' };
  return api.as(person).post<UploadedDocumentDto>(`/documents/${id}/versions`, undefined, { raw: content, headers, version });
}

/** Names a person reads in the list of a case; undefined where there is no list for them. */
export async function namesFor(api: TestApi, person: TestPerson, caseId: string, query = ''): Promise<string[] | undefined> {
  const { status, body } = await api.as(person).get<DocumentPageDto>(`/cases/${caseId}/documents${query}`);
  return status === 200 ? body.items.map(({ name }) => name) : undefined;
}
