import { agreements } from './1764000000053-create-agreements';
import { cases } from './1764000000040-create-cases';
import { caseRules } from './1764000000041-create-case-rules';
import { caseActions } from './1764000000042-create-case-actions';
import { casePolicies } from './1764000000043-create-case-policies';
import { companies } from './1764000000030-create-companies';
import { companyQueries } from './1764000000061-create-company-queries';
import { companySearch } from './1764000000060-create-company-search';
import { digests } from './1764000000087-create-digests';
import { drafts } from './1764000000086-create-drafts';
import { distributionActions } from './1764000000056-create-distribution-actions';
import { distributions } from './1764000000055-create-distributions';
import { documents } from './1764000000047-create-documents';
import { enquiries } from './1764000000080-create-enquiries';
import { enquiryActions } from './1764000000081-create-enquiry-actions';
import { feedback } from './1764000000090-create-feedback';
import { permits } from './1764000000062-create-permits';
import { permitActions } from './1764000000063-create-permit-actions';
import { calendars } from './1764000000064-create-calendars';
import { calendarActions } from './1764000000065-create-calendar-actions';
import { files } from './1764000000046-keep-files';
import { foundation } from './1764000000010-create-foundation';
import { handoverActions } from './1764000000051-create-handover-actions';
import { handovers } from './1764000000050-create-handovers';
import { identity } from './1764000000020-create-identity';
import { signIn } from './1764000000021-create-sign-in';
import { caseQueries } from './1764000000070-create-case-queries';
import { idempotency } from './1764000000025-keep-idempotency-keys-a-day';
import type { Migration } from './migration';
import { notifications } from './1764000000085-create-notifications';
import { outbox } from './1764000000022-create-outbox';
import { relocations } from './1764000000059-create-relocations';
import { routing } from './1764000000044-create-routing';
import { satisfaction } from './1764000000092-create-satisfaction';
import { viewing } from './1764000000095-create-viewing';
import { visibility } from './1764000000052-create-visibility';
import { checklists } from './1764000000058-create-checklists';
import { undo } from './1764000000049-create-undo';
import { teamInbox } from './1764000000088-create-team-inbox';
import { surveyRules } from './1764000000091-create-survey-rules';

/** Every step of the schema in order; a step that was released is never changed again. */
export const migrations: Migration[] = [
  foundation,
  identity,
  signIn,
  outbox,
  idempotency,
  companies,
  cases,
  caseRules,
  caseActions,
  casePolicies,
  routing,
  files,
  documents,
  undo,
  handovers,
  handoverActions,
  visibility,
  distributions,
  distributionActions,
  checklists,
  agreements,
  relocations,
  companySearch,
  companyQueries,
  permits,
  permitActions,
  calendars,
  calendarActions,
  caseQueries,
  enquiries,
  enquiryActions,
  notifications,
  drafts,
  digests,
  teamInbox,
  feedback,
  surveyRules,
  satisfaction,
  viewing,
];
