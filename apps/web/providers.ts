import { provideHttpClient, withInterceptors, withXhr } from '@angular/common/http';
import {
  type ApplicationConfig,
  inject,
  isDevMode,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
  provideZonelessChangeDetection,
} from '@angular/core';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
} from '@angular/router';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { provideOfferBadge } from '@lotse/handovers/ui';
import { CurrentSession, QUICK_LOG, rememberedLanguage, sessionInterceptor } from '@lotse/shared/ui';
import { forkJoin } from 'rxjs';
import { LanguageFiles } from './languages/language-files';
import { pageFailed } from './pages/page-failed';
import { PageTitle } from './pages/page-title';
import { routes } from './routes';

export const providers: ApplicationConfig['providers'] = [
  provideZonelessChangeDetection(),
  provideBrowserGlobalErrorListeners(),
  provideHttpClient(withXhr(), withInterceptors([sessionInterceptor])),
  provideRouter(
    routes,
    withComponentInputBinding(),
    withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    withNavigationErrorHandler(pageFailed),
  ),
  { provide: TitleStrategy, useClass: PageTitle },
  provideTransloco({
    config: {
      availableLangs: ['de', 'en'],
      defaultLang: rememberedLanguage(),
      fallbackLang: 'de',
      reRenderOnLangChange: true,
      prodMode: !isDevMode(),
    },
    loader: LanguageFiles,
  }),
  provideAppInitializer(() => forkJoin([inject(CurrentSession).load(), inject(TranslocoService).load(rememberedLanguage())])),
  // What domains hand to the shell, one line each.
  { provide: QUICK_LOG, useValue: () => import('@lotse/companies/ui').then((ui) => ui.quickLogDialog()) },
  provideOfferBadge(),
];
