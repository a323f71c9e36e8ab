import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { type FollowUpDto, RECOVERY_TITLE } from '@lotse/cases/contract';
import { CurrentSession, Languages } from '@lotse/shared/ui';

/** Follow-ups in the language of the interface. */
@Service()
export class FollowUpWords {
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Languages).current;
  private readonly session = inject(CurrentSession);

  /** What people wrote stays as it is; what the program wrote is translated. */
  title(title: string): string {
    return title === RECOVERY_TITLE ? this.say('recoveryTitle') : title;
  }

  /** Who is to do it. People of another organisation are not named, so it is. */
  who({ assigneeId, assigneeName, organisationId, organisationName }: FollowUpDto): string {
    const isElsewhere = assigneeId !== null || organisationId !== this.session.organisation()?.id;
    return assigneeName ?? (isElsewhere ? organisationName : this.say('anybody'));
  }

  private say(key: string): string {
    return this.transloco.translate<string>(`case.followUp.${key}`, {}, this.language());
  }
}
