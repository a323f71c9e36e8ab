import { Injectable } from '@nestjs/common';
import { AppConfig, AuthDatabase, DomainError } from '@lotse/shared/api';
import type { DemoAccountDto, DemoAccountsDto } from '@lotse/identity/contract';

/** The accounts of the demonstration, for the sign-in page. */
@Injectable()
export class DemoAccounts {
  constructor(
    private readonly auth: AuthDatabase,
    private readonly config: AppConfig,
  ) {}

  /** @throws DomainError 404 outside demo mode: nobody learns that such accounts could exist */
  async list(): Promise<DemoAccountsDto> {
    if (!this.config.demo) throw new DomainError('notFound', 'route.notFound');
    const items = await this.auth.anonymous((tx) => tx.query<DemoAccountDto[]>('select * from auth_demo_accounts()'));
    return { password: this.config.demoPassword, items };
  }
}
