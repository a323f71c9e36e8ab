import { Module } from '@nestjs/common';
import { PermitBoard } from './board.service';
import { CalendarsController } from './calendars.controller';
import { Calendars } from './calendars.service';
import { ClockPolicies } from './clock-policies.service';
import { ShiftPreview } from './shift-preview';
import { ClockBases } from './clock-basis';
import { DeadlinesController } from './deadlines.controller';
import { Deadlines } from './deadlines.service';
import { ProceduresController } from './procedures.controller';
import { Procedures } from './procedures.service';

/** Procedures with authorities, their ledger and their clocks. */
@Module({
  controllers: [ProceduresController, DeadlinesController, CalendarsController],
  providers: [Calendars, ClockBases, ClockPolicies, Deadlines, PermitBoard, Procedures, ShiftPreview],
})
export class PermitsModule {}
