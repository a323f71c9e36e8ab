import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { testUrls } from '@lotse/shared/testing';

const PROGRAM = 'dist/api/main.js';
const READY_WITHIN_MS = 60_000;

/** The built program as a process of its own on the database of the run: it can be killed as a power cut does it, and started again. */
export class ProgramProcess {
  private child: ChildProcess | undefined;
  private said = '';

  private constructor(
    private readonly port: number,
    private readonly smtpUrl: string,
  ) {}

  /** Starts it with the given mail server; returns once it serves. */
  static async start(smtpUrl: string): Promise<ProgramProcess> {
    if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM} is missing: build the program first`);
    const program = new ProgramProcess(await freePort(), smtpUrl);
    await program.start();
    return program;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    this.said = '';
    const child = spawn(process.execPath, ['--enable-source-maps', PROGRAM], {
      env: {
        ...process.env,
        DATABASE_URL: testUrls().admin,
        PORT: String(this.port),
        HOST: '127.0.0.1',
        PUBLIC_URL: 'http://lotse.example',
        SMTP_URL: this.smtpUrl,
        STORAGE_URL: '',
        LOTSE_DEMO: '0',
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
    this.child = child;
    for (const late = Date.now() + READY_WITHIN_MS; Date.now() < late; await sleep(30)) {
      if (child.exitCode !== null) break;
      if (await isReady(this.url)) return;
    }
    child.kill('SIGKILL');
    throw new Error(`the program did not come up:\n${this.said.slice(-4000)}`);
  }

  /** Nothing is finished, nothing is said goodbye to. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  stop(): Promise<void> {
    return this.end('SIGTERM');
  }

  private async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
}

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/api/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return address.port;
}
