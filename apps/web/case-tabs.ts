import type { Routes } from '@angular/router';
import { caseRoutes } from '@lotse/cases/ui';
import { distributionCaseTab } from '@lotse/distributions/ui';
import { feedbackCaseTab } from '@lotse/feedback/ui';
import { caseVisibilityTab, handoverCaseTab } from '@lotse/handovers/ui';
import { enquiryCaseTab } from '@lotse/intake/ui';
import { MuteButton, PresentPeople } from '@lotse/notifications/ui';
import { permitCaseTab } from '@lotse/permits/ui';

/** What domains put into the head of a case. */
const headParts = [PresentPeople, MuteButton];

/** The pages of cases with the tabs and parts that domains behind them contribute. */
export const caseRoutesWithTabs = (): Routes =>
  caseRoutes(
    [
      { ...handoverCaseTab, forStub: true },
      permitCaseTab,
      distributionCaseTab,
      { label: 'intake.tab', route: enquiryCaseTab, shown: ({ viaEnquiry }) => viaEnquiry },
      {
        label: 'case.tab.feedback',
        route: feedbackCaseTab,
        shown: ({ status, reopenedAt }) => status === 'CLOSED' || reopenedAt !== null,
      },
      { ...caseVisibilityTab, last: true },
    ],
    headParts,
  );
