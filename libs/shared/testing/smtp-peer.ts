import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What a mail server received in one delivery. */
export interface ReceivedMail {
  from: string;
  to: string;
  /** Headers and body as they came, dots unstuffed. */
  data: string;
}

/** A mail server for specs: speaks enough of RFC 5321 to take one mail after another over a real socket. */
export class SmtpPeer {
  readonly received: ReceivedMail[] = [];
  /** Replies to RCPT with this instead of 250, as long as it is set. */
  refusal: string | undefined;

  private constructor(private readonly server: Server) {}

  static async listen(): Promise<SmtpPeer> {
    const server = createServer();
    const peer = new SmtpPeer(server);
    server.on('connection', (socket) => peer.converse(socket));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return peer;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    await new Promise((done) => this.server.close(done));
  }

  private converse(socket: Socket): void {
    let buffer = '';
    let mail: ReceivedMail | undefined;
    let isData = false;
    const say = (line: string) => socket.write(`${line}\r\n`);
    say('220 peer.example ESMTP');
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      buffer += chunk.toString('utf8');
      for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        if (isData) {
          if (line === '.') {
            isData = false;
            if (mail) this.received.push(mail);
            say('250 2.0.0 taken');
          } else if (mail) mail.data += `${line.startsWith('.') ? line.slice(1) : line}\n`;
          continue;
        }
        const [verb = ''] = line.toUpperCase().split(/[ :]/);
        const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
        if (verb === 'EHLO' || verb === 'HELO') say('250 peer.example');
        else if (verb === 'MAIL') {
          mail = { from: address, to: '', data: '' };
          say('250 2.1.0 ok');
        } else if (verb === 'RCPT') {
          if (mail) mail.to = address;
          say(this.refusal ?? '250 2.1.5 ok');
        } else if (verb === 'DATA') {
          isData = true;
          say('354 go ahead');
        } else if (verb === 'QUIT') {
          say('221 2.0.0 bye');
          socket.end();
        } else say('250 2.0.0 ok');
      }
    });
  }
}
