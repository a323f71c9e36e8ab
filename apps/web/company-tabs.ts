import type { Routes } from '@angular/router';
import { companyCasesTab } from '@lotse/cases/ui';
import { companyRoutes } from '@lotse/companies/ui';
import { companyVisibilityTab } from '@lotse/handovers/ui';

/** The pages of companies with the tabs that domains behind them contribute. */
export const companyRoutesWithTabs = (): Routes => companyRoutes([companyCasesTab, companyVisibilityTab]);
