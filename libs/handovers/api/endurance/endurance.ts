import { setTimeout as sleep } from 'node:timers/promises';
import { SmtpPeer } from '@lotse/shared/testing';
import { HandoverWorld, type MadeCase, type Office } from '../testing/handover-world';
import { HandoverLoad, isDone } from './handover-load';
import { brokenRules, lostMails, outboxEmpty, unkeptPromises } from './nothing-lost';
import { ProgramProcess } from './program-process';

/** What a run has gone through; a run in which nothing was hit proves nothing. */
export interface Endured {
  faults: string[];
  done: number;
  unanswered: number;
  mails: number;
}

/** One region with three organisations and a dozen cases, the built program, a mail server, and people who hand cases about. */
export class Endurance {
  private offices: Office[] = [];
  private cases: MadeCase[] = [];

  private constructor(
    readonly world: HandoverWorld,
    readonly program: ProgramProcess,
    private readonly peer: SmtpPeer,
  ) {}

  static async open(): Promise<Endurance> {
    const peer = await SmtpPeer.listen();
    const world = await HandoverWorld.open();
    const it = new Endurance(world, await ProgramProcess.start(peer.url), peer);
    const region = await world.api.world.region();
    it.offices = [await world.office(region), await world.office(region), await world.office(region)];
    it.cases = await Promise.all(it.offices.flatMap(({ officer }) => [officer, officer, officer, officer].map((one) => world.aCase(one))));
    return it;
  }

  async close(): Promise<void> {
    await this.program.stop();
    await this.world.close();
    await this.peer.close();
  }

  /** Lets people work while `harm` is done, then looks whether everything that was answered is there. */
  async under(harm: () => Promise<void>, people = 6): Promise<Endured> {
    const load = new HandoverLoad(this.program.url, this.world, this.offices, this.cases);
    const working = load.run(people);
    await harm().finally(() => load.stop());
    await working;
    await outboxEmpty(this.world);
    const faults = [
      ...(await unkeptPromises(this.world, load.acknowledged)),
      ...(await brokenRules(this.world, this.program.url, this.offices, this.cases)),
      ...(await lostMails(this.world, this.peer)),
    ];
    return { faults, done: load.acknowledged.filter(isDone).length, unanswered: load.unanswered, mails: this.peer.received.length };
  }

  /** Kills the program at a moment nobody chose and starts it again, several times. */
  async killing(times: number): Promise<void> {
    for (let n = 0; n < times; n++) {
      await sleep(300 + 900 * Math.random());
      await this.program.kill();
      await this.program.start();
    }
    await sleep(400);
  }

  /** Ends the program's connections to PostgreSQL under it, again and again. */
  async cuttingConnections(times: number): Promise<void> {
    for (let n = 0; n < times; n++) {
      await sleep(100 + 250 * Math.random());
      await this.world.sql(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
           and usename like 'lotse\\_%' and application_name like 'lotse%' and random() < 0.7`,
      );
    }
    await sleep(400);
  }
}
