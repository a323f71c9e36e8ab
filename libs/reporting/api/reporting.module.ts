import { Module } from '@nestjs/common';
import { MyDayController } from './my-day.controller';
import { MyDay } from './my-day.service';

/** Read models over all domains; nobody reads this one. */
@Module({ controllers: [MyDayController], providers: [MyDay] })
export class ReportingModule {}
