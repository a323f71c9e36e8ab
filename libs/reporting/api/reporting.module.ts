import { Module } from '@nestjs/common';
import { MyDayController } from './my-day.controller';
import { MyDay } from './my-day.service';
import { SettlementsController } from './settlements.controller';
import { Settlements } from './settlements.service';

/** Read models over all domains; nobody reads this one. */
@Module({ controllers: [MyDayController, SettlementsController], providers: [MyDay, Settlements] })
export class ReportingModule {}
