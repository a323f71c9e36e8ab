import type { Routes } from '@angular/router';
import { ACCOUNT_PARTS, accountPage } from '@lotse/identity/ui';
import { DigestSetting, DraftList } from '@lotse/notifications/ui';

/** The own account with the parts that domains behind it contribute. */
export const accountWithParts = (): Routes => [
  { path: '', loadComponent: accountPage, providers: [{ provide: ACCOUNT_PARTS, useValue: [DigestSetting, DraftList] }] },
];
