import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alone, takeLock } from './lock.mjs';

const folder = () => mkdtempSync(join(tmpdir(), 'lotse-lock-'));

describe('the lock of a data folder', () => {
  it('is held by one, who is named to the next', async () => {
    const place = folder();
    const lock = await takeLock(place, { address: 'http://localhost:3000' });
    expect((await takeLock(place, {}, 100)).holder).toMatchObject({ pid: process.pid, address: 'http://localhost:3000' });
    lock.release();
    expect((await takeLock(place, {}, 100)).holder).toBeUndefined();
  });

  it('is taken over from a process that no longer exists', async () => {
    const place = folder();
    writeFileSync(join(place, 'lock'), JSON.stringify({ pid: 2 ** 22 - 1, began: '1' }));
    const lock = await takeLock(place, {}, 100);
    expect(lock).toMatchObject({ tookOver: true });
    lock.release();
    expect(readdirSync(place)).toEqual([]);
  });

  it('is taken over from a process whose number another one has now', async () => {
    const place = folder();
    writeFileSync(join(place, 'lock'), JSON.stringify({ pid: process.pid, began: 'before the restart' }));
    expect((await takeLock(place, {}, 100)).holder).toBeUndefined();
  });

  it('is taken over from a machine that lost power while writing it', async () => {
    const place = folder();
    writeFileSync(join(place, 'lock'), '{"pi');
    expect((await takeLock(place, {}, 100)).holder).toBeUndefined();
  });

  it('lets work be done one after the other', async () => {
    const place = folder();
    const order = [];
    const work = (name) => async () => {
      order.push(`${name} begins`);
      await new Promise((done) => setTimeout(done, 50));
      order.push(`${name} ends`);
    };
    await Promise.all([alone(place, work('a')), alone(place, work('b'))]);
    expect(order.map((step) => step.split(' ')[1])).toEqual(['begins', 'ends', 'begins', 'ends']);
  });
});
