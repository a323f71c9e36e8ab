import { Module } from '@nestjs/common';
import { PermitBoard } from './board.service';
import { ClockBases } from './clock-basis';
import { DeadlinesController } from './deadlines.controller';
import { Deadlines } from './deadlines.service';
import { ProceduresController } from './procedures.controller';
import { Procedures } from './procedures.service';

/** Procedures with authorities, their ledger and their clocks. */
@Module({
  controllers: [ProceduresController, DeadlinesController],
  providers: [ClockBases, Deadlines, PermitBoard, Procedures],
})
export class PermitsModule {}
