import { expect, type Page } from '@playwright/test';
import { either } from '../support/words';

/** The public page a company answers on. */
export class Survey {
  constructor(private readonly page: Page) {}

  async open(link: string): Promise<void> {
    await this.page.goto(link);
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
  }

  async grade(question: 'service' | 'duration', grade: number): Promise<void> {
    const legend = question === 'service' ? /(unser\w* Service|our service)/ : /(Dauer|time it took)/;
    await this.page
      .getByRole('group', { name: legend })
      .getByRole('radio', { name: new RegExp(`^${grade} `) })
      .check({ force: true });
  }

  /** Everything but the grade lies behind this. */
  async sayMore(): Promise<void> {
    await this.page.getByText(/^(Möchten Sie mehr sagen|Would you like to say more)/).click();
  }

  async comment(text: string): Promise<void> {
    await this.page.getByLabel(/(Was möchten Sie uns sagen|What would you like to tell us)/).fill(text);
  }

  async send(): Promise<void> {
    await this.page.getByRole('button', { name: either('Absenden', 'Send') }).click();
  }

  async expectThanks(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: either('Vielen Dank!', 'Thank you!') })).toBeVisible();
  }
}
