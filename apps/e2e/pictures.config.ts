import { defineConfig } from '@playwright/test';
import tests from './playwright.config';

/** Takes the pictures of docs/images: `npx playwright test -c apps/e2e/pictures.config.ts`. No part of `npm test`. */
export default defineConfig({ ...tests, testIgnore: [], testMatch: 'pictures/**', workers: 1, use: { ...tests.use, trace: 'off' } });
