import { Module } from '@nestjs/common';
import { AbsencesController } from './absences.controller';
import { AbsencesService } from './absences.service';
import { AuditController } from './audit.controller';
import { AuditService } from './audit.service';
import { DemoAccounts } from './demo-accounts.service';
import { InvitationMail } from './invitation-mail';
import { InvitationTokens } from './invitation-token';
import { InvitationsService } from './invitations.service';
import { OrganisationSettingsController } from './organisation-settings.controller';
import { OrganisationsController } from './organisations.controller';
import { OrganisationsService } from './organisations.service';
import { PasswordChange } from './password-change.service';
import { PasswordStrategy } from './password.strategy';
import { Passwords } from './passwords';
import { PeopleController } from './people.controller';
import { PeopleService } from './people.service';
import { PublicIdentityController } from './public.controller';
import { SessionController } from './session.controller';
import { SessionService } from './session.service';
import { SignInThrottle } from './sign-in-throttle';
import { SignIn } from './sign-in.service';
import { ViewingController } from './viewing.controller';
import { ViewingsService } from './viewings.service';

@Module({
  controllers: [
    AuditController,
    AbsencesController,
    SessionController,
    ViewingController,
    OrganisationSettingsController,
    OrganisationsController,
    PeopleController,
    PublicIdentityController,
  ],
  providers: [
    AuditService,
    AbsencesService,
    DemoAccounts,
    InvitationMail,
    InvitationTokens,
    InvitationsService,
    OrganisationsService,
    PasswordChange,
    PasswordStrategy,
    Passwords,
    PeopleService,
    SessionService,
    SignIn,
    SignInThrottle,
    ViewingsService,
  ],
})
export class IdentityModule {}
