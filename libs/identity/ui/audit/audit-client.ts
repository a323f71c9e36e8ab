import { httpResource } from '@angular/common/http';
import { Service } from '@angular/core';
import type { AuditPageDto } from '@lotse/identity/contract';

/** What the log is asked for; an empty text asks for everything. */
export interface AuditQuery {
  page: string;
  action: string;
  personId: string;
  /** First day, YYYY-MM-DD. */
  from: string;
}

/** The log of the own organisation. */
@Service()
export class AuditClient {
  list(query: () => AuditQuery) {
    return httpResource<AuditPageDto>(() => ({
      url: '/api/v1/audit',
      params: Object.fromEntries(Object.entries(query()).filter(([, value]) => value !== '')),
    }));
  }
}
