import { Body, Controller, Get, HttpCode, Module, Param, Post, Put, Query } from '@nestjs/common';
import { AcceptsForm, type Actor, checkVersion, CurrentActor, Database, DomainError, IfMatch, ParseId, Requires } from '@lotse/shared/api';
import { PageQueryDto } from '@lotse/shared/dto';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsEmail, IsOptional, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';

class PlaceDto {
  @IsString()
  @MaxLength(5)
  code!: string;
}

class ThingDto {
  @IsString()
  @MaxLength(10)
  @Matches(/\S/)
  name!: string;

  @IsOptional()
  @IsEmail()
  email?: string;

  @IsOptional()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => PlaceDto)
  places?: PlaceDto[];
}

/** Routes that exist for the specs of what stands around every route. */
@Controller('probe')
class ProbeController {
  constructor(private readonly db: Database) {}

  @Get('silent')
  silent(): string {
    return 'nobody said who may read this';
  }

  @Get('public')
  @Requires('public')
  open(): { ok: boolean } {
    return { ok: true };
  }

  @Get('me')
  @Requires('signedIn')
  me(@CurrentActor() actor: Actor): Actor {
    return actor;
  }

  @Get('people')
  @Requires('people.manage')
  manage(): { ok: boolean } {
    return { ok: true };
  }

  @Get('page')
  @Requires('public')
  page(@Query() query: PageQueryDto): PageQueryDto {
    return query;
  }

  @Post('things')
  @Requires('case.create')
  create(@Body() input: ThingDto): ThingDto {
    return input;
  }

  @Post('counted')
  @Requires('case.create')
  count(@CurrentActor() actor: Actor, @Body() input: ThingDto): Promise<{ name: string; event: string }> {
    return this.db.as(actor, async (tx) => {
      const [row] = await tx.query<{ event: string }[]>(`select new_id() as event, audit('probe.counted', $1, null)`, [input.name]);
      if (input.name === 'fail') throw new DomainError('rule', 'probe.rule');
      return { name: input.name, event: row?.event ?? '' };
    });
  }

  @Post('form')
  @HttpCode(200)
  @Requires('public')
  @AcceptsForm()
  form(@Body() input: ThingDto): ThingDto {
    return input;
  }

  @Get('things/:id')
  @Requires('public')
  one(@Param('id', ParseId) id: string): { id: string; version: number } {
    return { id, version: 7 };
  }

  @Put('things/:id')
  @Requires('public')
  change(@Param('id', ParseId) id: string, @IfMatch() version: number, @Body() input: ThingDto): { id: string; version: number } {
    checkVersion(7, version, { name: 'stored' });
    return { id: `${id} ${input.name}`, version: 8 };
  }

  @Get('fails/:how')
  @Requires('public')
  fail(@Param('how') how: string): Promise<unknown> {
    if (how === 'rule') throw new DomainError('rule', 'probe.rule', { from: 'A', to: 'B' });
    if (how === 'slow-down') throw new DomainError('tooMany', 'tooMany', { retryAfter: 3 });
    if (how === 'defect') throw new Error('the password is hunter2');
    return this.db.anonymous((tx) => tx.query(statements[how] ?? ''));
  }
}

const statements: Record<string, string> = {
  raised: `select refuse(422, 'probe.raised', '{"from": 1, "errors": [{"pointer": "/a", "code": "b"}]}')`,
  unique: `do $$ begin raise unique_violation using message = 'Key (email)=(secret@x.example)'; end $$`,
  foreign: `do $$ begin raise foreign_key_violation; end $$`,
  policy: `insert into idempotency_keys (user_id, key, fingerprint) values (gen_random_uuid(), 'probe-key', '')`,
  grant: `delete from organisations`,
  text: `select 'no uuid'::uuid`,
  syntax: `selec 1`,
};

@Module({ controllers: [ProbeController] })
export class ProbeModule {}
