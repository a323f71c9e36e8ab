import { InjectionToken, type Type } from '@angular/core';
import type { Route } from '@angular/router';
import type { CaseDto } from '@lotse/cases/contract';

/** A tab that another domain brings to the page of a case. */
export interface CaseTab {
  /** Key of its label in the translations, e.g. `handover.tab`. */
  label: string;
  /** Child route of the page; its path is the tab's link. */
  route: Route;
  /** Whether this case has the tab; without it every case does. */
  shown?: (of: CaseDto) => boolean;
  /** Behind every other tab, our own included: what explains the case rather than works on it. */
  last?: boolean;
  /** Whether a former owner, who sees only the stub, has it too. */
  forStub?: boolean;
}

/** Tabs of other domains, in their order: behind the tabs of daily work, before those about the case as a whole. */
export const CASE_TABS = new InjectionToken<readonly CaseTab[]>('tabs of a case');

/** Small parts other domains put into the head of a case, in their order; each gets the id of the case as its input `caseId`. */
export const CASE_HEAD_PARTS = new InjectionToken<readonly Type<unknown>[]>('parts in the head of a case');
