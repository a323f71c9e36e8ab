import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { CurrentActor, IfMatch, ParseId, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import {
  ChangeRolesDto,
  InvitationDto,
  InvitationPageDto,
  InvitePersonDto,
  PersonDto,
  PersonPageDto,
  SetActiveDto,
} from '@lotse/identity/dto';
import { InvitationsService } from './invitations.service';
import { PeopleService } from './people.service';

@Controller('people')
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly invitations: InvitationsService,
  ) {}

  /** The people of the own organisation. */
  @Get()
  @Requires('people.read')
  list(@CurrentActor() actor: Actor): Promise<PersonPageDto> {
    return this.people.list(actor);
  }

  /** Invitations that wait to be accepted. */
  @Get('invitations')
  @Requires('people.manage')
  listInvitations(@CurrentActor() actor: Actor): Promise<InvitationPageDto> {
    return this.invitations.list(actor);
  }

  /** Invite somebody by a one-time link that lasts seven days. */
  @Post('invitations')
  @Requires('people.manage')
  invite(@CurrentActor() actor: Actor, @Body() input: InvitePersonDto): Promise<InvitationDto> {
    return this.invitations.invite(actor, input);
  }

  /** Take an invitation back; its link stops working at once. */
  @Delete('invitations/:id')
  @HttpCode(204)
  @Requires('people.manage')
  withdraw(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<void> {
    return this.invitations.withdraw(actor, id);
  }

  /** Replace the roles of a person. */
  @Patch(':id')
  @Requires('people.manage')
  changeRoles(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @IfMatch() version: number,
    @Body() input: ChangeRolesDto,
  ): Promise<PersonDto> {
    return this.people.changeRoles(actor, id, version, input.roles);
  }

  /** Deactivate a person, or let them back in. */
  @Put(':id/active')
  @Requires('people.manage')
  setActive(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @IfMatch() version: number,
    @Body() input: SetActiveDto,
  ): Promise<PersonDto> {
    return this.people.setActive(actor, id, version, input.active);
  }
}
